import members from '../../../data/member-states.json' with { type: 'json' }
import { type PartialDate, parsePartialDate } from '../../model/index.ts'

/** What a text stands for, or why it stands for nothing. */
export type Value<T> = { readonly value: T } | { readonly reason: string }

const states: ReadonlySet<string> = new Set(members.states.map(([code]) => code as string))

/** ISO 3166-1 alpha-3 code of one of the 193 members of the United Nations, in capitals. */
export const toState = (text: string): Value<string> => {
  const code = text.toUpperCase()
  return states.has(code)
    ? { value: code }
    : { reason: `${text} is no ISO 3166-1 alpha-3 code of a member of the United Nations` }
}

/** What is said: a word such as `headcount` or `report_filed`. */
export const toProp = (text: string): Value<string> =>
  /^[a-z][a-z0-9_]{0,63}$/.test(text)
    ? { value: text }
    : { reason: `${text} is no property: small letters, digits and _ are` }

/** A count or an amount: nothing below zero, no separators, because 1.234 and 1,234 differ by country. */
export const toNumber = (text: string): Value<number> => {
  const isNumber = /^\d{1,15}(?:\.\d{1,15})?(?:[eE]\+?\d{1,2})?$/.test(text)
  return isNumber
    ? { value: Number(text) }
    : { reason: `${text} is no number: digits with at most one decimal point are` }
}

/**
 * A day, month or year (`2019-03-08`, `2019-03`, `2019`), also about (`2019~`) or a range
 * (`2019-01/2019-03`). Other ways to write a date are refused: 03/08/2019 is two days.
 */
export const toDate = (text: string): Value<PartialDate> => {
  const before = dates.get(text)
  if (before) return before
  const read = readDate(text)
  if (dates.size >= mostDates) dates.clear()
  dates.set(text, read)
  return read
}

/** Files say the same few thousand days again and again. */
const dates = new Map<string, Value<PartialDate>>()
const mostDates = 16_384

const readDate = (text: string): Value<PartialDate> => {
  const date = parsePartialDate(text)
  const isPlain = date !== undefined && (date === text || text.startsWith(`${date}T`))
  return isPlain
    ? { value: date }
    : { reason: `${text} is no date: write 2019-03-08, 2019-03 or 2019` }
}

/** One word of a closed list. */
export const toWord =
  <const T extends string>(words: readonly T[]) =>
  (text: string): Value<T> => {
    const word = words.find((each) => each === text)
    return word === undefined
      ? { reason: `${text} is none of ${words.join(', ')}` }
      : { value: word }
  }
