import type { Word } from './words.ts'

/** One way to read written syllables as a name: one or two of a surname, then those of the given name. */
export type Arrangement = {
  readonly surname: readonly string[]
  readonly given: readonly string[]
  readonly share: number
}

/** Shares of the orders of names on lists and papers; and of names written as one word. */
const order = { front: 0.6, back: 0.38, joined: 0.3 }
/** A comma or capitals tell the surname; a hyphen seldom stands between surname and given name. */
const against = { comma: 0.02, capitals: 0.05, hyphen: 0.03 }
const lengthOfGiven = [0, 0.14, 0.86, 0.003]
const longestSyllable = 7
const longestWord = 20
const mostSplits = 12
const mostSyllables = 3

/** All ways to part a word into syllables that some style writes, up to three. */
export const splitWord = (
  word: string,
  written: ReadonlySet<string>,
): readonly (readonly string[])[] => {
  if (word.length > longestWord) return []
  const splits: string[][] = []
  const extend = (at: number, taken: readonly string[]): void => {
    if (splits.length >= mostSplits || taken.length > mostSyllables) return
    if (at === word.length) {
      splits.push([...taken])
      return
    }
    for (let end = Math.min(word.length, at + longestSyllable); end > at; end--) {
      const syllable = word.slice(at, end)
      if (written.has(syllable)) extend(end, [...taken, syllable])
    }
  }
  extend(0, [])
  return splits
}

/** Surnames and given names that words, each parted into syllables, may make. */
export const arrange = (
  words: readonly Word[],
  parts: readonly (readonly string[])[],
): Arrangement[] => {
  const found: Arrangement[] = []
  const add = (
    surname: readonly string[],
    given: readonly string[],
    share: number,
    marks: number,
  ): void => {
    const length = lengthOfGiven[given.length] ?? 0
    if (length === 0 || surname.length > 2) return
    found.push({ surname, given, share: share * length * marks })
  }
  const all = parts.flat()
  if (words.length === 1) {
    add(all.slice(0, 1), all.slice(1), order.joined, 1)
    add(all.slice(0, 2), all.slice(2), order.joined, 1)
    return found
  }
  const [first = [], last = []] = [parts[0], parts.at(-1)]
  const n = words.length
  add(first, parts.slice(1).flat(), order.front, marksOf(words, 0, 1))
  add(last, parts.slice(0, -1).flat(), order.back, marksOf(words, n - 1, n))
  if (n < 3) return found
  add(parts.slice(0, 2).flat(), parts.slice(2).flat(), order.front, marksOf(words, 0, 2))
  add(parts.slice(-2).flat(), parts.slice(0, -2).flat(), order.back, marksOf(words, n - 2, n))
  return found
}

/** What comma, capitals and hyphens say of a surname that takes the words from one to another. */
const marksOf = (words: readonly Word[], from: number, to: number): number => {
  const border = from === 0 ? to : from
  const comma = words.findIndex(({ before }) => before === 'comma')
  const asShouted = words.every(({ capitals }, at) => capitals === (at >= from && at < to))
  let share = comma >= 0 && (comma !== border || from > 0) ? against.comma : 1
  if (!asShouted && words.some(({ capitals }) => capitals)) share *= against.capitals
  if (words[border]?.before === 'hyphen') share *= against.hyphen
  return share
}
