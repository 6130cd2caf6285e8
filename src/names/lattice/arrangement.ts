import type { Parting } from './parting.ts'
import type { Word } from './words.ts'

/** One way to read written syllables as a name: none, one or two of a family name, and those of the given name. */
export type Arrangement = {
  readonly surname: Parting
  readonly given: Parting
  /** Its share before the syllables are looked at. */
  readonly share: number
}

/** How the names of a language are put together and written. */
export type NameHabits = {
  /** Shares of the orders: family name in front or behind, all in one word, no family name at all. */
  readonly order: {
    readonly front: number
    readonly back: number
    readonly joined: number
    readonly noSurname: number
    readonly noSurnameJoined: number
    /** Of names whose space after (or before) the family name is lost. */
    readonly lostSpace: number
  }
  /** What is left where a comma, capitals or a hyphen speak against a family name. */
  readonly against: { readonly comma: number; readonly capitals: number; readonly hyphen: number }
  /** Shares of given names by their syllables. */
  readonly lengthOfGiven: readonly number[]
}

/** Family names and given names that words, each parted into syllables, may make. */
export const arrange = (
  words: readonly Word[],
  parts: readonly Parting[],
  { order, against, lengthOfGiven }: NameHabits,
): Arrangement[] => {
  const all = parts.flat()
  const found: Arrangement[] = []
  const add = (surname: Parting, given: Parting, share: number): void => {
    const length = lengthOfGiven[given.length] ?? 0
    if (length > 0 && share > 0 && surname.length < 3)
      found.push({ surname, given, share: share * length })
  }
  const n = words.length
  if (n === 1) {
    add(all.slice(0, 1), all.slice(1), order.joined)
    add(all.slice(0, 2), all.slice(2), order.joined)
    if (all.length === 2) add([], all, order.noSurnameJoined)
    return found
  }
  const marks = (from: number, to: number): number => marksOf(words, against, from, to)
  const [first = [], last = []] = [parts[0], parts.at(-1)]
  add(first, parts.slice(1).flat(), order.front * marks(0, 1))
  add(last, parts.slice(0, -1).flat(), order.back * marks(n - 1, n))
  if (first.length > 1) add(all.slice(0, 1), all.slice(1), order.front * order.lostSpace)
  if (last.length > 1) add(all.slice(-1), all.slice(0, -1), order.back * order.lostSpace)
  if (all.length === 2) add([], all, order.noSurname * (hasComma(words) ? against.comma : 1))
  if (n < 3) return found
  add(parts.slice(0, 2).flat(), parts.slice(2).flat(), order.front * marks(0, 2))
  add(parts.slice(-2).flat(), parts.slice(0, -2).flat(), order.back * marks(n - 2, n))
  return found
}

const hasComma = (words: readonly Word[]): boolean => words.some(({ before }) => before === 'comma')

/** What comma, capitals and hyphens say of a family name that takes the words from one to another. */
const marksOf = (
  words: readonly Word[],
  against: NameHabits['against'],
  from: number,
  to: number,
): number => {
  const border = from === 0 ? to : from
  const comma = words.findIndex(({ before }) => before === 'comma')
  const asShouted = words.every(({ capitals }, at) => capitals === (at >= from && at < to))
  let share = comma >= 0 && (comma !== border || from > 0) ? against.comma : 1
  if (!asShouted && words.some(({ capitals }) => capitals)) share *= against.capitals
  if (words[border]?.before === 'hyphen') share *= against.hyphen
  return share
}
