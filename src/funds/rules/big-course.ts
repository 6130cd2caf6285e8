import { type Flow, moveKinds, nobody } from '../flow/flow.ts'
import { nowhere, type Purses } from './purses.ts'
import { isIdle, sourceOf } from './source.ts'
import type { Spread, Tracing } from './tracing.ts'

const fee = moveKinds.indexOf('fee')

/** `runCourse` in big integers, for amounts of any size. */
export const runBigCourse = (
  { addresses, src, dst, amount, kind }: Flow & { readonly amount: readonly bigint[] },
  { seeds, seedMoves, stops, initial }: Tracing,
  purses: Purses<bigint>,
): Spread => {
  for (let i = 0; initial && i < addresses; i++)
    if (initial[i]) purses.put(i, BigInt(initial[i] as bigint), false)
  const tainted = new Array<bigint>(addresses).fill(0n)
  const moved = new Array<bigint>(src.length).fill(0n)
  let seeded = 0n
  let burned = 0n
  let fees = 0n
  for (let i = 0; i < src.length; i++) {
    const whole = amount[i] as bigint
    const from = sourceOf(src[i] as number, kind[i] as number)
    const to = dst[i] as number
    if (whole === 0n || isIdle(from, to)) continue
    const holds = from !== nobody && stops[from] === 0
    const seed = (from !== nobody && seeds[from] === 1) || seedMoves?.[i] === 1
    const into = to === nobody || stops[to] === 1 ? nowhere : to
    // Value that stays as it is on the way goes from purse to purse; other value leaves one, then comes.
    const stays = holds && !seed && kind[i] !== fee
    let part = holds ? purses.send(from, stays ? into : nowhere, whole) : 0n
    if (seed) {
      seeded += whole - part
      part = whole
    }
    moved[i] = part
    if (!stays && into !== nowhere) purses.put(into, whole, part > 0n && kind[i] !== fee)
    if (kind[i] === fee) fees += part
    else if (to === nobody) burned += part
    else if (into === nowhere) tainted[to] = (tainted[to] as bigint) + part
  }
  let held = 0n
  let stopped = burned
  for (let i = 0; i < addresses; i++)
    if (stops[i] === 1) stopped += tainted[i] as bigint
    else held += tainted[i] = purses.taintedAt(i)
  return {
    tainted,
    moved,
    seeded,
    held,
    stopped,
    burned,
    fees,
  }
}
