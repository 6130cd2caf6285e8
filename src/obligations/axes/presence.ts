import { findClaimOfZero, sightings } from '../claims.ts'
import { corroborate } from '../corroborate.ts'
import { inRole } from '../dossier.ts'
import { type Cell, type Proof, step } from '../proof.ts'
import { gradedAtLeast, type Said } from '../said.ts'
import { type Found, findLive } from '../scan.ts'
import { days, grades } from '../status-rules.ts'
import { type Held, isInScope, lastDay, type View } from '../view.ts'

/** Whether workers are in the state, by the strongest that is known. */
export type Presence =
  | 'none_known'
  | 'claimed_zero'
  | 'admitted'
  | 'alleged'
  | 'corroborated'
  | 'documented'

/** After the deadline only what is about a time after it says that workers are there. */
const isOfItsTime = (view: View, said: Said): boolean =>
  view.on <= days.deadline || lastDay(view, said) > days.deadline

/** A finding by the Committee, its Panel, the MSMT or a court that workers were present. */
export const findFindingOfWorkers = (view: View): Found => {
  const findings = inRole(view.dossier, 'finding_presence').filter(
    (said) =>
      said.body &&
      isInScope(view, said) &&
      gradedAtLeast(said, grades.finding) &&
      lastDay(view, said) > days.deadline,
  )
  return findLive(view, findings)
}

const ownWords = (view: View): readonly Said[] =>
  inRole(view.dossier, 'present').filter((said) => said.own && isInScope(view, said))

/** The state's newest live word that some workers are there. */
export const findOwnAdmission = (view: View): Found => findLive(view, ownWords(view))

/** The state's newest live word that workers are there after the deadline. */
export const findLateAdmission = (view: View): Found =>
  findLive(
    view,
    ownWords(view).filter((said) => lastDay(view, said) > days.deadline),
  )

const findOwnRecord = (view: View): Found =>
  findLive(
    view,
    ownWords(view).filter(
      (said) => gradedAtLeast(said, grades.ownRecord) && isOfItsTime(view, said),
    ),
  )

/** Whether two independent origins say that workers are there. */
export const isCorroborated = (view: View): Held =>
  corroborate(
    view,
    sightings(view, grades.corroborated).filter((said) => isOfItsTime(view, said)),
  )

const findAllegation = (view: View): Found =>
  findLive(
    view,
    sightings(view, grades.alleged).filter((said) => isOfItsTime(view, said)),
  )

const asFound = (held: Held): Found & { readonly holds: boolean } => ({
  found: undefined,
  parts: held.proof.parts,
  holds: held.holds,
})

type Level = {
  readonly value: Presence
  readonly says: string
  readonly look: (view: View) => Found & { readonly holds?: boolean }
}

/** The strongest first. */
const levels: readonly Level[] = [
  { value: 'documented', says: 'a finding of workers present', look: findFindingOfWorkers },
  { value: 'documented', says: "the state's own words, on record", look: findOwnRecord },
  { value: 'admitted', says: "the state's own words", look: findOwnAdmission },
  {
    value: 'corroborated',
    says: 'two independent origins, C2 or better',
    look: (view) => asFound(isCorroborated(view)),
  },
  { value: 'alleged', says: 'one origin, C3 or better', look: findAllegation },
  { value: 'claimed_zero', says: "the state's claim that none remain", look: findClaimOfZero },
]

/** Presence at the day asked about. */
export const presenceOf = (view: View): Cell<Presence> => {
  const parts: Proof[] = []
  for (const { value, says, look } of levels) {
    const { found, holds = found !== undefined, parts: steps } = look(view)
    if (holds || steps.length > 0) parts.push(step(`${holds ? '' : 'not: '}${says}`, [], steps))
    if (holds) return { value, proof: step(`presence: ${value}`, [], parts) }
  }
  return { value: 'none_known', proof: step('presence: nothing is known', [], parts) }
}
