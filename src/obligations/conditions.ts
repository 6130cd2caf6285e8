import {
  findFindingOfAuthorisations,
  findNewAuthorisation,
  isSwitchIndicated,
} from './axes/authorisation.ts'
import { findExceptionClaim } from './axes/excuse.ts'
import {
  findFindingOfWorkers,
  findLateAdmission,
  findOwnAdmission,
  isCorroborated,
} from './axes/presence.ts'
import { findClaimOfZero, sightings } from './claims.ts'
import { step } from './proof.ts'
import { type Found, findLive } from './scan.ts'
import { type ConditionName, conditionTexts, days, grades } from './status-rules.ts'
import { type Held, lastDay, type View } from './view.ts'

type Condition = (view: View) => Held

const byDay =
  (holds: (view: View) => boolean): Condition =>
  (view) => ({ holds: holds(view), proof: step('') })

const byFinding =
  (look: (view: View) => Found): Condition =>
  (view) => {
    const { found, parts } = look(view)
    return { holds: found !== undefined, proof: step('', [], parts) }
  }

const hasDenial: Condition = (view) => {
  const zero = findClaimOfZero(view)
  if (zero.found) return { holds: true, proof: step('', [], zero.parts) }
  const exception = findExceptionClaim(view)
  return {
    holds: exception.found !== undefined,
    proof: step('', [], [...zero.parts, ...exception.parts]),
  }
}

/** Any live sighting at or after the claim contradicts it; one allegation is enough to leave "clear". */
const isUncontradicted: Condition = (view) => {
  const claim = findClaimOfZero(view)
  if (!claim.found) return { holds: false, proof: step('', [], claim.parts) }
  const { since } = claim.found
  const { found, parts } = findLive(
    view,
    sightings(view, grades.alleged).filter((said) => lastDay(view, said) >= since),
  )
  return { holds: found === undefined, proof: step('', [], [...claim.parts, ...parts]) }
}

const not =
  (condition: ConditionName): Condition =>
  (view) => {
    const { holds, proof } = holdsIn(view, condition)
    return { holds: !holds, proof }
  }

const conditions: Readonly<Record<ConditionName, Condition>> = {
  before_the_cap: byDay(({ on }) => on < days.cap),
  is_the_dprk: byDay(({ dossier }) => dossier.state === 'PRK'),
  after_the_stop: byDay(({ on }) => on > days.stop),
  after_the_deadline: byDay(({ on }) => on > days.deadline),
  finding_of_workers: byFinding(findFindingOfWorkers),
  finding_of_authorisations: byFinding(findFindingOfAuthorisations),
  own_words_say_workers_remain_after_the_deadline: byFinding(findLateAdmission),
  presence_is_corroborated: isCorroborated,
  denial_is_live: hasDenial,
  no_denial_is_live: not('denial_is_live'),
  authorisation_is_new: byFinding(findNewAuthorisation),
  visa_switch_is_indicated: isSwitchIndicated,
  own_words_say_some_remain: byFinding(findOwnAdmission),
  own_words_say_none_remain: byFinding(findClaimOfZero),
  nothing_live_contradicts_it: isUncontradicted,
}

/** Whether a condition of the decision table holds, with its proof; worked out once for a view. */
export const holdsIn = (view: View, name: ConditionName): Held => {
  const kept = view.conditions.get(name)
  if (kept) return kept
  const { holds, proof } = conditions[name](view)
  const says = `${holds ? '' : 'not: '}${conditionTexts[name]}`
  const held = { holds, proof: { ...proof, says } }
  view.conditions.set(name, held)
  return held
}
