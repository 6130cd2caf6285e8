import { fromDay } from '../rule-date.ts'
import type { Said } from '../said.ts'
import { days, reports } from '../status-rules.ts'
import {
  type Contradiction,
  contradict,
  type Suspects,
  side,
  suspect,
  tell,
} from './contradiction.ts'

/** What was known before it can have been so, and reports that were filed before they could be made. */
export const suspectDates = (said: readonly Said[]): readonly Suspects[] =>
  suspect(
    said.map((one) => [one]),
    findFaults,
  )

const findFaults = (said: readonly Said[]): readonly Contradiction[] => {
  const found: Contradiction[] = []
  for (const one of said) {
    if (one.known < one.from && one.statement.kind !== 'plan') found.push(foretold(one))
    const earliest = one.report ? reports[one.report].earliest : days.adopted
    if (one.since < earliest && one.roles.includes('filed')) found.push(tooEarly(one, earliest))
  }
  return found
}

const foretold = (said: Said): Contradiction =>
  contradict('date', [
    side([said.id], () => `it is about a later time: ${tell(said)}`),
    side([said.id], () => `it was known on ${said.statement.known}`),
  ])

const tooEarly = (said: Said, earliest: number): Contradiction => {
  const what = said.report
    ? `a ${said.report} report covers a time that ends later`
    : 'the report was asked for later'
  return contradict('date', [
    side([said.id], () => tell(said)),
    side([said.id], () => `${what}: ${fromDay(earliest)}`),
  ])
}
