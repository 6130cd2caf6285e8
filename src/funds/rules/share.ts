import type { Policy } from './tracing.ts'

/** Policies that need to know only how much an address holds and how much of that is tainted. */
export type SumPolicy = Exclude<Policy, 'fifo'>

/** Places of `SumPolicy` in loops, where a number is cheaper to compare than a text. */
const haircut = 0
const taintFirst = 1
const cleanFirst = 2
export const poison = 3

export const placeOf: Readonly<Record<SumPolicy, number>> = {
  haircut,
  'taint-first': taintFirst,
  'clean-first': cleanFirst,
  poison,
}

/** Whole doubles are exact below this, and so are their products. */
const exact = 2 ** 53

/** Cuts a double into halves of 26 bits whose products are exact (Veltkamp 1968, Dekker 1971). */
const splitter = 2 ** 27 + 1

/** What rounding takes from a product: `a * b` is exactly `product` and this. */
const lost = (a: number, b: number, product: number): number => {
  const aBig = a * splitter
  const aHigh = aBig - (aBig - a)
  const aLow = a - aHigh
  const bBig = b * splitter
  const bHigh = bBig - (bBig - b)
  const bLow = b - bHigh
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)
}

/**
 * The exact floor of amount * part / whole, for whole doubles below 2^53 of which `whole` is the
 * greatest. A product below 2^53 is exact, and a quotient of it that is no whole number is further from
 * the next one than rounding reaches. The quotient of a greater one is off by less than a part in 2^51:
 * its floor is right where no whole number is that near.
 */
export const floorShare = (amount: number, part: number, whole: number): number => {
  const product = amount * part
  const quotient = product / whole
  const share = Math.floor(quotient)
  if (product < exact) return share
  const above = quotient - share
  const error = quotient * 2 ** -51
  return above > error && above < 1 - error ? share : nearShare(amount, part, whole)
}

/**
 * The same where a whole number is near: most often all is sent, or all is tainted. Else the remainder of an estimate that is a few off is a sum of
 * exact terms, and rounding it cannot change its sign nor take it past `whole`.
 */
const nearShare = (amount: number, part: number, whole: number): number => {
  if (amount === whole) return part
  if (part === whole) return amount
  const product = amount * part
  const below = lost(amount, part, product)
  for (let share = Math.floor(product / whole); ; ) {
    const taken = share * whole
    const rest = product - taken + (below - lost(share, whole, taken))
    if (rest < 0) share--
    else if (rest >= whole) share++
    else return share
  }
}

/** What an address holds, and the tainted part of it. */
type Purse = { readonly tainted: number; readonly held: number }

/**
 * The tainted part of an amount that leaves a purse and is no greater than what it holds. Under poison a
 * purse is clean or tainted as a whole.
 */
export const shareOf = (policy: number, amount: number, { tainted, held }: Purse): number => {
  if (tainted === 0) return 0
  if (policy === haircut) return floorShare(amount, tainted, held)
  if (policy === cleanFirst) return Math.max(0, amount - (held - tainted))
  return Math.min(amount, tainted)
}

export type BigShare = (amount: bigint, tainted: bigint, held: bigint) => bigint

const orNothing = (amount: bigint): bigint => (amount > 0n ? amount : 0n)

/** The same in big integers; `tainted` is above 0. */
export const bigShares: Readonly<Record<SumPolicy, BigShare>> = {
  haircut: (amount, tainted, held) => (amount * tainted) / held,
  'taint-first': (amount, tainted) => amount - orNothing(amount - tainted),
  'clean-first': (amount, tainted, held) => orNothing(amount - (held - tainted)),
  poison: (amount) => amount,
}
