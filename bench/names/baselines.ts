import { edits } from './edits.ts'
import { plain } from './skeleton.ts'

/** A way to score two names: the higher, the more alike. */
export type Score = (a: string, b: string) => number

/** Jaro similarity of two texts, 0 to 1 (Jaro 1989). */
const jaro = (a: string, b: string): number => {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Uint8Array(b.length)
  const [left, right]: [string[], string[]] = [[], []]
  for (let i = 0; i < a.length; i++)
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++)
      if (taken[j] === 0 && a[i] === b[j]) {
        taken[j] = 1
        left.push(a[i] as string)
        break
      }
  for (let j = 0; j < b.length; j++) if (taken[j] === 1) right.push(b[j] as string)
  const same = left.length
  if (same === 0) return 0
  const swapped = left.filter((letter, i) => letter !== right[i]).length / 2
  return (same / a.length + same / b.length + (same - swapped) / same) / 3
}

const sharedStart = (a: string, b: string): number => {
  let length = 0
  while (length < 4 && a[length] !== undefined && a[length] === b[length]) length++
  return length
}

const winkler = (a: string, b: string): number => {
  const similar = jaro(a, b)
  return similar + sharedStart(a, b) * 0.1 * (1 - similar)
}

const sorted = (text: string): string => text.split(' ').sort().join(' ')

/** Jaro–Winkler on any-ascii, words as they stand or sorted, whichever fits better. */
export const jaroWinkler: Score = (a, b) => {
  const [x, y] = [plain(a), plain(b)]
  return Math.max(winkler(x, y), winkler(sorted(x), sorted(y)))
}

/** 1 less insertions and deletions over the letters of both, a replacement counting as two. */
const ratio = (a: string, b: string): number => {
  const length = a.length + b.length
  if (length === 0) return 1
  return 1 - edits(a, b, 2) / length
}

/** Token-set ratio as RapidFuzz defines it, on any-ascii: common words against each rest. */
export const tokenSet: Score = (a, b) => {
  const [x, y] = [new Set(plain(a).split(' ')), new Set(plain(b).split(' '))]
  const common = [...x].filter((word) => y.has(word)).sort()
  const rest = (own: Set<string>, other: Set<string>): string =>
    [...common, ...[...own].filter((word) => !other.has(word)).sort()].join(' ')
  const [left, right, both] = [rest(x, y), rest(y, x), common.join(' ')]
  if (both === '') return ratio(left, right)
  return Math.max(ratio(both, left), ratio(both, right), ratio(left, right))
}

/** 1 where the words are equal in any order after any-ascii and case. */
export const exact: Score = (a, b) => Number(sorted(plain(a)) === sorted(plain(b)))
