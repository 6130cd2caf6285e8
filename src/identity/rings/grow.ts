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
  const round = (): boolean => {
    if (join(region, shared, group)) return true
    const known = new Map<number, Millibits>()
    const likenessOf = (...groups: number[]): Millibits => {
      const [one = none, ...more] = groups
      const bits = (more.length === 0 && known.get(one)) || likeness(membersOf(group, groups))
      if (more.length === 0) known.set(one, bits)
      return bits
    }
    return merge(region, shared, { group, likeness: likenessOf })
  }
  while (round());
  const groups = new Set(group.filter((own) => own >= 0))
  return [...groups].sort((a, b) => a - b).map((own) => membersOf(group, [own]))
}

const membersOf = (group: Int32Array, groups: readonly number[]): readonly number[] => {
  const members: number[] = []
  group.forEach((own, account) => {
    if (groups.includes(own)) members.push(account)
  })
  return members
}
