import { type Dossier, toDossier } from '../dossier.ts'
import { isMemberOn } from '../member-states.ts'
import type { Cell } from '../proof.ts'
import type { Dossiers } from '../status.ts'
import { type Looking, toView, type View } from '../view.ts'
import { type Bound, boundOn } from './bound.ts'
import { type DutyFlip, findOutcomes, type Outcome, toFlips } from './flips.ts'
import { owingOf } from './owing.ts'
import type { Owing } from './rules.ts'

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
  const dossier = dossiers.get(state) ?? toDossier(state, [])
  const view = toView(dossier, looking)
  const weighed = speaksOfDuties(dossier) ? weigh(view) : weighSilence(view)
  return weighed.map(({ bound, status, outcomes }) => ({
    bound,
    status,
    flips: toFlips(view, bound, outcomes),
  }))
}

type Weighed = {
  readonly bound: Bound
  readonly status: Cell<Owing>
  readonly outcomes: readonly Outcome[]
}

const weigh = (view: View): readonly Weighed[] =>
  boundOn(view.on).map((bound) => {
    const status = owingOf(view, bound)
    return { bound, status, outcomes: findOutcomes(view, bound, status) }
  })

/** Whether anything is said of a duty, also what no rule uses: it may supersede a new fact. */
const speaksOfDuties = ({ said }: Dossier): boolean => said.some(({ ofDuty }) => ofDuty)

const silence: { on?: number; known?: number; weighed: readonly Weighed[] } = { weighed: [] }

/** Of two states of which nothing is said on any duty, the same holds. */
const weighSilence = (view: View): readonly Weighed[] => {
  if (silence.on !== view.on || silence.known !== view.known) {
    silence.on = view.on
    silence.known = view.known
    silence.weighed = weigh(view)
  }
  return silence.weighed
}
