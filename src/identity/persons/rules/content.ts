import { toDay } from './dates.ts'
import type { Role } from './headers.ts'

/** Distinct texts that are looked at: the first in code-point order, whatever the order of rows. */
const looked = 2_000

/** The share of values that must look alike for a column to be read as they look. */
const most = 0.8

/** A column as its distinct texts and how often each occurs. */
export type Content = { readonly texts: readonly string[]; readonly counts: ArrayLike<number> }

const tests: readonly (readonly [role: Role, is: (text: string) => boolean])[] = [
  ['email', (text) => /^[^\s@]+@[^\s@]+$/.test(text)],
  // A bare number is a day only as eight digits: `2011` may be anything.
  [
    'date',
    (text) =>
      !/^\d{1,7}$/.test(text) && /\d{4}|\d[./-]\d{1,2}[./-]\d{2}$/.test(text) && isDay(text),
  ],
  ['phone', (text) => /^\+?\d[\d\s().-]{8,}$/.test(text) && /[\s().+-]/.test(text)],
  ['code', (text) => /\d/.test(text) && !/\p{L}{4}/u.test(text) && text.length <= 24],
]

const isDay = (text: string): boolean => {
  const day = toDay(text, 'day-first')
  const year = Number(day?.slice(0, 4))
  return day !== undefined && year >= 1000 && year <= 2100 && Number(day.slice(4, 6)) <= 31
}

/** Whether values are dates or parts of dates, a bare year too: for columns whose name says so. */
export const areDates = (texts: readonly string[]): boolean => {
  const shown = [...texts].sort().slice(0, looked)
  return shown.filter(isDay).length >= most * shown.length
}

/**
 * What a column holds by the look of its values: e-mail addresses, dates, phone numbers, codes, a few
 * values that come again and again, else words. `none` where it says nothing: no value, one value
 * throughout, or a running number.
 */
export const tellRole = ({ texts, counts }: Content, rows: number): Role => {
  if (texts.length < 2) return 'none'
  const shown = [...texts].sort().slice(0, looked)
  const found = tests.find(([, is]) => shown.filter(is).length >= most * shown.length)
  const role = found?.[0] ?? 'text'
  const filled = Array.from(counts).reduce((sum, count) => sum + count, 0)
  const isRunning = role === 'code' && texts.length === filled && isCounting(texts, rows)
  return isRunning ? 'none' : role
}

/** Whether all values are whole numbers in a range hardly larger than their number. */
const isCounting = (texts: readonly string[], rows: number): boolean => {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const text of texts) {
    if (!/^\d{1,9}$/.test(text)) return false
    least = Math.min(least, Number(text))
    greatest = Math.max(greatest, Number(text))
  }
  return greatest - least < 2 * rows
}
