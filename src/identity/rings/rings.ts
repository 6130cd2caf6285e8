import { type Millibits, sha256 } from '../../model/index.ts'
import { noTime, type Platform } from '../platform/platform.ts'
import {
  type DecidedGroup,
  placeGroups,
  type Sharpened,
  sharpen,
  toSharpWeights,
} from './decided-groups.ts'
import {
  type FoundRegion,
  type FoundRegions,
  fromFoundRegion,
  markOf,
  toFoundRegion,
} from './found-regions.ts'
import { type Ground, toGround } from './ground.ts'
import { findGroups } from './grow.ts'
import type { Island } from './islands.ts'
import { type Judged, judge } from './judge.ts'
import { findRegions } from './regions.ts'
import { leastChannels, priors } from './rules/weights.ts'
import { isCleared, type Standing, standingIn } from './standing.ts'
import type { Was } from './was.ts'

/** A group that one operator explains better than anything else does. */
export type Ring = Judged &
  Standing & {
    readonly id: string
    /** Its weight at the low and the high end of how many accounts are a ring's. */
    readonly low: Millibits
    readonly high: Millibits
    /** The earlier rings that it has come of; none where no earlier answer was given. */
    readonly was: readonly Was[]
    /** The part of the platform that decides about it. */
    readonly region: Island
  }

/** What was found on a platform. */
export type Rings = {
  readonly ground: Ground
  readonly rings: readonly Ring[]
  /** Groups that would be shown if people had not cleared them; too little of them is new. */
  readonly cleared: readonly Ring[]
  /** Each weight with what decided groups say of it. */
  readonly sharpened: readonly Sharpened[]
  /** What was found of each region, for a later run on the grown platform. */
  readonly regions: FoundRegions
}

/** The groups of one region that are shown, by their first account. */
export const ringsOf = (ground: Ground, region: Island): readonly Judged[] =>
  findGroups(region, ground.shared, (members) => judge(ground, region, members).total)
    .map((members) => judge(ground, region, members))
    .filter(isShown)

/** A ring is shown from even odds on, over two channels at least. */
const isShown = ({ total, channels }: Judged): boolean => total >= 0 && channels >= leastChannels

/** What is known beside a platform. */
export type Known = {
  /** What an earlier run found of regions: only those that new facts touch are worked out again. */
  readonly regions?: FoundRegions
  /** Groups that people decided about. */
  readonly decided?: readonly DecidedGroup[]
}

/**
 * Finds the rings of a platform, strongest first. With the regions of an earlier run what is found is
 * the same, to the last millibit. Decided groups sharpen the weights of kinds, and what was cleared is
 * shown again only where enough is new.
 */
export const findRings = (platform: Platform, known: Known = {}): Rings => {
  const groups = placeGroups(platform, known.decided ?? [])
  const sharpened = sharpen(platform, groups)
  const ground = toGround(platform, toSharpWeights(sharpened))
  const standingOf = standingIn(platform, groups)
  const found: Ring[] = []
  const regions = new Map<string, FoundRegion>()
  for (const region of findRegions(platform, ground.shared)) {
    const mark = markOf(ground, region)
    const before = known.regions?.get(mark)
    const shown = before ? fromFoundRegion(ground, region, before) : ringsOf(ground, region)
    regions.set(mark, before ?? toFoundRegion(ground, region, shown))
    for (const judged of shown)
      found.push({ ...toRing(platform, region, judged), ...standingOf(judged) })
  }
  found.sort((a, b) => b.total - a.total || (a.accounts[0] as number) - (b.accounts[0] as number))
  return {
    ground,
    rings: found.filter((ring) => !isCleared(ring)),
    cleared: found.filter(isCleared),
    sharpened,
    regions,
  }
}

const toRing = (
  platform: Platform,
  region: Island,
  judged: Judged,
): Omit<Ring, keyof Standing> => ({
  ...judged,
  id: ringId(platform, judged.accounts),
  low: judged.total + priors.low - priors.default,
  high: judged.total + priors.high - priors.default,
  was: [],
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
