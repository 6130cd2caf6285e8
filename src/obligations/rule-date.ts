import { type PartialDate, type Span, toSpan } from '../model/index.ts'
import { remember } from './remember.ts'

const dayMs = 86_400_000

/** First and last day of a partial date. */
export const spanOf: (date: PartialDate) => Span = remember(toSpan)

/** Days since 1970-01-01 of a whole day, `2017-12-22`. */
export const toDay = (date: string): number => toSpan(date).first

/** `2017-12-22` of days since 1970-01-01. */
export const fromDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** A number of days, `90d`, or of calendar months, `24m`. */
const stepParts = /^(\d+)([dm])$/

/**
 * The day that lies `times` steps after a date. Days count with the date as day 0, as states count
 * them; months keep the day of the month, so `2017-12-22` and `24m` give `2019-12-22`, and end with
 * the month where that is shorter.
 */
export const stepDate = (date: string, step: string, times = 1): string => {
  const [, count, unit] = stepParts.exec(step) ?? []
  const steps = Number(count) * times
  if (unit === 'd') return fromDay(toDay(date) + steps)
  return fromDay(addMonths(toDay(date), steps))
}

/** The same day so many months on, in days since 1970-01-01; the last of a month that is shorter. */
export const addMonths = (day: number, months: number): number => {
  const date = new Date(day * dayMs)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / dayMs
}

/** The date of a rule such as `adoption+24m`; undefined for rules without one, such as `promptly`. */
export const ruleDate = (adopted: string, rule: string): string | undefined => {
  if (rule === 'adoption') return adopted
  const step = /^adoption\+(\d+[dm])$/.exec(rule)?.[1]
  return step === undefined ? undefined : stepDate(adopted, step)
}
