import type { Millibits } from '../../model/index.ts'
import { information } from '../token.ts'
import { acronymKeys, acronymWeight } from './acronym.ts'
import { firmKey, firmWeight, lettersOf } from './firm.ts'
import { organisationWeights } from './weights.ts'

const fewestLetters = 8
const mostJoined = 64

const isJoined = ({ length }: string): boolean => length >= fewestLetters && length <= mostJoined

/**
 * Keys by which whole names meet that share no token: acronyms, firms that are called alike, and letters
 * without their spaces. Names have weight by `wholeNameWeight` only where they share a key.
 */
export const wholeNameKeys = (tokens: readonly string[]): readonly string[] => {
  const keys = acronymKeys(tokens)
  const firm = firmKey(tokens)
  if (firm !== undefined) keys.push(`firm:${firm}`)
  const letters = lettersOf(tokens)
  if (isJoined(letters)) keys.push(`letters:${letters}`)
  return keys
}

/**
 * Whether two names are the same letters with other spaces and perhaps other legal forms: `chon ma san`
 * and `chonmasan`. Short ones are left to the comparison of tokens.
 */
const isRespaced = (left: readonly string[], right: readonly string[]): boolean => {
  const letters = lettersOf(left)
  return isJoined(letters) && letters === lettersOf(right) && left.join(' ') !== right.join(' ')
}

const saidBy = (tokens: readonly string[]): Millibits =>
  tokens.reduce((sum, token) => sum + information(token), 0)

/**
 * Weight of two names as wholes, beside what their tokens weigh: one is the acronym of the other, both
 * are the same letters with other spaces, or two firms are called alike but for legal forms and letters
 * of one sound. Symmetric, 0 where none is so.
 */
export const wholeNameWeight = (left: readonly string[], right: readonly string[]): Millibits => {
  const key = firmKey(left)
  const called = key !== undefined && key === firmKey(right) ? firmWeight(left, right) : 0
  if (!isRespaced(left, right)) return Math.max(called, acronymWeight(left, right))
  const spelled = Math.min(organisationWeights.respaced, saidBy(left), saidBy(right))
  return Math.max(called, spelled, firmWeight(left, right))
}
