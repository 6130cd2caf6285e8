import type { Millibits } from '../../model/index.ts'
import { information } from '../token.ts'
import { dependent } from '../token-weights.ts'
import { isTelling, roleOf } from './role.ts'
import { isForm, korea } from './vocabulary.ts'
import { organisationWeights } from './weights.ts'

/** Initials of canonical words that stand for several, or for words with other initials. */
const initialsOf: Readonly<Record<string, readonly string[]>> = {
  bureau: ['b', 'd', 'o'],
  corporation: ['c'],
  jointventure: ['jv', 'jvc'],
  limited: ['l', 'cl'],
  foreign: ['f', 'e'],
  researchinstitute: ['ri', 'sri'],
  productionassociation: ['pa', 'spa', 'npo'],
  researchproduction: ['rpe', 'spe', 'npp'],
  realestate: ['re'],
  united: ['u', 'a'],
  army: ['a', 'f'],
  oil: ['o', 'p'],
}

const fewestWords = 3
const mostWords = 8
const mostLetters = 8
const mostAcronyms = 24

/** Words of a name with and without the forms that it ends with and the country that it begins with. */
const readings = (tokens: readonly string[]): (readonly string[])[] => {
  let end = tokens.length
  while (end > 0 && isForm(tokens[end - 1] as string)) end--
  const ends = end === tokens.length ? [end] : [end, end + 1]
  const starts = tokens[0] === korea ? [0, 1] : [0]
  return starts.flatMap((start) => ends.map((stop) => tokens.slice(start, stop)))
}

/** The acronyms that a name of three words or more may go by, from its canonical tokens. */
const acronymsOf = (tokens: readonly string[]): readonly string[] => {
  if (tokens.length < fewestWords || tokens.length > mostWords) return []
  const acronyms = new Set<string>()
  for (const words of readings(tokens)) {
    if (words.length < fewestWords) continue
    let begun = ['']
    for (const word of words) {
      const next = initialsOf[word] ?? [word[0] as string]
      begun = begun
        .flatMap((start) => next.map((initial) => start + initial))
        .slice(0, mostAcronyms)
    }
    for (const acronym of begun) if (acronym.length <= mostLetters) acronyms.add(acronym)
    const [first, second, ...rest] = words as [string, string, ...string[]]
    const syllabic = first.slice(0, 2) + second.slice(0, 2)
    for (let k = 1; k <= rest.length; k++)
      acronyms.add(
        syllabic +
          rest
            .slice(0, k)
            .map((word) => word[0])
            .join(''),
      )
  }
  return [...acronyms]
}

/** The one word that a name consists of beside legal forms; undefined where it has more. */
const loneWord = (tokens: readonly string[]): string | undefined => {
  const [word, ...more] = tokens.filter((token) => !isForm(token))
  return word !== undefined && more.length === 0 && roleOf(word) === undefined ? word : undefined
}

/** Letters of a name without spaces and legal forms, where it has several words. */
const lettersOf = (tokens: readonly string[]): string =>
  tokens.filter((token) => !isForm(token)).join('')

const fewestLetters = 8
const mostJoined = 64

/** Letters of a word or a name as they sound in many languages, so that spellings of a firm meet. */
const soundOf = (letters: string): string =>
  letters
    .replace(/ph/g, 'f')
    .replace(/[kc]h?s|x/g, 'ks')
    .replace(/[ckq]h?|kh/g, 'k')
    .replace(/w/g, 'v')
    .replace(/y/g, 'i')
    .replace(/(.)\1+/g, '$1')

/**
 * The words of a firm's name without legal forms, in one order; undefined where nothing shows a firm
 * and the name could be a person's.
 */
const firmOf = (tokens: readonly string[]): readonly string[] | undefined => {
  const words = tokens.filter((token) => !isForm(token))
  if (words.length === 0) return undefined
  if (words.length > 1 && !tokens.some((token) => isTelling(roleOf(token), token))) return undefined
  return words.sort()
}

const firmKey = (words: readonly string[]): string =>
  words
    .map((word) => (word.length < shortWord ? word : soundOf(word)))
    .sort()
    .join(' ')

/** Below so many letters firms are called by sounds that others are called by too. */
const shortWord = 5

/** What two firms say that are called alike but for legal forms and letters of one sound. */
const firmWeight = (left: readonly string[], right: readonly string[]): Millibits => {
  if (!isFirm(left) && !isFirm(right)) return 0
  const [a, b] = [firmOf(left), firmOf(right)]
  if (!a || !b || firmKey(a) !== firmKey(b)) return 0
  const { bonus, respelled } = organisationWeights.firm
  const differing = a.join(' ') === b.join(' ') ? 0 : respelled
  return Math.max(0, dependent(Math.min(saidBy(a), saidBy(b))) + bonus - differing)
}

const isFirm = (tokens: readonly string[]): boolean =>
  tokens.some((token) => isTelling(roleOf(token), token))

/**
 * Keys by which whole names meet that share no token: acronyms, and letters without their spaces. Names
 * have weight by `wholeNameWeight` only where they share a key.
 */
export const wholeNameKeys = (tokens: readonly string[]): readonly string[] => {
  const keys = acronymsOf(tokens).map((acronym) => `acronym:${acronym}`)
  const lone = loneWord(tokens)
  if (lone !== undefined && lone.length <= mostLetters) keys.push(`acronym:${lone}`)
  const firm = firmOf(tokens)
  if (firm) keys.push(`firm:${firmKey(firm)}`)
  const letters = lettersOf(tokens)
  if (letters.length >= fewestLetters && letters.length <= mostJoined)
    keys.push(`letters:${letters}`)
  return keys
}

/** Weight of one name being the initials of the other; 0 where it is not. Whole names only; symmetric. */
export const acronymWeight = (left: readonly string[], right: readonly string[]): Millibits =>
  Math.max(initialsWeight(left, right), initialsWeight(right, left))

const initialsWeight = (short: readonly string[], long: readonly string[]): Millibits => {
  const lone = loneWord(short)
  if (lone === undefined || lone.length > mostLetters || !acronymsOf(long).includes(lone)) return 0
  const { acronym } = organisationWeights
  return acronym[Math.min(lone.length, acronym.length - 1)] as Millibits
}

/**
 * Whether two names are the same letters with other spaces and perhaps other legal forms: `chon ma san`
 * and `chonmasan`. Short ones are left to the comparison of tokens.
 */
const isRespaced = (left: readonly string[], right: readonly string[]): boolean => {
  const letters = lettersOf(left)
  return (
    letters.length >= fewestLetters &&
    letters.length <= mostJoined &&
    letters === lettersOf(right) &&
    left.join(' ') !== right.join(' ')
  )
}

const saidBy = (tokens: readonly string[]): Millibits =>
  tokens.reduce((sum, token) => sum + information(token), 0)

/**
 * Weight of two names as wholes, beside what their tokens weigh: one is the acronym of the other, or
 * both are the same letters with other spaces. Symmetric, 0 where neither is so.
 */
export const wholeNameWeight = (left: readonly string[], right: readonly string[]): Millibits =>
  Math.max(
    isRespaced(left, right)
      ? Math.min(organisationWeights.respaced, saidBy(left), saidBy(right))
      : acronymWeight(left, right),
    firmWeight(left, right),
  )
