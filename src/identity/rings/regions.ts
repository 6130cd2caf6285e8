import type { Platform } from '../platform/platform.ts'
import { none } from './group.ts'
import { type Island, partBy, toMainland } from './islands.ts'
import { eachTie } from './join.ts'
import { findLinks } from './merge.ts'
import { eachPair } from './pairs.ts'
import type { SharedValues } from './shared-values.ts'

/**
 * Parts a platform into regions that can have nothing to do with each other: whoever could be in a
 * group, at the most generous, is in its region. It is the search for groups itself with every choice
 * taken: all pairs, all ties, all links, whatever else speaks against them. Since ties and links only
 * gain by larger groups, the groups of one region, and of a region that lacks some of its values,
 * never reach outside it.
 */
export const findRegions = (platform: Platform, shared: SharedValues): Generator<Island> => {
  const island = toMainland(platform, shared)
  const { length } = island.accounts
  const parent = Int32Array.from({ length }, () => none)
  const rootOf = (account: number): number => {
    let at = account
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }
  const union = (a: number, b: number): void => {
    if (parent[a] === none) parent[a] = a
    if (parent[b] === none) parent[b] = b
    const [low, high] = [rootOf(a), rootOf(b)].sort((x, y) => x - y) as [number, number]
    parent[high] = low
  }
  eachPair(island, shared, union)
  for (let changed = true; changed; ) {
    const group = parent.map((own, account) => (own === none ? none : rootOf(account)))
    changed = false
    const open = { island, shared, group }
    eachTie(open, (account, own) => {
      union(account, own)
      changed = true
    })
    for (const { a, b } of findLinks({ ...open, isLikely: () => true, imbalance: () => 0 })) {
      union(a, b)
      changed = true
    }
  }
  return partBy(
    island,
    parent.map((own, account) => (own === none ? none : rootOf(account))),
  )
}
