import type { Millibits } from '../../model/index.ts'
import { findCores } from './cores.ts'
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
  const likenessOf = rememberGrown(group, likeness)
  const round = (): boolean =>
    join(region, shared, group) || merge(region, shared, { group, likeness: likenessOf })
  while (round());
  const groups = new Set(group.filter((own) => own >= 0))
  return [...groups].sort((a, b) => a - b).map((own) => membersOf(group, [own]))
}

/** Groups only grow, so that a group of one number and size is the same one. */
const rememberGrown = (
  group: Int32Array,
  likeness: (members: readonly number[]) => Millibits,
): ((...groups: number[]) => Millibits) => {
  const known = new Map<string, Millibits>()
  return (...groups) => {
    const members = membersOf(group, groups)
    const name = `${groups.join('+')}:${members.length}`
    const bits = known.get(name) ?? likeness(members)
    known.set(name, bits)
    return bits
  }
}

const membersOf = (group: Int32Array, groups: readonly number[]): readonly number[] => {
  const members: number[] = []
  group.forEach((own, account) => {
    if (groups.includes(own)) members.push(account)
  })
  return members
}
