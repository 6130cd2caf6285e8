import type { Compared, Contradiction } from './contradictions/contradiction.ts'
import { findMutatedCopies } from './contradictions/copies.ts'
import { findDateFaults } from './contradictions/dates.ts'
import { findDefinitionFaults } from './contradictions/definitions.ts'
import { findStatedContradictions } from './contradictions/stated.ts'
import { findStockFlowFaults } from './contradictions/stock-flow.ts'
import { findSumFaults } from './contradictions/sums.ts'
import { findCorrection } from './live.ts'
import { type Cell, step } from './proof.ts'
import type { Said } from './said.ts'
import { isInScope, type View } from './view.ts'

/**
 * What is said of a state that cannot all be so, both sides kept. What its own origin corrected is left
 * out; what it said later about another time is not, because both can be compared. The proof holds the
 * statements that had to be compared as well.
 */
export const contradictionsOf = (view: View): Cell<readonly Contradiction[]> => {
  const said: Said[] = []
  const corrected: string[] = []
  for (const one of view.dossier.said) {
    if (!isInScope(view, one)) continue
    const { by, parts } = findCorrection(view, one)
    if (by || parts.length > 0) corrected.push(one.id)
    for (const part of parts) corrected.push(...part.statements)
    if (!by) said.push(one)
  }
  const stock: Compared = findStockFlowFaults(view, said)
  const value = [
    ...findSumFaults(said),
    ...stock.contradictions,
    ...findDateFaults(said),
    ...findDefinitionFaults(said),
    ...findMutatedCopies(said),
    ...findStatedContradictions(said, view.dossier.byId),
  ].sort(byKind)
  const ids = new Set([
    ...value.flatMap(({ statements }) => statements),
    ...corrected,
    ...stock.compared,
  ])
  const says = value.length === 0 ? 'no contradiction' : `${value.length} contradictions`
  return { value, proof: step(says, [...ids].sort()) }
}

const kinds = ['sum', 'stock_flow', 'date', 'definition', 'copy', 'stated'] as const

/** By kind, then by statements: the order does not turn on that of the register. */
const byKind = (a: Contradiction, b: Contradiction): number => {
  if (a.kind !== b.kind) return kinds.indexOf(a.kind) - kinds.indexOf(b.kind)
  const [x, y] = [a.statements.join(' '), b.statements.join(' ')]
  if (x === y) return 0
  return x < y ? -1 : 1
}
