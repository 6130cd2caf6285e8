import { type Flow, moveKinds, nobody } from '../flow/flow.ts'
import { type BigPurses, nowhere, type Purses } from './purses.ts'
import { roleOf, rolesOf, seed, stop } from './roles.ts'
import { isIdle, sourceOf } from './source.ts'
import { makeMoves } from './special.ts'
import type { Spread, Tracing } from './tracing.ts'

const fee = moveKinds.indexOf('fee')

/** `runCourse` in big integers, for amounts of any size. */
export const runBigCourse = (
  flow: Flow & { readonly amount: readonly bigint[] },
  tracing: Tracing,
  purses: BigPurses,
): Spread => {
  const { addresses, src, dst, amount, kind } = flow
  const roles = rolesOf(tracing)
  const { seedMoves } = tracing
  tracing.initial?.forEach((held, i) => {
    if (held) purses.put(i, BigInt(held), false)
  })
  const tainted = new Array<bigint>(addresses).fill(0n)
  const moved = new Array<bigint>(src.length).fill(0n)
  let seeded = 0n
  let burned = 0n
  let fees = 0n
  const way = { flow, roles, seedMoves, moved }
  const special = (i: number): void => {
    const whole = amount[i] as bigint
    const from = sourceOf(src[i] as number, kind[i] as number)
    const to = dst[i] as number
    if (whole === 0n || isIdle(from, to)) return
    const giver = roleOf(roles, from)
    const into = roleOf(roles, to) & stop ? nowhere : to
    let part: bigint
    if (giver === 0 && kind[i] !== fee && !seedMoves?.[i]) part = purses.send(from, into, whole)
    else {
      part = giver & stop ? 0n : purses.send(from, nowhere, whole)
      if (giver & seed || seedMoves?.[i]) {
        seeded += whole - part
        part = whole
      }
      if (into !== nowhere) purses.put(into, whole, part > 0n && kind[i] !== fee)
    }
    moved[i] = part
    if (kind[i] === fee) fees += part
    else if (to === nobody) burned += part
    else if (into === nowhere) tainted[to] = (tainted[to] as bigint) + part
  }
  makeMoves(way, {
    ready: (begin, end) => purses.ready?.(flow, begin, end),
    along: (begin, end) => {
      if (purses.along) purses.along(way, begin, end)
      else for (let i = begin; i < end; i++) special(i)
    },
    special,
  })
  const ends = addUp(tainted, roles, purses)
  return {
    tainted,
    moved,
    seeded,
    held: ends.held,
    stopped: ends.booked + burned,
    burned,
    fees,
  }
}

/** Writes what is held beside what was booked at stops, and sums of both. */
const addUp = (
  tainted: bigint[],
  roles: Uint8Array,
  purses: Purses<bigint>,
): { readonly held: bigint; readonly booked: bigint } => {
  let held = 0n
  let booked = 0n
  for (let i = 0; i < tainted.length; i++)
    if (roleOf(roles, i) & stop) booked += tainted[i] as bigint
    else held += tainted[i] = purses.taintedAt(i)
  return { held, booked }
}
