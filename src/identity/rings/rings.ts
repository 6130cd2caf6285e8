import { type Millibits, sha256 } from '../../model/index.ts'
import { noTime, type Platform } from '../platform/platform.ts'
import { type Decided, type Decisions, fromDecided, markOf, toDecided } from './decided.ts'
import { type Ground, toGround } from './ground.ts'
import { findGroups } from './grow.ts'
import type { Island } from './islands.ts'
import { type Judged, judge } from './judge.ts'
import { findRegions } from './regions.ts'
import { leastChannels, priors } from './rules/weights.ts'

/** A group that one operator explains better than anything else does. */
export type Ring = Judged & {
  readonly id: string
  /** Its weight at the low and the high end of how many accounts are a ring's. */
  readonly low: Millibits
  readonly high: Millibits
  /** The part of the platform that decides about it. */
  readonly region: Island
}

/** What was found on a platform. */
export type Rings = {
  readonly ground: Ground
  readonly rings: readonly Ring[]
  /** What was decided about each region, for a later run on the grown platform. */
  readonly decisions: Decisions
}

/** The groups of one region that are shown, by their first account. */
export const ringsOf = (ground: Ground, region: Island): readonly Judged[] =>
  findGroups(region, ground.shared, (members) => judge(ground, region, members).total)
    .map((members) => judge(ground, region, members))
    .filter(isShown)

/** A ring is shown from even odds on, over two channels at least. */
const isShown = ({ total, channels }: Judged): boolean => total >= 0 && channels >= leastChannels

/**
 * Finds the rings of a platform, strongest first. With what an earlier run decided, only regions that
 * new facts touch are worked out again; what is found is the same, to the last millibit.
 */
export const findRings = (platform: Platform, before: Decisions = new Map()): Rings => {
  const ground = toGround(platform)
  const rings: Ring[] = []
  const decisions = new Map<string, Decided>()
  for (const region of findRegions(platform, ground.shared)) {
    const mark = markOf(ground, region)
    const known = before.get(mark)
    const found = known ? fromDecided(ground, region, known) : ringsOf(ground, region)
    decisions.set(mark, known ?? toDecided(ground, region, found))
    for (const judged of found) rings.push(toRing(platform, region, judged))
  }
  rings.sort((a, b) => b.total - a.total || (a.accounts[0] as number) - (b.accounts[0] as number))
  return { ground, rings, decisions }
}

const toRing = (platform: Platform, region: Island, judged: Judged): Ring => ({
  ...judged,
  id: ringId(platform, judged.accounts),
  low: judged.total + priors.low - priors.default,
  high: judged.total + priors.high - priors.default,
  region,
})

/**
 * A ring is named after its oldest account, of equally old ones the first by id: accounts that join
 * later leave the name as it is. An account is in one ring, so no two have one name.
 */
const ringId = ({ accounts, created }: Platform, members: Uint32Array): string => {
  const age = (account: number): number => {
    const made = created[account] as number
    return made === noTime ? Number.POSITIVE_INFINITY : made
  }
  const oldest = members.reduce((first, each) => (age(each) < age(first) ? each : first))
  return `ring-${sha256(accounts[oldest] as string).slice(0, 12)}`
}
