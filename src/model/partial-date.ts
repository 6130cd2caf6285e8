/**
 * Dates as precise as their source, written in a subset of EDTF (ISO 8601-2:2019, level 1):
 * `1948`, `1948-03`, `1948-03-05`, about `1948~`, a range `1962/1965`, half-open `1962/..`.
 */
export type PartialDate = string

/** First and last day that a partial date can mean, as days since 1970-01-01, both included. */
export type Span = { readonly first: number; readonly last: number; readonly circa: boolean }

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const monthNumber = (word: string): number => {
  const name = word.toLowerCase().replace('.', '')
  return name.length < 3 ? 0 : months.findIndex((month) => month.startsWith(name)) + 1
}

const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Builds a partial date from numbers; undefined where no such day exists. */
export const partialDate = (year: number, month = 0, day = 0): PartialDate | undefined => {
  if (!(year >= 1000 && year <= 2999)) return undefined
  if (month === 0) return day === 0 ? `${year}` : undefined
  if (month > 12) return undefined
  const prefix = `${year}-${String(month).padStart(2, '0')}`
  if (day === 0) return prefix
  return day > daysInMonth(year, month) ? undefined : `${prefix}-${String(day).padStart(2, '0')}`
}

/** How a source orders all-number dates such as 03/10/2017. */
export type NumericOrder = 'day-first' | 'month-first'

const plain = (text: string, order: NumericOrder): PartialDate | undefined => {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ].*)?)?)?$/.exec(text)
  if (iso) return partialDate(Number(iso[1]), Number(iso[2] ?? 0), Number(iso[3] ?? 0))
  const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  if (numeric) {
    const [a, b, year] = [Number(numeric[1]), Number(numeric[2]), Number(numeric[3])]
    if (a === 0 && b === 0) return partialDate(year)
    const [day, month] = order === 'day-first' ? [a, b] : [b, a]
    return month === 0 ? undefined : partialDate(year, month, day)
  }
  const monthYear = /^(\d{1,2})[./](\d{4})$/.exec(text)
  if (monthYear) {
    const month = Number(monthYear[1])
    return month === 0 ? undefined : partialDate(Number(monthYear[2]), month)
  }
  const words = /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9}\.?),?\s+(\d{4})$/.exec(text)
  if (words) {
    const month = monthNumber(words[2] as string)
    return month ? partialDate(Number(words[3]), month, Number(words[1] ?? 0)) : undefined
  }
  const american = /^([A-Za-z]{3,9}\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(text)
  if (american) {
    const month = monthNumber(american[1] as string)
    return month ? partialDate(Number(american[3]), month, Number(american[2])) : undefined
  }
  return undefined
}

const circaWords = /^(?:circa|c\.|ca\.?|about|around|approximately|approx\.?|estimated)\s*/i
const rangeWords =
  /^(?:between\s+)?(.+?)\s*(?:\bto\b|\band\b|\bthrough\b|(?<=\d)\s*[-–]\s*(?=(?:circa\s)?\d{4}$)|\s[-–]\s|\/)\s*(.+)$/i

/**
 * Reads a date as lists and forms print it: `05 Mar 1948`, `Mar 1948`, `circa 1948`, `1962 to 1965`,
 * `1948-03-05`, `03/10/2017`. Undefined where the text is no date: the caller keeps the text.
 */
export const parsePartialDate = (
  text: string,
  order: NumericOrder = 'day-first',
): PartialDate | undefined => {
  const trimmed = text.trim().replace(/\s+/g, ' ')
  const direct = plain(trimmed, order)
  if (direct) return direct
  if (/^\d{4}(-\d\d){0,2}~$/.test(trimmed)) return trimmed
  if (circaWords.test(trimmed)) {
    const date = parsePartialDate(trimmed.replace(circaWords, ''), order)
    if (!date) return undefined
    return date.includes('/') ? date.replace(/~?\/(.*?)~?$/, '~/$1~') : `${date.replace(/~$/, '')}~`
  }
  const range = rangeWords.exec(trimmed)
  if (!range) return undefined
  const [from, to] = [range[1] as string, range[2] as string].map((end) =>
    end === '..' ? '..' : parsePartialDate(end, order),
  )
  if (!from || !to || from.includes('/') || to.includes('/')) return undefined
  return toSpan(from).first > toSpan(to).last ? undefined : `${from}/${to}`
}

const day = 86_400_000
const openEnd: Span = { first: -1_000_000, last: 1_000_000, circa: false }

/** First and last day of a partial date as `parsePartialDate` writes it. */
export const toSpan = (date: PartialDate): Span => {
  const [from = '', to] = date.split('/')
  if (to !== undefined) {
    const [start, end] = [from, to].map((part) => (part === '..' ? openEnd : toSpan(part)))
    return {
      first: (start as Span).first,
      last: (end as Span).last,
      circa: (start as Span).circa || (end as Span).circa,
    }
  }
  const circa = from.endsWith('~')
  const [year = 0, month, dayOfMonth] = from.replace('~', '').split('-').map(Number)
  const first = Date.UTC(year, (month ?? 1) - 1, dayOfMonth ?? 1) / day
  const last = Date.UTC(year, (month ?? 12) - 1, dayOfMonth ?? daysInMonth(year, month ?? 12)) / day
  return { first, last, circa }
}
