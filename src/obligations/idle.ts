import { hasLapsed } from './claims.ts'
import { standingOf } from './live.ts'
import type { DutyStatus } from './owed/duty-status.ts'
import { statementsOf } from './proof.ts'
import type { Said } from './said.ts'
import type { Dossiers, Status } from './status.ts'
import { isInScope, type Looking, toView, type View } from './view.ts'

/** A statement about a state on which nothing of its status rests, and why. */
export type Idle = { readonly id: string; readonly why: string }

/** What is known of a state: its status, and where it stands under its other duties. */
export type Known = { readonly status: Status; readonly duties: readonly DutyStatus[] }

/** What is said of a state without bearing on any of that on this day, newest first. */
export const idleOf = (
  dossiers: Dossiers,
  { status: { state, proof }, duties }: Known,
  looking: Looking,
): readonly Idle[] => {
  const dossier = dossiers.get(state)
  if (!dossier) return []
  const view = toView(dossier, looking)
  const used = new Set([...proof, ...statementsOf(...duties.map(({ status }) => status.proof))])
  return dossier.said
    .filter(({ id }) => !used.has(id))
    .map((said) => ({ id: said.id, why: whyIdle(view, said) }))
}

const whyIdle = (view: View, said: Said): string => {
  if (said.known > view.known) return 'learned later'
  if (!isInScope(view, said)) return 'about a later time'
  const { is } = standingOf(view, said)
  if (is !== 'live') return `${is} by its origin`
  if (hasLapsed(view, said)) return 'lapsed after 12 months'
  if (said.roles.length === 0) return 'no rule turns on it'
  return 'others carry what it says, or it is too old or graded too low'
}
