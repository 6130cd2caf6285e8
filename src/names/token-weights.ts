import type { Millibits } from '../model/index.ts'
import { information, readToken, type Token, weighTokens } from './token.ts'
import { nameWeights } from './weights.ts'

/** Joined spellings are looked for up to this many letters. */
const longestJoined = 16

/** Edits between two tokens and the one that writes them together. */
export const joinedEdits = 1

/** Two neighbouring tokens as one, undefined where nobody would write them so. */
export const joinTokens = (first: string, second: string): string | undefined =>
  first.length + second.length <= longestJoined && first.length > 1 && second.length > 1
    ? first + second
    : undefined

/** Weight of two tokens against the one that writes them together. */
export const joinedWeight = (first: string, second: string, one: string): Millibits => {
  const joined = joinTokens(first, second)
  if (joined === undefined) return 0
  const apart = information(first) + information(second)
  return weighJoined(readToken(joined), apart, readToken(one))
}

/** The same of tokens that were read: both together, and what they say apart. */
export const weighJoined = (joined: Token, apart: Millibits, one: Token): Millibits => {
  if (one.text.length < 4) return 0
  const alike = weighTokens(joined, one, joinedEdits)
  if (alike === 0) return 0
  const doubt = joined.information - alike
  return Math.max(0, Math.min(apart, one.information) - doubt - nameWeights.joined)
}

/**
 * Cost of a token of the left name and one of the right that have no partner, by their information;
 * 0 stands for none on that side. It never falls when either grows, so that a bound on what is left
 * over bounds the cost.
 */
export const unpairedCost = (left: Millibits, right: Millibits): Millibits =>
  Math.max(
    priced(nameWeights.contradiction, Math.min(left, right)),
    priced(nameWeights.omission, Math.max(left, right)),
  )

/**
 * What tokens that agree say together, by the sum of what each says alone: those of one name are not
 * drawn apart from each other (a tribe, a region, a fashion go with several), so that beyond some bits
 * each further one says only a part.
 */
export const dependent = (sum: Millibits): Millibits => {
  const { from, share } = nameWeights.dependence
  return sum <= from ? sum : Math.round(from + share * (sum - from))
}

/**
 * The most that the other tokens can say for two names that differ in a token of the given information
 * on each side: relatives, branches and offices share all the rest of their names at once.
 */
export const ceiling = (left: Millibits, right: Millibits): Millibits => {
  const contradiction = priced(nameWeights.contradiction, Math.min(left, right))
  return contradiction === 0
    ? Number.POSITIVE_INFINITY
    : nameWeights.relatives + nameWeights.contradiction.cap - contradiction
}

const priced = (price: { share: number; cap: Millibits }, information: Millibits): Millibits =>
  Math.min(price.cap, Math.round(price.share * information))
