import type { Millibits } from '../../model/index.ts'
import { isOmitted, type Role, organisationWeights as weights } from '../organisation/index.ts'
import { information } from '../token.ts'
import { dependent, unpairedCost } from '../token-weights.ts'
import { comesAndGoes, isAlike, mostProper, type Played, said } from './played.ts'

/** Words that nothing in the other name is like. */
const looseWords = (own: readonly Played[], others: readonly Played[]): Played[] =>
  own.filter(
    ({ token, role }) =>
      !comesAndGoes(role) && !others.some((other) => isAlike(token, other.token)),
  )

/**
 * Cost of words that one firm's name has and the other lacks. However much two names share, those of
 * sister firms share it too, so that beyond a limit only a name that is whole weighs more.
 */
export const looseCost = (
  left: readonly Played[],
  right: readonly Played[],
  shared: readonly Played[],
): Millibits => {
  if (left.length > mostProper || right.length > mostProper) return weights.loose.most
  const [a, b] = [looseWords(left, right), looseWords(right, left)]
  const loose = Math.max(looseness(a), looseness(b)) + elsewhere(left, b) + elsewhere(right, a)
  if (loose === 0) return 0
  const limit = a.length > 0 && b.length > 0 ? weights.sisters.both : weights.sisters.one
  const agreed = said(shared) + Math.min(said(left) - said(a), said(right) - said(b))
  const over = Math.max(0, dependent(agreed) - unpaired(a, b) - limit)
  return Math.min(weights.loose.most, loose) + over
}

/** One is of a country, the other has a word of its own: likelier two sisters than one firm. */
const elsewhere = (own: readonly Played[], others: readonly Played[]): Millibits =>
  own.some(({ role }) => role?.part === 'place') && looseness(others) > weights.loose.omitted
    ? weights.countryAlone
    : 0

const looseness = (words: readonly Played[]): Millibits =>
  words.reduce((sum, { token, role }) => sum + looseWeight(token, role), 0)

const looseWeight = (token: string, role: Role | undefined): Millibits => {
  if (information(token) <= weights.loose.from) return 0
  return token.length === 1 || (role && isOmitted(token))
    ? weights.loose.omitted
    : weights.loose.each
}

/** What the comparison of tokens takes for words without partners. */
const unpaired = (left: readonly Played[], right: readonly Played[]): Millibits => {
  const infos = (played: readonly Played[]): Millibits[] =>
    played.map(({ token }) => information(token)).sort((x, y) => y - x)
  const [a, b] = [infos(left), infos(right)]
  let cost = 0
  for (let k = 0; k < a.length || k < b.length; k++) cost += unpairedCost(a[k] ?? 0, b[k] ?? 0)
  return cost
}
