import { sha256 } from '../../model/index.ts'
import { statedFields } from '../platform/platform.ts'
import type { Ground } from './ground.ts'
import type { Island } from './islands.ts'
import type { Judged } from './judge.ts'

/** The rings of a region, with accounts and values counted within the region. */
export type FoundRegion = readonly Judged[]

/** What was found of regions, by their marks: what a later run need not work out again. */
export type FoundRegions = ReadonlyMap<string, FoundRegion>

/**
 * A hash of everything that decides about a region: the weights, who is in it, what they hold, what that weighs,
 * who states the same, and how rare that is. Regions with one mark have the same rings.
 */
export const markOf = (ground: Ground, region: Island): string => {
  const { platform, shared } = ground
  const { values } = platform
  const held = Array.from(region.values, (place, i) => {
    const value = shared.value[place] as number
    const { start, items } = region.holders
    return [
      values.kinds[values.kind[value] as number]?.kind,
      values.key[value],
      shared.degree[place],
      shared.strength[place],
      shared.home[place],
      ...items.subarray(start[i], start[i + 1]),
    ]
  })
  const accounts = Array.from(region.accounts, (account) => platform.accounts[account])
  const stated = statedFields.map((field) => whoAgree(ground, region, field))
  return sha256(JSON.stringify([ground.weights.mark, accounts, held, stated]))
}

/** For each member the first that states the same, and the rarity of it in quarters of a bit. */
const whoAgree = (
  { platform, stating }: Ground,
  { accounts }: Island,
  field: (typeof statedFields)[number],
): readonly number[] => {
  const stated = platform.stated[field]
  return Array.from(accounts).flatMap((account) => {
    const holders = stated.holders(account)
    if (holders === 0) return [-1, 0]
    const first = accounts.findIndex((other) => stated.agree(other, account))
    return [first, Math.round(4 * Math.log2(stating[field] / holders))]
  })
}

/** What was found, counted within the region. */
export const toFoundRegion = (
  { shared }: Ground,
  { accounts, values }: Island,
  found: readonly Judged[],
): FoundRegion => {
  const account = new Map(Array.from(accounts, (each, i) => [each, i]))
  const value = new Map(Array.from(values, (place, i) => [shared.value[place] as number, i]))
  return found.map((judged) => ({
    ...judged,
    accounts: judged.accounts.map((each) => account.get(each) as number),
    values: judged.values.map((part) => ({ ...part, value: value.get(part.value) as number })),
  }))
}

/** What was found of a region with the same mark, counted on this platform. */
export const fromFoundRegion = (
  { shared }: Ground,
  { accounts, values }: Island,
  region: FoundRegion,
): readonly Judged[] =>
  region.map((judged) => ({
    ...judged,
    accounts: judged.accounts.map((each) => accounts[each] as number),
    values: judged.values.map((part) => ({
      ...part,
      value: shared.value[values[part.value] as number] as number,
    })),
  }))
