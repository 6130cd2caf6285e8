import { type Millibits, toMillibits } from '../../../model/index.ts'
import type { Spread } from './spread.ts'

/** What a stated field may add or take at most, in bits. */
const most = 12

/** log2(2^a + 2^b) without overflow. */
const addLog2 = (a: number, b: number): number => {
  const [low, high] = a < b ? [a, b] : [b, a]
  return low === Number.NEGATIVE_INFINITY ? high : high + Math.log2(1 + 2 ** (low - high))
}

/**
 * log2 of how much likelier the spread is where one value, drawn as the platform has them, is
 * stated by each account with chance `dominance` (others state what the platform does) than where
 * all state what the platform does. The multinomial coefficients cancel, so it is exact.
 */
const dominated = ({ stating, counts, rarity }: Spread, dominance: number): number => {
  const other = Math.log2(1 - dominance)
  let total = Number.NEGATIVE_INFINITY
  let unseen = 1
  counts.forEach((count, i) => {
    const share = 2 ** -(rarity[i] as number)
    unseen -= share
    const own = Math.log2(dominance / share + (1 - dominance))
    total = addLog2(total, Math.log2(share) + count * own + (stating - count) * other)
  })
  return unseen > 0 ? addLog2(total, Math.log2(unseen) + stating * other) : total
}

/** A part of groups states one value mostly, each member with this chance; the rest what they like. */
export type Alike = { readonly part: number; readonly chance: number }

/**
 * Bits that a spread speaks for one operator and against a rival. Either is a mixture of groups that
 * state one value mostly and of groups that state what the platform states.
 */
export const statedBits = (
  spread: Spread,
  { operator, rival }: { readonly operator: Alike; readonly rival: Alike },
): Millibits => {
  if (spread.stating < 2) return 0
  const bits = mixed(spread, operator) - mixed(spread, rival)
  return toMillibits(Math.max(-most, Math.min(most, bits)))
}

const mixed = (spread: Spread, { part, chance }: Alike): number =>
  addLog2(Math.log2(1 - part), Math.log2(part) + dominated(spread, chance))
