import { type Flow, moveKinds, nobody } from '../flow/flow.ts'
import { nowhere, type Purses, type QuickPurses } from './purses.ts'
import { roleOf, rolesOf, seed, stop } from './roles.ts'
import { isIdle, sourceOf } from './source.ts'
import { makeMoves } from './special.ts'
import type { Spread, Tracing } from './tracing.ts'

const fee = moveKinds.indexOf('fee')

/** Runs a flow through purses, move by move, in whole doubles. */
export const runCourse = (
  flow: Flow & { readonly amount: Float64Array },
  tracing: Tracing,
  purses: QuickPurses,
): Spread => {
  const { addresses, src, dst, amount, kind } = flow
  const roles = rolesOf(tracing)
  const { seedMoves } = tracing
  tracing.initial?.forEach((held, i) => {
    if (held) purses.put(i, Number(held), false)
  })
  const tainted = new Float64Array(addresses)
  const moved = new Float64Array(src.length)
  let seeded = 0
  let burned = 0
  let fees = 0
  const way = { flow, roles, seedMoves, moved }
  const special = (i: number): void => {
    const whole = amount[i] as number
    const from = sourceOf(src[i] as number, kind[i] as number)
    const to = dst[i] as number
    if (whole === 0 || isIdle(from, to)) return
    const giver = roleOf(roles, from)
    const into = roleOf(roles, to) & stop ? nowhere : to
    const stays = giver === 0 && kind[i] !== fee && seedMoves?.[i] !== 1
    let part = giver & stop ? 0 : purses.send(from, stays ? into : nowhere, whole)
    if (giver & seed || seedMoves?.[i] === 1) {
      seeded += whole - part
      part = whole
    }
    if (!stays && into !== nowhere) purses.put(into, whole, part > 0 && kind[i] !== fee)
    moved[i] = part
    if (kind[i] === fee) fees += part
    else if (to === nobody) burned += part
    else if (into === nowhere) tainted[to] = (tainted[to] as number) + part
  }
  makeMoves(way, {
    ready: (begin, end) => purses.ready(flow, begin, end),
    along: (begin, end) => purses.along(way, begin, end),
    special,
  })
  const ends = addUp(tainted, roles, purses)
  return {
    tainted,
    moved,
    seeded: BigInt(seeded),
    held: BigInt(ends.held),
    stopped: BigInt(ends.booked + burned),
    burned: BigInt(burned),
    fees: BigInt(fees),
  }
}

/** Writes what is held beside what was booked at stops, and sums of both. */
const addUp = (
  tainted: Float64Array,
  roles: Uint8Array,
  purses: Purses<number>,
): { readonly held: number; readonly booked: number } => {
  let held = 0
  let booked = 0
  for (let i = 0; i < tainted.length; i++)
    if (roleOf(roles, i) & stop) booked += tainted[i] as number
    else held += tainted[i] = purses.taintedAt(i)
  return { held, booked }
}
