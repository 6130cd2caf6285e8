import type { Platform } from '../platform/platform.ts'
import { type Ground, toGround } from './ground.ts'
import { findGroups } from './grow.ts'
import type { Island } from './islands.ts'
import { type Judged, judge } from './judge.ts'
import { findRegions } from './regions.ts'
import { leastChannels } from './rules/weights.ts'

/** The rings of one region, by their first account. */
export const ringsOf = (ground: Ground, region: Island): readonly Judged[] =>
  findGroups(region, ground.shared, (members) => judge(ground, region, members).total)
    .map((members) => judge(ground, region, members))
    .filter(isShown)

/** A ring is shown from even odds on, over two channels at least. */
const isShown = ({ total, values }: Judged): boolean =>
  total >= 0 && new Set(values.map(({ channel }) => channel)).size >= leastChannels

/** The groups of accounts that one operator explains better than anything else does. */
export const findRings = (platform: Platform): readonly Judged[] => {
  const ground = toGround(platform)
  const rings: Judged[] = []
  for (const region of findRegions(platform, ground.shared)) rings.push(...ringsOf(ground, region))
  return rings
}
