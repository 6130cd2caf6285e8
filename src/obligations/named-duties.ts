import type { StateStatement } from '../model/index.ts'
import { isReport, statedDuties } from './owed/rules.ts'
import { remember } from './remember.ts'

const byId: ReadonlyMap<string, string> = new Map(
  statedDuties.map(({ id }) => [id.toLowerCase(), id]),
)

/** The report on steps taken that each resolution asks for. */
const reportOf: ReadonlyMap<string, string> = new Map(
  statedDuties.flatMap((duty) =>
    isReport(duty) && duty.due?.date
      ? [[String(duty.instrument?.resolution), duty.id] as const]
      : [],
  ),
)

/** A resolution that asks for reports on workers as well; its number alone does not tell which is meant. */
const ambiguous = '2397'

const reportOnSteps = 'implementation'

const workerReports = ['midterm', 'interim', 'final']

type Named = {
  /** Ids of the duties, in the order in which they are named; empty where none is. */
  readonly duties: readonly string[]
  /** Whether it is about another duty than those on workers, named or not. */
  readonly isAbout: boolean
}

/**
 * The duties that the cohort and unit of a statement name: by id (`F-2094-10`), or the report on steps
 * taken by its resolution (`2375 implementation report`).
 */
export const namedDuties = ({ cohort = '', unit = '' }: StateStatement): Named =>
  namedIn(`${cohort} ${unit}`)

const namedIn = remember((text): Named => {
  const words = text.toLowerCase().split(/[\s,;:/()]+/)
  const onSteps = words.includes(reportOnSteps)
  const onWorkers = words.some((word) => workerReports.includes(word))
  const found = words.flatMap((word) => {
    const id = byId.get(word)
    if (id) return [id]
    const report = onWorkers || (word === ambiguous && !onSteps) ? undefined : reportOf.get(word)
    return report ? [report] : []
  })
  const duties = [...new Set(found)]
  return { duties, isAbout: duties.length > 0 || (onSteps && !onWorkers) }
})
