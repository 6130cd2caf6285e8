import { type NumericOrder, parsePartialDate } from '../../../model/index.ts'

/** A day as eight digits, `19800305`; parts that are not stated are zeros. */
export type DayText = string

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const yearFirst = /^(\d{4})\s*[./年년]\s*(\d{1,2})(?:\s*[./月월]\s*(\d{1,2}))?\s*[.日일月월]?$/
const yearLast = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/

/** Years of two digits from this on are of the twentieth century: people who work were born in it. */
const centuryTurns = 20

const toYear = (text: string): string => {
  if (text.length === 4) return text
  return Number(text) < centuryTurns ? `20${text}` : `19${text}`
}

const pad = (part: string | undefined, width: number): string => (part ?? '').padStart(width, '0')

/**
 * A date as it is compared. Digits are kept as they were typed, also where there is no such day
 * (`19801332`): a slip of the hand is what linking looks for. Undefined where the text is no date.
 */
export const toDay = (text: string, order: NumericOrder): DayText | undefined => {
  const parts = iso.exec(text) ?? compact.exec(text) ?? yearFirst.exec(text)
  if (parts) return `${parts[1]}${pad(parts[2], 2)}${pad(parts[3], 2)}`
  const last = yearLast.exec(text)
  if (last) {
    const [month, day] = order === 'day-first' ? [last[2], last[1]] : [last[1], last[2]]
    return `${toYear(last[3] as string)}${pad(month, 2)}${pad(day, 2)}`
  }
  const read = parsePartialDate(text, order)
  const [year, month, day] = (read?.replace('~', '').split('/')[0] ?? '').split('-')
  return year && /^\d{4}$/.test(year) ? `${year}${pad(month, 2)}${pad(day, 2)}` : undefined
}

/** How the dates of a column order day and month; day first where none can be read in one way only. */
export const orderOf = (texts: Iterable<string>): NumericOrder => {
  let [dayFirst, monthFirst] = [0, 0]
  for (const text of texts) {
    const parts = yearLast.exec(text)
    if (!parts) continue
    if (Number(parts[1]) > 12) dayFirst++
    if (Number(parts[2]) > 12) monthFirst++
  }
  return monthFirst > dayFirst ? 'month-first' : 'day-first'
}
