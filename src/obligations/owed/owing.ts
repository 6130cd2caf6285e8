import { inRole } from '../dossier.ts'
import { type Cell, type Proof, step } from '../proof.ts'
import type { Said } from '../said.ts'
import { findLive, type Taken } from '../scan.ts'
import { isInScope, type View } from '../view.ts'
import type { Bound } from './bound.ts'
import { type HeldBy, owingHolds } from './conditions.ts'
import { type Owing, type OwingCondition, owingRows } from './rules.ts'

const aside: Taken = { accepted: false, says: '', parts: [] }

/** A status with the statements that the conditions of its row rest on. */
export type OwingCell = Cell<Owing> & { readonly by: readonly Said[] }

/** The first row of the decision table whose conditions all hold, and what is said of the duty besides. */
export const owingOf = (view: View, bound: Bound): OwingCell => {
  const parts: Proof[] = []
  const worked = new Map<OwingCondition, HeldBy>()
  const holds = (name: OwingCondition): boolean => {
    const held = worked.get(name) ?? owingHolds(name, view, bound)
    if (!worked.has(name) && held.proof.parts.length > 0) parts.push(held.proof)
    worked.set(name, held)
    return held.holds
  }
  const row = owingRows.find(({ all }) => all.every(holds))
  const status = row?.status ?? 'unknown'
  const by = (row?.all ?? []).flatMap((name) => worked.get(name)?.by ?? [])
  const said = inRole(view.dossier, 'said_of_duty').filter(
    (one) => one.duties.includes(bound.duty.id) && isInScope(view, one),
  )
  const { parts: besides } = findLive(view, said, () => aside)
  if (besides.length > 0) parts.push(step('said besides, which changes nothing', [], besides))
  return { value: status, by, proof: step(`${bound.duty.id}: ${status}`, [], parts) }
}
