import { none } from './group.ts'
import type { Island } from './islands.ts'
import { eachPair } from './pairs.ts'
import type { SharedValues } from './shared-values.ts'

/**
 * First groups: the strongest pairs whose accounts are in no stronger one. Who joins them is decided by
 * what ties an account to the whole group, never by one pair: one account that is in two companies
 * (a persona that an agency pays too) would make them one.
 * @returns for each account its group, or `none`
 */
export const findCores = (island: Island, shared: SharedValues): Int32Array => {
  const pairs: { readonly a: number; readonly b: number; readonly bits: number }[] = []
  eachPair(island, shared, (a, b, bits) => pairs.push({ a, b, bits }))
  pairs.sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b)
  const group = new Int32Array(island.accounts.length).fill(none)
  for (const { a, b } of pairs) {
    if (group[a] === none && group[b] === none) {
      group[a] = a
      group[b] = a
    }
  }
  return group
}
