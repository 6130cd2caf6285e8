import { type NumericOrder, parsePartialDate, partialDate } from '../../model/index.ts'

const numeric = /(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?![\d./-])/g

/**
 * How the dates of a file order day and month, told by those that can be read in one way only;
 * undefined where there are none or they contradict each other.
 */
export const sniffOrder = (text: string): NumericOrder | undefined => {
  let [dayFirst, monthFirst] = [false, false]
  for (const [, first, second] of text.matchAll(numeric)) {
    if (Number(first) > 12 && Number(second) <= 12) dayFirst = true
    if (Number(second) > 12 && Number(first) <= 12) monthFirst = true
  }
  if (dayFirst === monthFirst) return undefined
  return dayFirst ? 'day-first' : 'month-first'
}

const yearFirst = /^(\d{4})\s*[./年년]\s*(\d{1,2})(?:\s*[./月월]\s*(\d{1,2}))?\s*[.日일月월]?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const iso = /^\d{4}-\d{2}-\d{2}$/
const yearOnly = /^(\d{4})\s*[年년]$/

/**
 * A date as people write it in a table, beside what lists print: `1980. 3. 5.`, `1980年3月5日`,
 * `19800305`. Of `03/10/1980` in a file that does not tell day from month, only the year is sure.
 * Undefined where the text is no date.
 */
export const readDate = (text: string, order: NumericOrder | undefined): string | undefined => {
  if (iso.test(text)) return parsePartialDate(text)
  const parts = yearFirst.exec(text) ?? compact.exec(text) ?? yearOnly.exec(text)
  if (parts) return partialDate(Number(parts[1]), Number(parts[2] ?? 0), Number(parts[3] ?? 0))
  const dayFirst = parsePartialDate(text, 'day-first')
  const monthFirst = parsePartialDate(text, 'month-first')
  if (!dayFirst || !monthFirst || dayFirst === monthFirst) return dayFirst ?? monthFirst
  if (order) return order === 'day-first' ? dayFirst : monthFirst
  return /(\d{4})$/.exec(text)?.[1]
}
