import { edits } from './edits.ts'
import { firmWords } from './legal-forms.ts'
import { remember, skeleton } from './skeleton.ts'
import { abjad, consonants, generic, numbersOf, particles, wordsOf } from './words.ts'

/** Whether two words may spell one word: equal skeletons, or one class away in long ones. */
const isNearWord = (a: string, b: string): boolean => {
  if (a === b) return true
  if (/\d/.test(a + b)) return false
  const [left, right] = [skeleton(a), skeleton(b)]
  const shorter = Math.min(left.length, right.length)
  const isWithin = (limit: number): boolean => edits(a, b) <= limit
  if (shorter <= 1) return left === right && isWithin(Math.min(a.length, b.length) / 2)
  if (left === right) return isWithin(Math.max(a.length, b.length) / 2)
  if (shorter < 3 || Math.abs(left.length - right.length) > 1) return false
  return edits(left, right) <= 1 && isWithin(a.length / 2)
}

/** A word, or two that the other name joins, with the places that it takes. */
const pieces = (words: readonly string[]): { text: string; from: number; length: number }[] =>
  words.flatMap((word, from) => {
    const next = words[from + 1]
    const one = { text: word, from, length: 1 }
    return next === undefined ? [one] : [one, { text: word + next, from, length: 2 }]
  })

/** Places of the words of `a` and `b` that have a partner. */
const pairWords = (a: readonly string[], b: readonly string[]): [Set<number>, Set<number>] => {
  const [left, right] = [new Set<number>(), new Set<number>()]
  for (const lengths of [2, 3])
    for (const x of pieces(a))
      for (const y of pieces(b)) {
        if (x.length + y.length !== lengths || !isNearWord(x.text, y.text)) continue
        const places = (piece: { from: number; length: number }): number[] =>
          piece.length === 1 ? [piece.from] : [piece.from, piece.from + 1]
        if (places(x).some((i) => left.has(i)) || places(y).some((j) => right.has(j))) continue
        for (const i of places(x)) left.add(i)
        for (const j of places(y)) right.add(j)
      }
  return [left, right]
}

/**
 * Whether two names are forms of one name, for people: every word of the shorter has its own partner
 * in the longer, at least two words do, and at least half of the longer are spoken for. One-word names
 * need their letters to be near. Titles, translations and noms de guerre fall out.
 */
export const isPersonForm = (a: string, b: string): boolean => {
  const [left, right] = [wordsOf(a, particles), wordsOf(b, particles)]
  if (!abjad.test(a + b)) return isForm(left, right, 2)
  return isForm(left.map(consonants), right.map(consonants), 2)
}

/**
 * The same for organisations, without their legal forms: also the words of a trade need partners (an
 * Army is no Movement), at least two words that are no trade do, and numbers must be the same.
 */
export const isFirmForm = (a: string, b: string): boolean => isThingForm(a, b, 2)

/** The same for ships, which lists call by one word. */
export const isShipForm = (a: string, b: string): boolean => isThingForm(a, b, 1)

const isThingForm = (a: string, b: string, least: number): boolean => {
  const [left, right] = [firmWords(a), firmWords(b)].map((words) =>
    words.filter((word) => !particles.has(word)),
  ) as [string[], string[]]
  if (numbersOf(left) !== numbersOf(right) || !isForm(left, right, 1)) return false
  const [x, y] = [left, right].map((words) => words.filter((word) => !generic.has(word))) as [
    string[],
    string[],
  ]
  return isForm(x, y, least)
}

const isForm = (a: readonly string[], b: readonly string[], least: number): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 0) return false
  const [left, right] = pairWords(short, long)
  if (left.size < short.length || 2 * right.size < long.length) return false
  return left.size >= Math.min(least, long.length) && skeleton(short.join('')).length > 1
}

/** Sound keys of the words of a name, by which near names of other parties are found. */
export const nearKeys: (name: string) => string[] = remember((name) => [
  ...new Set(
    wordsOf(name, particles)
      .filter((word) => word.length > 2 && !generic.has(word))
      .map((word) => skeleton(word) || word),
  ),
])
