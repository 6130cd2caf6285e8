import { inRole } from '../dossier.ts'
import { findCorrection } from '../live.ts'
import { type Cell, type Proof, step } from '../proof.ts'
import { gradedAtLeast } from '../said.ts'
import { type Found, findLive } from '../scan.ts'
import { days, grades, type Role } from '../status-rules.ts'
import { type Held, isInScope, type View } from '../view.ts'

/** Whether work is allowed that paragraph 17 of resolution 2375 forbids, or other visas hide it. */
export type Authorisation =
  | 'none_seen'
  | 'legacy_contracts'
  | 'new_after_2017-09-11'
  | 'visa_switch_indicated'

/** A finding by the Committee, its Panel, the MSMT or a court that work was authorised anew. */
export const findFindingOfAuthorisations = (view: View): Found => {
  const findings = inRole(view.dossier, 'finding_authorisation').filter(
    (said) =>
      said.body &&
      isInScope(view, said) &&
      gradedAtLeast(said, grades.finding) &&
      said.since > days.stop,
  )
  return findLive(view, findings)
}

const findAfterStop = (view: View, role: Role): Found =>
  findLive(
    view,
    inRole(view.dossier, role).filter(
      (said) =>
        isInScope(view, said) && gradedAtLeast(said, grades.authorised) && said.since > days.stop,
    ),
  )

/** An authorisation granted after 2017-09-11. */
export const findNewAuthorisation = (view: View): Found => findAfterStop(view, 'authorised')

/** Whether other visas took the place of work visas: a statement says so, or the figures show it. */
export const isSwitchIndicated = (view: View): Held => {
  const { found, parts } = findAfterStop(view, 'switch')
  if (found) return { holds: true, proof: step('stated', [], parts) }
  if (!view.findSwitches) return { holds: false, proof: step('not stated', [], parts) }
  const series = inRole(view.dossier, 'series').filter((said) => isInScope(view, said))
  if (series.length === 0) return { holds: false, proof: step('no figures', [], parts) }
  const corrections = series.map((said) => findCorrection(view, said))
  const figures = series.filter((_, at) => !corrections[at]?.by)
  const seen = view
    .findSwitches(figures.map(({ statement }) => statement))
    .find(({ by }) => by <= view.on)
  const compared = step(
    'figures compared',
    series.map(({ id }) => id),
    corrections.flatMap((correction) => correction.parts),
  )
  const says = seen?.says ?? `no switch is seen in ${figures.length} figures`
  const proof = step(says, seen?.statements ?? [], [...parts, compared])
  return { holds: seen !== undefined, proof }
}

type Level = {
  readonly value: Authorisation
  readonly says: string
  readonly look: (view: View) => Held
}

const toHeld = ({ found, parts }: Found): Held => ({
  holds: found !== undefined,
  proof: step('', [], parts),
})

/** The strongest first. */
const levels: readonly Level[] = [
  {
    value: 'visa_switch_indicated',
    says: 'other visas took the place of work visas',
    look: isSwitchIndicated,
  },
  {
    value: 'new_after_2017-09-11',
    says: 'authorised after 11 September 2017',
    look: (view) => toHeld(findNewAuthorisation(view)),
  },
  {
    value: 'legacy_contracts',
    says: 'permits held under earlier contracts',
    look: (view) => toHeld(findAfterStop(view, 'legacy')),
  },
]

/** Authorisation by the day asked about. */
export const authorisationOf = (view: View): Cell<Authorisation> => {
  const parts: Proof[] = []
  for (const { value, says, look } of levels) {
    const { holds, proof } = look(view)
    const isEmpty = proof.parts.length === 0 && proof.statements.length === 0
    if (holds || !isEmpty) parts.push(step(`${holds ? '' : 'not: '}${says}`, [], [proof]))
    if (holds) return { value, proof: step(`authorisation: ${value}`, [], parts) }
  }
  return { value: 'none_seen', proof: step('authorisation: none seen', [], parts) }
}
