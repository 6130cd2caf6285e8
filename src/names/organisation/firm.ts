import type { Millibits } from '../../model/index.ts'
import { information } from '../token.ts'
import { dependent } from '../token-weights.ts'
import { isTelling, roleOf } from './role.ts'
import { isForm } from './vocabulary.ts'
import { organisationWeights } from './weights.ts'

/** Letters as they sound in many languages, so that spellings of one firm meet. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/[kc]h?s|x/g, 'ks'],
  [/[ckq]h?|kh/g, 'k'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
]

/** Below so many letters firms are called by sounds that others are called by too. */
const shortWord = 5

/** From so many consonants on these tell a word. */
const manyConsonants = 5

const soundOf = (word: string): string => {
  if (word.length < shortWord) return word
  let heard = word
  for (const [letters, sound] of sounds) heard = heard.replace(letters, sound)
  const consonants = heard.replace(/[aeiou]/g, '')
  return consonants.length < manyConsonants ? heard : consonants
}

const saidBy = (tokens: readonly string[]): Millibits =>
  tokens.reduce((sum, token) => sum + information(token), 0)

/** Whether a word shows that a name is one of an organisation. */
const isFirm = (tokens: readonly string[]): boolean =>
  tokens.some((token) => isTelling(roleOf(token), token))

/** Words without legal forms; undefined where nothing shows a firm and the name could be a person's. */
const firmWords = (tokens: readonly string[]): readonly string[] | undefined => {
  const words = tokens.filter((token) => !isForm(token))
  if (words.length === 0) return undefined
  return words.length === 1 || isFirm(tokens) ? words : undefined
}

/** What a firm is called but for legal forms, the order of words and letters of one sound. */
export const firmKey = (tokens: readonly string[]): string | undefined =>
  firmWords(tokens)?.map(soundOf).sort().join(' ')

/** Letters of a name without spaces and legal forms. */
export const lettersOf = (tokens: readonly string[]): string =>
  tokens.filter((token) => !isForm(token)).join('')

const isSpelledAlike = (left: readonly string[], right: readonly string[]): boolean => {
  const [a, b] = [left, right].map((tokens) =>
    tokens
      .filter((token) => !isForm(token))
      .sort()
      .join(' '),
  )
  return a === b
}

/**
 * Weight of two firms that are called alike as a whole: what the words of the one say that says less,
 * and that neither has a further word. 0 where nothing shows a firm.
 */
export const firmWeight = (left: readonly string[], right: readonly string[]): Millibits => {
  if (!isFirm(left) && !isFirm(right)) return 0
  const said = [left, right].map((tokens) => saidBy(tokens.filter((token) => !isForm(token))))
  const { bonus, respelled } = organisationWeights.firm
  const differing = isSpelledAlike(left, right) ? 0 : respelled
  return Math.max(0, dependent(Math.min(...said)) + bonus - differing)
}
