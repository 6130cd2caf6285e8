import type { Said } from '../said.ts'
import { days, reports } from '../status-rules.ts'
import { type Contradiction, contradict, tell } from './contradiction.ts'

/** What was known before it can have been so, and reports that were filed before they could be made. */
export const findDateFaults = (said: readonly Said[]): readonly Contradiction[] =>
  said.flatMap((one) => [...foretold(one), ...tooEarly(one)])

const foretold = (said: Said): readonly Contradiction[] => {
  const { kind, known } = said.statement
  if (kind === 'plan' || said.known >= said.from) return []
  return [
    contradict('date', [
      { says: `it is about a later time: ${tell(said)}`, statements: [said.id] },
      { says: `it was known on ${known}`, statements: [said.id] },
    ]),
  ]
}

const tooEarly = (said: Said): readonly Contradiction[] => {
  if (!said.roles.includes('filed')) return []
  const earliest = said.report ? reports[said.report].earliest : days.adopted
  if (said.since >= earliest) return []
  const what = said.report
    ? `a ${said.report} report covers a time that ends later`
    : 'the report was asked for later'
  return [
    contradict('date', [
      { says: tell(said), statements: [said.id] },
      { says: `${what}: ${toDate(earliest)}`, statements: [said.id] },
    ]),
  ]
}

const toDate = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
