import { none } from './group.ts'
import type { Island } from './islands.ts'
import { eachPair } from './pairs.ts'
import type { SharedValues } from './shared-values.ts'

/**
 * First groups: strongest pairs first, an account follows the strongest pair that it is in. A pair
 * whose two accounts are in groups already joins nothing here, so that two rings that one pair
 * ties (a facilitator of both) begin as two.
 * @returns for each account its group, or `none`
 */
export const findCores = (island: Island, shared: SharedValues): Int32Array => {
  const pairs: { readonly a: number; readonly b: number; readonly bits: number }[] = []
  eachPair(island, shared, (a, b, bits) => pairs.push({ a, b, bits }))
  pairs.sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b)
  const group = new Int32Array(island.accounts.length).fill(none)
  for (const { a, b } of pairs) {
    if (group[a] === none && group[b] === none) group[a] = group[b] = a
    else if (group[a] === none) group[a] = group[b] as number
    else if (group[b] === none) group[b] = group[a] as number
  }
  return group
}
