import type { Amounts } from '../flow/flow.ts'

/** An amount below 2^100 is two whole doubles below this: `high` times it, and `low`. */
export const limb: number = 2 ** 50

/** Amounts whose sum is below this stay below 2^100, however they are added. */
const most = 2 ** 99

/** Amounts in limbs: of each the high one, then the low one. */
export type Limbs = Float64Array

const integer = new BigUint64Array(1)
const words = new Uint32Array(integer.buffer)

/** Writes the limbs of an amount at a place and the one after it. */
export const split = (amount: bigint, limbs: Limbs, at: number): void => {
  integer[0] = amount
  const top = words[1] as number
  const first = top >>> 18
  limbs[at] = amount <= top64 ? first : Number(amount >> 64n) * 2 ** 14 + first
  limbs[at + 1] = (top & 0x3ffff) * 2 ** 32 + (words[0] as number)
}

const top64 = 2n ** 64n - 1n

/** The amount whose limbs lie at a place. */
export const join = (limbs: Limbs, at: number): bigint => {
  const high = limbs[at] as number
  const low = limbs[at + 1] as number
  if (high === 0) return BigInt(low)
  words[0] = low % 2 ** 32
  words[1] = Math.floor(low / 2 ** 32) + (high % 2 ** 14) * 2 ** 18
  const first = integer[0] as bigint
  return high < 2 ** 14 ? first : (BigInt(Math.floor(high / 2 ** 14)) << 64n) + first
}

/** Amounts as limbs, or undefined where they and what is held before them may sum to 2^100 or more. */
export const toLimbs = (amounts: readonly bigint[], initial?: Amounts): Limbs | undefined => {
  const limbs = new Float64Array(2 * amounts.length)
  let sum = 0
  for (const held of initial ?? []) sum += Number(held)
  for (let i = 0; i < amounts.length; i++) {
    split(amounts[i] as bigint, limbs, 2 * i)
    sum += (limbs[2 * i] as number) * limb + (limbs[2 * i + 1] as number)
  }
  return sum < most ? limbs : undefined
}

/** Adds to an amount, or takes from it where the limbs are 0 or below. */
export const add = (limbs: Limbs, at: number, high: number, low: number): void => {
  const sum = (limbs[at + 1] as number) + low
  const over = Math.floor(sum / limb)
  limbs[at] = (limbs[at] as number) + high + over
  limbs[at + 1] = sum - over * limb
}

export const isLess = (high: number, low: number, otherHigh: number, otherLow: number): boolean =>
  high < otherHigh || (high === otherHigh && low < otherLow)
