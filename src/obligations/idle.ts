import { hasLapsed } from './claims.ts'
import { standingOf } from './live.ts'
import type { Said } from './said.ts'
import type { Dossiers, Status } from './status.ts'
import { isInScope, type Looking, toView, type View } from './view.ts'

/** A statement about a state on which nothing of its status rests, and why. */
export type Idle = { readonly id: string; readonly why: string }

/** What is said of a state without bearing on its status on this day, newest first. */
export const idleOf = (
  dossiers: Dossiers,
  { state, proof }: Status,
  looking: Looking,
): readonly Idle[] => {
  const dossier = dossiers.get(state)
  if (!dossier) return []
  const view = toView(dossier, looking)
  const used = new Set(proof)
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
