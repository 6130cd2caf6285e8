import { duties } from './duties.ts'
import type { Duty } from './duty.ts'
import { stepDate } from './rule-date.ts'

/** A day on which something falls due, or a duty or the time that a report covers ends. */
export type Deadline = {
  readonly date: string
  readonly what: 'due' | 'report' | 'covers' | 'ends'
  readonly duty: Duty
  /** What the date is for, where the duty itself does not say it. */
  readonly says?: string
}

/**
 * Every date of the duties up to a last day, `2026-11-24`, by date. Dates that come back, such as
 * reports every 90 days, are listed each time. What was to be done on the day of adoption is left out.
 */
export const deadlines = (last: string): readonly Deadline[] =>
  duties
    .flatMap((duty) => datesOf(duty, last))
    .filter(({ date }) => date <= last)
    .sort((a, b) => Number(a.date > b.date) - Number(a.date < b.date))

const datesOf = (duty: Duty, last: string): readonly Deadline[] => {
  const { due, until, reports = [] } = duty
  const dueDates = due?.rule === 'adoption' ? [] : repeat(due?.date, due?.every, last)
  return [
    ...dueDates.map((date): Deadline => ({ date, what: 'due', duty, ...saying(due?.for) })),
    ...reports.flatMap((report): readonly Deadline[] => [
      ...repeat(report.date, report.every, last).map(
        (date): Deadline => ({
          date,
          what: 'report',
          duty,
          ...saying(report.what ?? `to the ${report.to}`),
        }),
      ),
      ...(report.covers_to ? [{ date: report.covers_to.date, what: 'covers' as const, duty }] : []),
    ]),
    ...(until ? [{ date: until.date, what: 'ends' as const, duty, ...saying(until.how) }] : []),
  ]
}

const saying = (says: string | undefined): { readonly says?: string } =>
  says === undefined ? {} : { says: says.replaceAll('_', ' ') }

const repeat = (
  first: string | undefined,
  every: string | undefined,
  last: string,
): readonly string[] => {
  if (first === undefined) return []
  if (every === undefined) return [first]
  const dates: string[] = []
  for (let date = first; date <= last; date = stepDate(first, every, dates.length)) dates.push(date)
  return dates
}
