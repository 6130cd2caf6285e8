import { edits } from './edits.ts'
import { firmWords } from './legal-forms.ts'
import { remember, skeleton } from './skeleton.ts'
import { abjad, consonants, numbersOf, particles, wordsOf } from './words.ts'

/** A word with its vowels alike and its consonants by class. */
const pattern: (word: string) => string = remember((word) =>
  skeletonOf(word.replace(/[aeiouyw]+/g, 'a')),
)

const skeletonOf = (word: string): string =>
  word
    .split('a')
    .map((part) => skeleton(part))
    .join('a')

const spelledKeys = remember((name) => wordsOf(name, particles).map(pattern).sort())
const consonantKeys = remember((name) =>
  wordsOf(name, particles)
    .map((word) => skeleton(consonants(word)))
    .sort(),
)

/** Words of two names as keys, the fewer first. */
const keysOf = (a: string, b: string): [readonly string[], readonly string[]] => {
  const keys = abjad.test(a) || abjad.test(b) ? consonantKeys : spelledKeys
  const [left, right] = [keys(a), keys(b)]
  return left.length <= right.length ? [left, right] : [right, left]
}

/**
 * Whether letters cannot part two names: the same words in any order but for vowels, doubling and
 * letters of one class. Different parties of such names are homonyms, not negatives.
 */
export const isSame = (a: string, b: string): boolean => {
  const [few, many] = keysOf(a, b)
  return few.join(' ') === many.join(' ')
}

/** The same where one name also leaves words out, as the names of father and son do. */
export const isSameOrPart = (a: string, b: string): boolean => {
  const [few, many] = keysOf(a, b)
  return few.length < 2 ? few.join(' ') === many.join(' ') : isWithin(few, many)
}

const isWithin = (few: readonly string[], many: readonly string[]): boolean => {
  const left = [...many]
  for (const key of few) {
    const at = left.indexOf(key)
    if (at < 0) return false
    left.splice(at, 1)
  }
  return 2 * few.length >= many.length
}

const isOneLetter = (a: string, b: string): boolean =>
  a === b || (skeleton(a) === skeleton(b) && edits(a, b) <= 1)

/**
 * Whether two names of people are letters apart that lists print of one person and of two: every word
 * of the shorter stands in the other in the same order, with the same consonants by class and at most
 * one letter changed.
 */
export const isOneLetterApart = (a: string, b: string): boolean => {
  const [left, right] = [a, b].map((name) => wordsOf(name, particles)) as [string[], string[]]
  const [few, many] = left.length <= right.length ? [left, right] : [right, left]
  if (few.length < 2 || 2 * few.length < many.length) return false
  let met = 0
  for (const word of many) if (met < few.length && isOneLetter(few[met] as string, word)) met++
  return met === few.length
}

/** From so many letters on, one letter more or less is a misprint and makes no other firm. */
const longName = 10

/** Words that two languages spell alike: `accesorios`, `accessories`. */
const isOneWord = (a: string, b: string): boolean => {
  if (a === b) return true
  const shorter = Math.min(a.length, b.length)
  return shorter > 4 && skeleton(a) === skeleton(b) && edits(a, b) <= shorter / 5
}

/** A soft c is an s before vowels are made alike: `defence`, `defense`. */
const firmKeys = remember((name) =>
  firmWords(name).map((word) => pattern(word.replace(/c(?=[eiy])/g, 's'))),
)

/**
 * Whether one firm's name is the other's without some words, legal forms aside and in letters that are
 * alike: a parent and its branch, or one firm whose name is shortened. No more than half may be missing.
 */
export const isPartOfFirm = (a: string, b: string): boolean => {
  const [left, right] = [firmKeys(a), firmKeys(b)]
  return left.length <= right.length ? isWithin(left, right) : isWithin(right, left)
}

const bySound = (words: readonly string[]): string[] =>
  words.toSorted((a, b) => (skeleton(a) + a < skeleton(b) + b ? -1 : 1))

/**
 * Whether two names are one firm's but for legal forms and their place, spacing, order of words, and
 * one letter in long names. Branches, parents and sister firms have words of their own.
 */
export const isOneFirm = (a: string, b: string): boolean => {
  const [left, right] = [firmWords(a), firmWords(b)]
  if (numbersOf(left) !== numbersOf(right)) return false
  const [x, y] = [left.join(''), right.join('')]
  // A letter that stands as a word is a name: a firm and its firm M.
  if (left.length !== right.length) return x === y
  const sorted = bySound(right)
  if (bySound(left).every((word, i) => isOneWord(word, sorted[i] as string))) return true
  if (Math.min(x.length, y.length) < longName || Math.abs(x.length - y.length) > 1) return x === y
  return edits(x, y) <= 1
}
