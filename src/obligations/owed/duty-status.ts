import { type Dossier, toDossier } from '../dossier.ts'
import { isMemberOn } from '../member-states.ts'
import type { Cell } from '../proof.ts'
import type { Dossiers } from '../status.ts'
import { type Looking, toView } from '../view.ts'
import { type Bound, boundOn } from './bound.ts'
import {
  type DutyFlip,
  findOutcomes,
  type Outcome,
  type Telling,
  tellingOf,
  toFlips,
} from './flips.ts'
import { owingOf } from './owing.ts'
import { isReport, type Owing } from './rules.ts'

/** Where a state stands under one duty on a day, as known on a day. */
export type DutyStatus = {
  readonly bound: Bound
  readonly status: Cell<Owing>
  readonly flips: readonly DutyFlip[]
}

/** The DPRK's own duties are no part of the register. */
const outside = 'PRK'

/**
 * The status of a state under each duty other than those on workers that is in force on the day, by
 * resolution and paragraph. Empty of the DPRK, and of a state that was no member on the day.
 */
export const dutyStatusesOf = (
  dossiers: Dossiers,
  state: string,
  looking: Looking,
): readonly DutyStatus[] => {
  if (state === outside || !isMemberOn(state, looking.on)) return []
  const telling = tellingOf(toView(dossiers.get(state) ?? toDossier(state, []), looking))
  const speaks = spokenOf(telling.view.dossier)
  return weighSilence(looking).map((silent) => {
    const { bound, status, outcomes } = speaks(silent.bound) ? weigh(telling, silent.bound) : silent
    return { bound, status, flips: toFlips(telling, bound, outcomes) }
  })
}

type Weighed = {
  readonly bound: Bound
  readonly status: Cell<Owing>
  readonly outcomes: readonly Outcome[]
}

const weigh = (telling: Telling, bound: Bound): Weighed => {
  const owing = owingOf(telling.view, bound)
  return { bound, status: owing, outcomes: findOutcomes(telling, bound, owing) }
}

/** Whether anything is said of a duty, also what no rule uses: it may supersede a new fact. */
const spokenOf = ({ said }: Dossier): ((bound: Bound) => boolean) => {
  const named = new Set(said.flatMap(({ duties }) => duties))
  const isUnnamed = said.some(({ ofDuty, duties }) => ofDuty && duties.length === 0)
  // What names no duty may be of any report that has a day.
  return ({ duty, dueDay }) =>
    named.has(duty.id) || (isUnnamed && isReport(duty) && dueDay !== undefined)
}

const silence: { on?: number; known?: number; weighed: readonly Weighed[] } = { weighed: [] }

/** Of every state of which nothing is said on a duty, the same holds under it. */
const weighSilence = (looking: Looking): readonly Weighed[] => {
  if (silence.on !== looking.on || silence.known !== looking.known) {
    const telling = tellingOf(toView(toDossier('', []), looking))
    silence.on = looking.on
    silence.known = looking.known
    silence.weighed = boundOn(looking.on).map((bound) => weigh(telling, bound))
  }
  return silence.weighed
}
