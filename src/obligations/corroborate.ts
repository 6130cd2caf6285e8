import { findSaid } from './dossier.ts'
import { groupBy } from './group.ts'
import { type Proof, step } from './proof.ts'
import type { Said } from './said.ts'
import { findLive, type Taken } from './scan.ts'
import { type Held, isInScope, type View } from './view.ts'

/**
 * Whether two independent origins are live among the candidates. Carriers do not count: ten of one
 * origin are one, and so is a statement that repeats, or is derived from, one of another origin.
 */
export const corroborate = (view: View, candidates: readonly Said[]): Held => {
  const byOrigin = groupBy(candidates, ({ origin }) => origin)
  const found = new Set<string>()
  const parts: Proof[] = []
  for (const origin of [...byOrigin.keys()].sort()) {
    const take = (said: Said): Taken => {
      const { root, chain } = traceOrigin(view, said)
      const repeats = chain.length > 0 ? [step('goes back to', chain)] : []
      if (found.has(root)) return { accepted: false, says: 'no origin of its own', parts: repeats }
      found.add(root)
      return { accepted: true, says: `said by ${root}`, parts: repeats }
    }
    parts.push(...findLive(view, byOrigin.get(origin) as readonly Said[], take).parts)
    if (found.size === 2) return { holds: true, proof: step('two independent origins', [], parts) }
  }
  return { holds: false, proof: step('no two independent origins', [], parts) }
}

/** The origin that a statement goes back to, and the statements on the way where that is another one. */
const traceOrigin = (
  view: View,
  said: Said,
): { readonly root: string; readonly chain: readonly string[] } => {
  const way: Said[] = [said]
  for (let at = said; ; ) {
    const { relation, target } = at.statement
    if (target === undefined || (relation !== 'repeats' && relation !== 'derived_from')) break
    const next = findSaid(view.dossier, target)
    if (!next || way.includes(next) || !isInScope(view, next)) break
    way.push(next)
    at = next
  }
  const root = (way.at(-1) as Said).origin
  const another = way.some(({ origin }) => origin !== said.origin)
  return { root, chain: another ? way.slice(1).map(({ id }) => id) : [] }
}
