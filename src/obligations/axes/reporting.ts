import { inRole } from '../dossier.ts'
import { type Cell, type Proof, step } from '../proof.ts'
import { gradedAtLeast, type Said } from '../said.ts'
import { findLive } from '../scan.ts'
import { days, grades, type ReportName, type Role, reports } from '../status-rules.ts'
import { isInScope, type View } from '../view.ts'

/** Where a report that resolution 2397, paragraph 8 asks for stands. */
export type Reporting =
  | 'filed_unpublished'
  | 'on_time'
  | 'late'
  | 'not_filed'
  | 'not_due'
  | 'unknown'

/** A filing that names no report is the midterm one up to the deadline, and the final one after it. */
const reportOf = ({ report, since }: Said): ReportName =>
  report ?? (since <= days.deadline ? 'midterm' : 'final')

/** Last day on which a report may have been filed: of a time from one day to another, its end. */
const lastPossible = ({ since, end, statement: { validFrom, validTo } }: Said): number =>
  validTo === undefined || validFrom === validTo ? since : end

const said = (view: View, role: Role, counts: (one: Said) => boolean): readonly Said[] =>
  inRole(view.dossier, role).filter(
    (one) => isInScope(view, one) && gradedAtLeast(one, grades.reported) && counts(one),
  )

/** A statement that nothing was filed speaks of every report that was due by then. */
const saysNotFiled = (one: Said, name: ReportName): boolean =>
  (one.report === undefined || one.report === name) && one.end > reports[name].due

/** Where one of the two reports stands on the day asked about. */
export const reportingOf = (view: View, name: ReportName): Cell<Reporting> => {
  const { due } = reports[name]
  const parts: Proof[] = []
  const look = (says: string, candidates: readonly Said[]): Said | undefined => {
    const { found, parts: steps } = findLive(view, candidates)
    if (steps.length > 0) parts.push(step(`${found ? '' : 'not: '}${says}`, [], steps))
    return found
  }
  const isOfIt = (one: Said): boolean => reportOf(one) === name
  const answer = (value: Reporting): Cell<Reporting> => ({
    value,
    proof: step(`${name} report: ${value}`, [], parts),
  })
  if (look('filed and not published', said(view, 'filed_unpublished', isOfIt)))
    return answer('filed_unpublished')
  const inTime = said(view, 'filed', (one) => isOfIt(one) && lastPossible(one) <= due)
  if (look('filed by the day it was due', inTime)) return answer('on_time')
  const tooLate = said(view, 'filed', (one) => isOfIt(one) && one.since > due)
  if (look('filed after the day it was due', tooLate)) return answer('late')
  if (look('filed, in time or not', said(view, 'filed', isOfIt))) return answer('unknown')
  if (view.on <= due) return answer('not_due')
  const missing = said(view, 'not_filed', (one) => saysNotFiled(one, name))
  return answer(look('said not to have been filed', missing) ? 'not_filed' : 'unknown')
}
