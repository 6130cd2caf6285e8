import type { Flow } from '../../src/funds/flow/flow.ts'
import { Ahead, batch } from '../../src/funds/rules/ahead.ts'

type Doubles = Flow & { readonly amount: Float64Array }

type Kept = { readonly sums: Float64Array; readonly moved: Float64Array }

const keep = ({ addresses, src }: Flow): Kept => ({
  sums: new Float64Array(2 * addresses),
  moved: new Float64Array(src.length),
})

/** The same arrays as a trace, one read and one write at each end, no policy. */
export const limit = (flow: Doubles): Kept => {
  const kept = keep(flow)
  move(flow, kept, 0, flow.src.length)
  return kept
}

/** The same, and what both ends of a batch of moves hold is read before they are made. */
export const limitAhead = (flow: Doubles): Kept => {
  const kept = keep(flow)
  const ahead = new Ahead(2 * batch)
  for (let begin = 0; begin < flow.src.length; begin += batch) {
    const end = Math.min(flow.src.length, begin + batch)
    ahead.addEnds(flow, 2, begin, end)
    ahead.read(kept.sums)
    move(flow, kept, begin, end)
  }
  return kept
}

const move = (
  { src, dst, amount }: Doubles,
  { sums, moved }: Kept,
  begin: number,
  end: number,
): void => {
  for (let i = begin; i < end; i++) {
    const whole = amount[i] as number
    const from = 2 * (src[i] as number)
    const to = 2 * (dst[i] as number)
    sums[from] = (sums[from] as number) - whole
    sums[to] = (sums[to] as number) + whole
    moved[i] = whole
  }
}
