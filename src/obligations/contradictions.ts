import type { Contradiction, Suspects } from './contradictions/contradiction.ts'
import { suspectCopies } from './contradictions/copies.ts'
import { suspectDates } from './contradictions/dates.ts'
import { suspectDefinitions } from './contradictions/definitions.ts'
import { suspectStated } from './contradictions/stated.ts'
import { findStockFlowFaults } from './contradictions/stock-flow.ts'
import { suspectSums } from './contradictions/sums.ts'
import { type Dossier, inRole } from './dossier.ts'
import { findCorrection } from './live.ts'
import { type Cell, statementsOf, step } from './proof.ts'
import type { Said } from './said.ts'
import { isInScope, type View } from './view.ts'

/**
 * What is said of a state that cannot all be so, both sides kept. What its own origin corrected is left
 * out; what it said later about another time is not, because both can be compared. The proof holds the
 * statements that had to be compared as well.
 */
export const contradictionsOf = (view: View): Cell<readonly Contradiction[]> => {
  const { dossier } = view
  const { ids: corrected, said: wrong } = findCorrected(view)
  const counts = (one: Said): boolean => isInScope(view, one) && !wrong.has(one)
  const stock = findStockFlowFaults(view, inRole(dossier, 'stock').filter(counts))
  const found = new Map<string, Contradiction>()
  const keep = (one: Contradiction): void => {
    found.set(`${kinds.indexOf(one.kind)} ${one.statements.join(' ')}`, one)
  }
  for (const one of stock.contradictions) keep(one)
  for (const { said, all, find } of suspectsOf(dossier)) {
    const counted = said.filter(counts)
    for (const one of counted.length === said.length ? all : find(counted)) keep(one)
  }
  const value = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  const ids = new Set([...corrected, ...stock.compared])
  for (const { statements } of value) for (const id of statements) ids.add(id)
  const says = value.length === 0 ? 'no contradiction' : `${value.length} contradictions`
  return { value, proof: step(says, [...ids].sort()) }
}

const kinds = ['sum', 'stock_flow', 'date', 'definition', 'copy', 'stated'] as const

/** What was corrected by its own origin, and the ids of that, of corrections, and of what undoes them. */
const findCorrected = (
  view: View,
): { readonly said: ReadonlySet<Said>; readonly ids: readonly string[] } => {
  const said = new Set<Said>()
  const ids: string[] = []
  for (const target of view.dossier.corrections.keys()) {
    const one = view.dossier.byId.get(target)
    if (!one || !isInScope(view, one)) continue
    const { by, parts } = findCorrection(view, one)
    if (parts.length > 0) ids.push(one.id, ...statementsOf(...parts))
    if (by) said.add(one)
  }
  return { said, ids }
}

const kept = new WeakMap<Dossier, readonly Suspects[]>()

/** Groups in which something contradicts when all counts; they are the same on every day. */
const suspectsOf = (dossier: Dossier): readonly Suspects[] => {
  const known = kept.get(dossier)
  if (known) return known
  const { said, byId } = dossier
  const suspects = [
    ...suspectSums(said),
    ...suspectDates(said),
    ...suspectDefinitions(said),
    ...suspectCopies(said),
    ...suspectStated(said, byId),
  ]
  kept.set(dossier, suspects)
  return suspects
}
