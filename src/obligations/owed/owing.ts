import { inRole } from '../dossier.ts'
import { type Cell, type Proof, step } from '../proof.ts'
import { findLive, type Taken } from '../scan.ts'
import { type Held, isInScope, type View } from '../view.ts'
import type { Bound } from './bound.ts'
import { owingHolds } from './conditions.ts'
import { type Owing, type OwingCondition, owingRows } from './rules.ts'

const aside: Taken = { accepted: false, says: '', parts: [] }

/** The first row of the decision table whose conditions all hold, and what is said of the duty besides. */
export const owingOf = (view: View, bound: Bound): Cell<Owing> => {
  const parts: Proof[] = []
  const worked = new Map<OwingCondition, Held>()
  const holds = (name: OwingCondition): boolean => {
    const held = worked.get(name) ?? owingHolds(name, view, bound)
    if (!worked.has(name) && held.proof.parts.length > 0) parts.push(held.proof)
    worked.set(name, held)
    return held.holds
  }
  const status = owingRows.find(({ all }) => all.every(holds))?.status ?? 'unknown'
  const said = inRole(view.dossier, 'said_of_duty').filter(
    (one) => one.duties.includes(bound.duty.id) && isInScope(view, one),
  )
  const { parts: besides } = findLive(view, said, () => aside)
  if (besides.length > 0) parts.push(step('said besides, which changes nothing', [], besides))
  return { value: status, proof: step(`${bound.duty.id}: ${status}`, [], parts) }
}
