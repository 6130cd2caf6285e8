import type { Millibits } from '../../model/index.ts'
import { isTelling, roleOf, organisationWeights as weights } from '../organisation/index.ts'
import { looseCost } from './loose.ts'
import { partBy } from './played.ts'
import { properCost, shortCost } from './proper.ts'
import { kindsCost, numbersCost, placesCost } from './stated.ts'

const isConcerned = (tokens: readonly string[]): boolean =>
  tokens.some((token) => roleOf(token) !== undefined)

/**
 * What parts of two names that must not differ take from their agreement, in millibits; 0 or less,
 * symmetric. Numbers, countries, trades and proper names that differ count; where nothing but words of
 * trades and places is shared, these count less than one by one. Takes tokens as `foldName` gives them; names of
 * people, which hold no such words, lose nothing.
 */
export const conflictWeight = (left: readonly string[], right: readonly string[]): Millibits => {
  if (!isConcerned(left) && !isConcerned(right)) return 0
  const { apart: a, shared } = partBy(left, right)
  const { apart: b } = partBy(right, left)
  const firm = [...a, ...b, ...shared].some(({ token, role }) => isTelling(role, token))
  const words = firm
    ? kindsCost(a, b) + shortCost(a, b, shared) + properCost(a, b, shared) + looseCost(a, b, shared)
    : 0
  const numbers = numbersCost(a, b, weights.numberMissing[firm ? 'firm' : 'other'])
  return -(numbers + placesCost(a, b) + words) + 0
}
