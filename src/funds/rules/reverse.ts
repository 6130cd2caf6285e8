import { type Amounts, type Flow, moveKinds, nobody } from '../flow/flow.ts'
import type { Holdings } from './holdings.ts'

const [transfer, fee, mint, burn] = moveKinds.keys() as unknown as [number, number, number, number]

/** A flow backwards, and what each address holds before its first move. */
export type Reversed = {
  readonly flow: Flow
  readonly initial: Amounts
  /** Of each move its place in the flow that was reversed. */
  readonly move: Uint32Array
  /** 1 for a move to nobody of what its source had sent and never was seen to receive. */
  readonly unfunded: Uint8Array
}

/**
 * Turns a flow round, so that value goes back the way it came: the last move first, from destination to
 * source, beginning with what is left at the end. What an address was never seen to receive leaves it
 * for nobody right after it has come back, as it had come from nowhere right before it left; so under
 * FIFO each unit goes back the way that it came. A mint goes back to nobody. Fees stay fees: taint ends
 * in them on the way back too.
 */
export const reverse = (flow: Flow, { last, unfunded }: Holdings): Reversed => {
  const moves = flow.src.length + unfunded.move.length
  const src = new Uint32Array(moves)
  const dst = new Uint32Array(moves)
  const kind = new Uint8Array(moves)
  const move = new Uint32Array(moves)
  const never = new Uint8Array(moves)
  const amount =
    flow.amount instanceof Float64Array ? new Float64Array(moves) : new Array<bigint>(moves)
  let more = unfunded.move.length - 1
  let at = 0
  const push = (i: number, from: number, to: number): void => {
    src[at] = from
    dst[at] = to
    move[at] = i
  }
  for (let i = flow.src.length - 1; i >= 0; i--) {
    const minted = flow.kind[i] === mint
    push(i, flow.dst[i] as number, minted ? nobody : (flow.src[i] as number))
    amount[at] = flow.amount[i] as never
    kind[at++] = kindBack(flow, i)
    if (unfunded.move[more] !== i) continue
    push(i, flow.src[i] as number, nobody)
    amount[at] = unfunded.amount[more--] as never
    never[at] = 1
    kind[at++] = burn
  }
  return {
    flow: { addresses: flow.addresses, src, dst, amount, kind },
    initial: last,
    move,
    unfunded: never,
  }
}

/** A burn at a known address comes back from there, other burns from nobody. */
const kindBack = ({ kind, dst }: Flow, i: number): number => {
  if (kind[i] === mint) return burn
  if (kind[i] === fee) return fee
  return dst[i] === nobody ? mint : transfer
}
