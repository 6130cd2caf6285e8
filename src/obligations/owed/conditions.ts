import { inRole } from '../dossier.ts'
import { step } from '../proof.ts'
import { gradedAtLeast, type Said } from '../said.ts'
import { type Found, findLive, type Taken } from '../scan.ts'
import { grades, type Role } from '../status-rules.ts'
import { type Held, isInScope, type View } from '../view.ts'
import type { Bound } from './bound.ts'
import { isReport, type OwingCondition, owingConditionTexts } from './rules.ts'

/** Whether a condition holds, why, and by which statement. */
export type HeldBy = Held & { readonly by?: Said | undefined }

type Condition = (view: View, bound: Bound) => HeldBy

const byDuty =
  (holds: (bound: Bound, on: number) => boolean): Condition =>
  ({ on }, bound) => ({ holds: holds(bound, on), proof: step('') })

const heard = (view: View, role: Role, counts: (said: Said) => boolean): readonly Said[] =>
  inRole(view.dossier, role).filter(
    (said) => isInScope(view, said) && gradedAtLeast(said, grades.reported) && counts(said),
  )

const toHeld = (...all: readonly Found[]): HeldBy => ({
  holds: all[0]?.found !== undefined,
  by: all[0]?.found,
  proof: step(
    '',
    [],
    all.flatMap(({ parts }) => parts),
  ),
})

const unnamed: Taken = { accepted: false, says: 'of which resolution is not told', parts: [] }

/** What was given before the last time that the duty arose was given for another. */
const isGiven: Condition = (view, { duty, adopted, dueDay, trigger }) => {
  const names = (said: Said): boolean => said.duties.includes(duty.id)
  const arisen = trigger === undefined ? undefined : findLive(view, heard(view, 'arises', names))
  const since = arisen?.found?.end ?? adopted
  const given = findLive(
    view,
    heard(view, 'report_given', (said) => names(said) && said.end >= since),
  )
  if (arisen) return toHeld(given, arisen)
  // What names no resolution changes no status, and of a supposed fact the status alone is asked.
  if (given.found || dueDay === undefined || view.dossier.supposed) return toHeld(given)
  const open = heard(
    view,
    'report_given',
    ({ duties, since: day }) => duties.length === 0 && day >= adopted,
  )
  return toHeld(
    given,
    findLive(view, open, () => unnamed),
  )
}

/** A word that nothing was given counts from the day after it was due. */
const isMissing: Condition = (view, { duty, dueDay }) =>
  toHeld(
    findLive(
      view,
      heard(view, 'report_missing', ({ duties, end }) =>
        dueDay === undefined
          ? duties.includes(duty.id)
          : end > dueDay && (duties.length === 0 || duties.includes(duty.id)),
      ),
    ),
  )

const hasArisen: Condition = (view, { duty }) =>
  toHeld(
    findLive(
      view,
      heard(view, 'arises', ({ duties }) => duties.includes(duty.id)),
    ),
  )

const conditions: Readonly<Record<OwingCondition, Condition>> = {
  is_a_must: byDuty(({ duty }) => duty.force === 'must'),
  is_a_report: byDuty(({ duty }) => isReport(duty)),
  stands: byDuty(({ trigger }) => trigger === undefined),
  is_not_yet_due: byDuty(({ dueDay }, on) => dueDay !== undefined && on <= dueDay),
  is_said_to_be_filed: isGiven,
  is_said_to_be_missing: isMissing,
  is_said_to_arise: hasArisen,
}

/** Whether a condition holds for a state under a duty, with its proof. */
export const owingHolds = (name: OwingCondition, view: View, bound: Bound): HeldBy => {
  const { holds, proof, by } = conditions[name](view, bound)
  return {
    holds,
    by,
    proof: { ...proof, says: `${holds ? '' : 'not: '}${owingConditionTexts[name]}` },
  }
}
