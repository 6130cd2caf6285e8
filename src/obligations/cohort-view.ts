import type { StateStatement } from '../model/index.ts'
import { toDossier } from './dossier.ts'
import type { Range } from './flows.ts'
import { groupBy } from './group.ts'
import { findCorrection, standingOf } from './live.ts'
import { type Proof, step } from './proof.ts'
import type { Said } from './said.ts'
import { isInScope, type Looking, toView, type View } from './view.ts'

/** The cohort seen as if it were all there is: statements on other workers are not in it. */
export const viewOfCohort = (
  host: string,
  statements: readonly StateStatement[],
  looking: Looking,
): View => {
  const alone = statements.map(({ cohort: _, ...statement }) => statement)
  return toView(toDossier(host, alone), looking)
}

/** In scope; a plan, which is about a time to come, once it is known. */
export const isTold = (view: View, said: Said): boolean =>
  said.statement.kind === 'plan' ? said.known <= view.known : isInScope(view, said)

/** Live statements of one sort that are in scope. */
export const liveOf = (
  view: View,
  wanted: (statement: StateStatement) => boolean,
): { readonly said: readonly Said[]; readonly parts: readonly Proof[] } => {
  const said: Said[] = []
  const parts: Proof[] = []
  for (const one of view.dossier.said) {
    if (!wanted(one.statement) || !isTold(view, one)) continue
    const { is, parts: why } = standingOf(view, one)
    parts.push(step(is, [one.id], why))
    if (is === 'live') said.push(one)
  }
  return { said, parts }
}

/** The least interval that holds all that is said: a disagreement makes it wider. */
export const hullOf = (said: readonly Said[]): Range => ({
  lo: Math.min(...said.map(({ statement }) => statement.lo ?? 0)),
  hi: Math.max(...said.map(({ statement }) => statement.hi ?? Number.POSITIVE_INFINITY)),
})

/** A word on a cohort and the statements that say it. */
export type Described = { readonly value: string; readonly statements: readonly string[] }

/** Values that statements of a property give as their text, in code-point order; corrected ones do not count. */
export const described = (view: View, prop: string): readonly Described[] => {
  const said = view.dossier.said.filter(
    (one) => one.statement.prop === prop && isInScope(view, one) && !findCorrection(view, one).by,
  )
  const values = groupBy(said, ({ statement }) => statement.text)
  return [...values.keys()].sort().map((value) => ({
    value,
    statements: (values.get(value) ?? []).map(({ id }) => id).sort(),
  }))
}
