import type { Word } from './words.ts'

/** One way to read written syllables as a name, and its share before the syllables are looked at. */
export type Arrangement = {
  /** None, one, or the two of a family name of two syllables. */
  readonly surname: readonly string[]
  readonly given: readonly string[]
  readonly share: number
}

/** Shares of the orders that names are written in. */
const order = { front: 0.85, back: 0.13, none: 0.02, joined: 0.5, onlyGiven: 0.3 }
/** A comma after the family name decides; a hyphen seldom stands between family and given name. */
const against = { comma: 0.02, hyphen: 0.05 }
/** The share of given names of one syllable is in the count of those. */
const lengthOfGiven = [0, 1, 0.93, 0.005]
const mostSplits = 12
const longestSyllable = 8
const longestWord = 24

/** All ways to part a word into syllables that the script can spell. */
export const splitWord = (
  word: string,
  spells: (syllable: string) => boolean,
  most = 4,
): readonly (readonly string[])[] => {
  if (word.length > longestWord) return []
  const splits: string[][] = []
  const extend = (at: number, taken: string[]): void => {
    if (splits.length >= mostSplits) return
    if (at === word.length) {
      splits.push(taken)
      return
    }
    if (taken.length === most) return
    for (let end = Math.min(word.length, at + longestSyllable); end > at; end--) {
      const syllable = word.slice(at, end)
      if (spells(syllable)) extend(end, [...taken, syllable])
    }
  }
  extend(0, [])
  return splits
}

/**
 * Family and given names that words, each parted into syllables, may make; `heads` tells whether
 * syllables can be a family name.
 */
export const arrange = (
  words: readonly Word[],
  parts: readonly (readonly string[])[],
  heads: (surname: readonly string[]) => boolean,
): Arrangement[] => {
  const all = parts.flat()
  if (all.length > 5) return []
  const comma = words.findIndex(({ before }) => before === 'comma')
  const found: Arrangement[] = []
  const add = (
    surname: readonly string[],
    given: readonly string[],
    share: number,
    border: number,
  ) => {
    const length = lengthOfGiven[given.length] ?? 0
    if (length === 0 || surname.length > 2) return
    if (surname.length > 0 && !heads(surname)) return
    const marks =
      (comma < 0 || comma === border ? 1 : against.comma) *
      (words[border]?.before === 'hyphen' ? against.hyphen : 1)
    found.push({ surname, given, share: share * length * marks })
  }
  const first = parts[0] as readonly string[]
  if (words.length === 1) {
    for (let k = 1; k <= 2 && k < all.length; k++)
      add(all.slice(0, k), all.slice(k), order.joined, 0)
    if (all.length === 2) add([], all, order.onlyGiven, 0)
    return found
  }
  const last = parts.at(-1) as readonly string[]
  add(first, parts.slice(1).flat(), order.front, 1)
  if (words.length > 2 && first.length === 1 && parts[1]?.length === 1)
    add(all.slice(0, 2), parts.slice(2).flat(), order.front, 2)
  add(last, parts.slice(0, -1).flat(), order.back, words.length - 1)
  if (all.length === 2) add([], all, order.none, 0)
  return found
}
