import { type PartialDate, toSpan } from '../../model/index.ts'
import { best, type Feature, type Observed, observed, unknown } from './feature.ts'
import { weights } from './weights.ts'

const w = weights.birthDate
const dated = /^\d{4}|^\.\.\//
const fullDay = /^\d{4}-\d{2}-\d{2}$/
const daysOfYear = 366

type Compared = Pick<Observed, 'outcome' | 'millibits'>

const isSwapped = (a: string, b: string): boolean =>
  a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7)

const digitsApart = (a: string, b: string): number =>
  [...a].filter((digit, i) => digit !== b[i]).length

const compareDays = (a: string, b: string): Compared => {
  if (a === b)
    return { outcome: 'agree', millibits: a.endsWith('-01-01') ? w.firstOfJanuary : w.sameDay }
  if (isSwapped(a, b)) return { outcome: 'partly', millibits: w.dayMonthSwapped }
  if (a.slice(0, 4) === b.slice(0, 4)) return { outcome: 'partly', millibits: 0 }
  if (digitsApart(a, b) === 1) return { outcome: 'partly', millibits: w.oneDigit }
  return { outcome: 'differ', millibits: w.differ }
}

/** Compares two partial dates at the precision that both have. */
export const compareBirthDates = (a: PartialDate, b: PartialDate): Compared => {
  if (fullDay.test(a) && fullDay.test(b)) return compareDays(a, b)
  const [left, right] = [toSpan(a), toSpan(b)]
  const gap = Math.max(left.first - right.last, right.first - left.last)
  if (gap > 0) {
    const loose = left.circa || right.circa
    if (loose && gap <= 2 * daysOfYear) return { outcome: 'partly', millibits: w.nextYear }
    return gap <= daysOfYear && !loose && a.length === 4 && b.length === 4
      ? { outcome: 'partly', millibits: w.nextYear }
      : { outcome: 'differ', millibits: w.differ }
  }
  if (left.circa || right.circa) return { outcome: 'partly', millibits: w.circa }
  const widest = Math.max(left.last - left.first, right.last - right.first)
  if (widest < 31) return { outcome: 'agree', millibits: w.sameMonth }
  if (widest <= daysOfYear) return { outcome: 'agree', millibits: w.sameYear }
  return { outcome: 'partly', millibits: widest <= 10 * daysOfYear ? w.within : 0 }
}

/** Birth dates by their precision; the best pair counts, since lists give several dates for one person. */
export const birthDate: Feature = (subject, listed) => {
  const lefts = subject.birthDates.filter((fact) => dated.test(fact.value))
  const rights = listed.birthDates.filter((fact) => dated.test(fact.value))
  return (
    best(lefts, rights, (left, right) => {
      const { outcome, millibits } = compareBirthDates(left.value, right.value)
      return observed('birthDate', 'birth', outcome, millibits, { left, right })
    }) ?? unknown('birthDate', 'birth', subject.birthDates[0])
  )
}
