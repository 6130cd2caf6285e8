import { type Flow, moveKinds, nobody } from '../flow/flow.ts'
import { nowhere, type Purses } from './purses.ts'
import { isIdle, sourceOf } from './source.ts'
import type { Spread, Tracing } from './tracing.ts'

const fee = moveKinds.indexOf('fee')

/** Runs a flow through purses, move by move, in whole doubles. */
export const runCourse = (
  { addresses, src, dst, amount, kind }: Flow & { readonly amount: Float64Array },
  { seeds, seedMoves, stops, initial }: Tracing,
  purses: Purses<number>,
): Spread => {
  for (let i = 0; initial && i < addresses; i++)
    if (initial[i]) purses.put(i, Number(initial[i]), false)
  const tainted = new Float64Array(addresses)
  const moved = new Float64Array(src.length)
  let seeded = 0
  let burned = 0
  let fees = 0
  for (let i = 0; i < src.length; i++) {
    const whole = amount[i] as number
    const from = sourceOf(src[i] as number, kind[i] as number)
    const to = dst[i] as number
    if (whole === 0 || isIdle(from, to)) continue
    const holds = from !== nobody && stops[from] === 0
    const seed = (from !== nobody && seeds[from] === 1) || seedMoves?.[i] === 1
    const into = to === nobody || stops[to] === 1 ? nowhere : to
    // Value that stays as it is on the way goes from purse to purse; other value leaves one, then comes.
    const stays = holds && !seed && kind[i] !== fee
    let part = holds ? purses.send(from, stays ? into : nowhere, whole) : 0
    if (seed) {
      seeded += whole - part
      part = whole
    }
    moved[i] = part
    if (!stays && into !== nowhere) purses.put(into, whole, part > 0 && kind[i] !== fee)
    if (kind[i] === fee) fees += part
    else if (to === nobody) burned += part
    else if (into === nowhere) tainted[to] = (tainted[to] as number) + part
  }
  let held = 0
  let stopped = burned
  for (let i = 0; i < addresses; i++)
    if (stops[i] === 1) stopped += tainted[i] as number
    else held += tainted[i] = purses.taintedAt(i)
  return {
    tainted,
    moved,
    seeded: BigInt(seeded),
    held: BigInt(held),
    stopped: BigInt(stopped),
    burned: BigInt(burned),
    fees: BigInt(fees),
  }
}
