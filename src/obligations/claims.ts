import { corroborate } from './corroborate.ts'
import { inRole } from './dossier.ts'
import { addMonths } from './rule-date.ts'
import { gradedAtLeast, newestFirst, type Said } from './said.ts'
import { type Found, findLive, type Taken } from './scan.ts'
import { grades, zeroLapsesAfterMonths } from './status-rules.ts'
import { isInScope, lastDay, type View } from './view.ts'

/**
 * The state's newest live claim that no workers remain. It lapses after 12 months, or at the first
 * corroborated sighting of workers later than the claim.
 */
export const findClaimOfZero = (view: View): Found => {
  const claims = inRole(view.dossier, 'none_remain').filter(
    (said) => said.own && said.cohort === '' && isInScope(view, said) && !hasLapsed(view, said),
  )
  return findLive(view, claims, (claim) => outlives(view, claim))
}

/** Whether a claim of zero is older than it may grow; that turns on no other statement. */
export const hasLapsed = ({ on }: View, { roles, claimed }: Said): boolean =>
  roles.includes('none_remain') && on > addMonths(claimed, zeroLapsesAfterMonths)

/** Whether no corroborated later sighting ends a claim of zero. */
export const outlives = (view: View, claim: Said): Taken => {
  const later = sightings(view, grades.corroborated).filter(
    (said) => lastDay(view, said) > claim.claimed,
  )
  const { holds, proof } = corroborate(view, later)
  return {
    accepted: !holds,
    says: holds ? 'lapsed at a corroborated later sighting' : 'live',
    parts: proof.parts.length > 0 ? [proof] : [],
  }
}

/** All that says that workers are there, or came, with at least a grade; newest first. */
export const sightings = (view: View, grade: string): readonly Said[] => {
  const kept = view.sightings.get(grade)
  if (kept) return kept
  const found = [...inRole(view.dossier, 'present'), ...inRole(view.dossier, 'arrived')]
    .filter((said) => isInScope(view, said) && gradedAtLeast(said, grade))
    .sort(newestFirst)
  view.sightings.set(grade, found)
  return found
}
