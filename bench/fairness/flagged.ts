import type { TruthRow } from '../../src/example/index.ts'
import type { Platform } from '../../src/identity/platform/platform.ts'
import { toGround } from '../../src/identity/rings/ground.ts'
import { findGroups } from '../../src/identity/rings/grow.ts'
import { judge } from '../../src/identity/rings/judge.ts'
import { findRegions } from '../../src/identity/rings/regions.ts'
import { leastChannels } from '../../src/identity/rings/rules/weights.ts'

/** Members of one honest group, who share a fate, and which of them are flagged. */
export type FlaggedGroup = {
  readonly members: readonly number[]
  readonly flags: readonly number[]
}

export type Flagging = {
  /** Accounts in a group that is shown. */
  readonly shown: number
  /** Millibits at which `share` of the accounts are flagged; undefined where no group is weighed. */
  readonly cut: number | undefined
  readonly flagged: number
  readonly groups: readonly FlaggedGroup[]
}

/** How many accounts the cut flags. */
const share = 0.01

/** Weighs all candidate groups of a platform, and flags the accounts of the weightiest. */
export const flagged = (platform: Platform, truth: readonly TruthRow[]): Flagging => {
  const weights = new Float64Array(platform.accounts.length).fill(Number.NEGATIVE_INFINITY)
  const ground = toGround(platform)
  for (const region of findRegions(platform, ground.shared)) {
    const weigh = (members: readonly number[]) => judge(ground, region, members)
    for (const members of findGroups(region, ground.shared, (each) => weigh(each).total)) {
      const { accounts, total, channels } = weigh(members)
      if (channels >= leastChannels) for (const account of accounts) weights[account] = total
    }
  }
  const sorted = weights.filter(Number.isFinite).sort().reverse()
  const cut = sorted[Math.min(sorted.length, Math.ceil(share * weights.length)) - 1]
  const flag = (account: number): boolean =>
    cut !== undefined && (weights[account] as number) >= cut
  return {
    shown: weights.filter((weight) => weight >= 0).length,
    cut,
    flagged: weights.filter((_, account) => flag(account)).length,
    groups: honestGroups(platform, truth).map((members) => ({
      members,
      flags: members.filter(flag),
    })),
  }
}

/** Places of accounts by their honest group; an account of none is one by itself. */
const honestGroups = (
  { accounts }: Platform,
  truth: readonly TruthRow[],
): readonly (readonly number[])[] => {
  const nameOf = new Map(truth.map(({ account, groups }) => [account, groups || account] as const))
  const groups = new Map<string, number[]>()
  accounts.forEach((account, place) => {
    const name = nameOf.get(account) as string
    const members = groups.get(name)
    if (members) members.push(place)
    else groups.set(name, [place])
  })
  return [...groups.values()]
}
