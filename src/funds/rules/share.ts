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
 * The greatest whole number of which `whole` times is no more than `amount * part`: the exact floor of
 * amount * part / whole, for whole doubles below 2^53 with `amount`, `part` no greater than `whole`. A
 * product below 2^53 is exact, and its quotient, if it is no whole number, is further from the next one
 * than rounding reaches. Of greater ones the quotient is at most a few off; the remainder tells, whose
 * rounding cannot change its sign nor pass `whole`.
 */
export const floorShare = (amount: number, part: number, whole: number): number => {
  const product = amount * part
  const share = Math.floor(product / whole)
  return product < exact ? share : corrected(amount, part, { whole, share })
}

type Estimate = { readonly whole: number; readonly share: number }

const corrected = (amount: number, part: number, { whole, share }: Estimate): number => {
  const product = amount * part
  const below = lost(amount, part, product)
  for (let estimate = share; ; ) {
    const taken = estimate * whole
    const rest = product - taken + (below - lost(estimate, whole, taken))
    if (rest < 0) estimate--
    else if (rest >= whole) estimate++
    else return estimate
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

/** The same in big integers; `tainted` is above 0. */
export const bigShares: Readonly<Record<SumPolicy, BigShare>> = {
  haircut: (amount, tainted, held) => (amount * tainted) / held,
  'taint-first': (amount, tainted) => (amount > tainted ? tainted : amount),
  'clean-first': (amount, tainted, held) => {
    const clean = held - tainted
    return amount > clean ? amount - clean : 0n
  },
  poison: (amount) => amount,
}
