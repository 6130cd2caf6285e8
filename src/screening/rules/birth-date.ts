import { type Outcome, type PartialDate, toSpan } from '../../model/index.ts'
import { best, type Feature, type Observed, observed, unknown } from './feature.ts'
import { weights } from './weights.ts'

const w = weights.birthDate
const dated = /^\d{4}|^\.\.\//
const fullDay = /^\d{4}-\d{2}-\d{2}$/
const daysOfYear = 366

type Compared = Pick<Observed, 'outcome' | 'millibits'>

/** How two birth dates stand to each other; each has its weight in `data/screening-weights.json`. */
export type DateOutcome = Exclude<keyof typeof weights.birthDate, 'why' | 'estimated' | 'reasoned'>

const agreeing: ReadonlySet<DateOutcome> = new Set([
  'sameDay',
  'firstOfJanuary',
  'sameMonth',
  'sameYear',
])

const isSwapped = (a: string, b: string): boolean =>
  a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7)

const digitsApart = (a: string, b: string): number =>
  [...a].filter((digit, i) => digit !== b[i]).length

const outcomeOfDays = (a: string, b: string): DateOutcome => {
  if (a === b) return a.endsWith('-01-01') ? 'firstOfJanuary' : 'sameDay'
  if (isSwapped(a, b)) return 'dayMonthSwapped'
  if (digitsApart(a, b) === 1)
    return a.slice(0, 4) === b.slice(0, 4) ? 'oneDigit' : 'oneDigitOfYear'
  return a.slice(0, 4) === b.slice(0, 4) ? 'otherDay' : 'differ'
}

/** How two partial dates stand to each other at the precision that both have. Symmetric. */
export const outcomeOfDates = (a: PartialDate, b: PartialDate): DateOutcome => {
  if (fullDay.test(a) && fullDay.test(b)) return outcomeOfDays(a, b)
  const [left, right] = [toSpan(a), toSpan(b)]
  const gap = Math.max(left.first - right.last, right.first - left.last)
  const loose = left.circa || right.circa
  if (gap > 0) {
    if (loose && gap <= 2 * daysOfYear) return 'nextYear'
    return gap <= daysOfYear && !loose && a.length === 4 && b.length === 4
      ? 'nextYear'
      : 'otherYear'
  }
  if (loose) return 'circa'
  const widest = Math.max(left.last - left.first, right.last - right.first)
  if (widest < 31) return 'sameMonth'
  if (widest <= daysOfYear) return 'sameYear'
  return widest <= 10 * daysOfYear ? 'within' : 'wide'
}

const says = (outcome: DateOutcome): Outcome => {
  if (outcome === 'differ' || outcome === 'otherYear') return 'differ'
  return agreeing.has(outcome) ? 'agree' : 'partly'
}

/** Compares two partial dates at the precision that both have. */
export const compareBirthDates = (a: PartialDate, b: PartialDate): Compared => {
  const outcome = outcomeOfDates(a, b)
  return { outcome: says(outcome), millibits: w[outcome] }
}

/** Whether a birth date says a year that can be compared. */
export const isDated = (date: string): boolean => dated.test(date)

/** Birth dates by their precision; the best pair counts, since lists give several dates for one person. */
export const birthDate: Feature = (subject, listed) => {
  const lefts = subject.birthDates.filter(({ value }) => isDated(value))
  const rights = listed.birthDates.filter(({ value }) => isDated(value))
  return (
    best(lefts, rights, (left, right) => {
      const { outcome, millibits } = compareBirthDates(left.value, right.value)
      return observed('birthDate', 'birth', outcome, millibits, { left, right })
    }) ?? unknown('birthDate', 'birth', subject.birthDates[0])
  )
}
