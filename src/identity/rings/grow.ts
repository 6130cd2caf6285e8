import type { Millibits } from '../../model/index.ts'
import { findCores } from './cores.ts'
import { none } from './group.ts'
import type { Island } from './islands.ts'
import { join } from './join.ts'
import { merge } from './merge.ts'
import type { SharedValues } from './shared-values.ts'

/**
 * Groups the accounts of a region: cores, which accounts join and which merge until nothing changes.
 * What a value says of an account depends on which of its other holders are in a group by now. Groups
 * only grow, so it ends.
 * @param likeness millibits of a group, by its members, being a ring by itself
 * @returns the members of each group, ascending
 */
export const findGroups = (
  region: Island,
  shared: SharedValues,
  likeness: (members: readonly number[]) => Millibits,
): readonly (readonly number[])[] => {
  const group = findCores(region, shared)
  const known = new Map<string, Millibits>()
  const round = (): boolean => {
    if (join(region, shared, group)) return true
    const members = membersByGroup(group)
    // Groups only grow: one of the same number and size is the same one.
    const likenessOf = (...groups: number[]): Millibits => {
      const own = groups.flatMap((each) => members.get(each) ?? []).sort((a, b) => a - b)
      const name = `${groups.join('+')}:${own.length}`
      const bits = known.get(name) ?? likeness(own)
      known.set(name, bits)
      return bits
    }
    const sizeOf = (own: number): number => members.get(own)?.length ?? 0
    return merge(region, shared, { group, likeness: likenessOf, sizeOf })
  }
  while (round());
  return [...membersByGroup(group)].sort(([a], [b]) => a - b).map(([, members]) => members)
}

/** The members of each group, ascending. */
const membersByGroup = (group: Int32Array): ReadonlyMap<number, readonly number[]> => {
  const members = new Map<number, number[]>()
  group.forEach((own, account) => {
    if (own === none) return
    const list = members.get(own)
    if (list) list.push(account)
    else members.set(own, [account])
  })
  return members
}
