import type { Millibits } from '../../model/index.ts'
import { organisationWeights as weights } from '../organisation/index.ts'
import { comesAndGoes, isAlike, mostProper, type Played, proper, said } from './played.ts'

/** What the words of trades, places and forms that both share say less than they do one by one. */
const sharedCost = (shared: readonly Played[]): Millibits => {
  const over = said(shared) - weights.shared.full
  return over > 0 ? Math.round(over * (1 - weights.shared.share)) : 0
}

/** Cost of proper names that are alike only in short words: acronyms differ by a letter. */
export const shortCost = (
  left: readonly Played[],
  right: readonly Played[],
  shared: readonly Played[],
): Millibits => {
  const [a, b] = [proper(left), proper(right)]
  if (a.length > mostProper || b.length > mostProper || shared.some(({ role }) => !role)) return 0
  const letters = a.flatMap((one) =>
    b.flatMap((other) => (isAlike(one, other) ? [Math.min(one.length, other.length)] : [])),
  )
  return letters.length > 0 && Math.max(...letters) <= weights.short.letters
    ? weights.short.cost
    : 0
}

/** Cost of sharing only words of trades, places and forms, where one name has other words too. */
export const properCost = (
  left: readonly Played[],
  right: readonly Played[],
  shared: readonly Played[],
): Millibits => {
  if (shared.length === 0 || shared.some(({ role }) => !role)) return 0
  const [a, b] = [proper(left), proper(right)]
  if (a.length > mostProper || b.length > mostProper) return 0
  if (a.some((one) => b.some((other) => isAlike(one, other)))) return 0
  const differing = a.length > 0 && b.length > 0 ? weights.proper : 0
  const counted = shared.filter(({ role }) => role?.part !== 'number')
  const loose = [left, right].some((side) => side.some(({ role }) => !comesAndGoes(role)))
  const placed = [left, right].some((side) => side.some(({ role }) => role?.part === 'place'))
  return differing + (loose ? sharedCost(counted) : 0) + (placed ? weights.countryAlone : 0)
}
