import type { TruthRow } from '../../src/example/index.ts'
import type { Platform } from '../../src/identity/platform/platform.ts'
import type { Grouping } from './baselines.ts'

/** Groups by the ids of accounts. */
export const toGroups = ({ accounts }: Platform, grouping: Grouping): ReadonlyMap<string, string> =>
  new Map(
    accounts.flatMap((account, place) => {
      const group = grouping[place] as number
      return group === -1 ? [] : [[account, String(group)] as const]
    }),
  )

/** Places of the values that two accounts of one ring share and nobody else has. */
export const ringValues = (
  { accounts, values, sightings }: Platform,
  truth: readonly TruthRow[],
): readonly number[] => {
  const ringOf = new Map(truth.map(({ account, ring }) => [account, ring] as const))
  const rings = accounts.map((account) => ringOf.get(account) ?? '')
  return [...values.key.keys()].filter((value) => {
    const from = sightings.start[value] as number
    const holders = sightings.account.subarray(from, sightings.start[value + 1])
    const ring = rings[holders[0] as number]
    return holders.length > 1 && ring !== '' && holders.every((holder) => rings[holder] === ring)
  })
}

/** Rings with three values of their own over two channels or more, the network left out. */
export const findable = (platform: Platform, truth: readonly TruthRow[]): ReadonlySet<string> => {
  const { accounts, values, sightings } = platform
  const ringOf = new Map(truth.map(({ account, ring }) => [account, ring] as const))
  const channels = new Map<string, string[]>()
  for (const value of ringValues(platform, truth)) {
    const { channel } = values.kinds[values.kind[value] as number] as { channel: string }
    if (channel === 'network') continue
    const holder = sightings.account[sightings.start[value] as number] as number
    const ring = ringOf.get(accounts[holder] as string) as string
    channels.set(ring, [...(channels.get(ring) ?? []), channel])
  }
  return new Set(
    [...channels]
      .filter(([, seen]) => seen.length >= 3 && new Set(seen).size >= 2)
      .map(([ring]) => ring),
  )
}
