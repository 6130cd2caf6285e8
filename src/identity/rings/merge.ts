import { type Millibits, toMillibits } from '../../model/index.ts'
import { holdersByGroup } from './group.ts'
import type { Island } from './islands.ts'
import { tieBits } from './rules/tie-bits.ts'
import { likely, loss, merging } from './rules/weights.ts'
import { channels, type SharedValues } from './shared-values.ts'
import { newTally } from './tally.ts'

/** Two groups, the lower first, the values that both hold, and how strongly they link the two. */
type Link = {
  readonly a: number
  readonly b: number
  readonly values: LinkingValue[]
  bits: Millibits
}

type LinkingValue = { readonly value: number; readonly place: number; readonly bits: Millibits }

/** How groups look for others. */
export type Looking = {
  readonly island: Island
  readonly shared: SharedValues
  readonly group: Int32Array
  /** Whether a group could be of a ring: a value that only such hold is no stranger's. */
  readonly isLikely: (group: number) => boolean
  /** Bits that a value loses where one of two groups holds it that many times as often. */
  readonly imbalance: (ratio: number) => Millibits
}

/** Pairs of groups that enough values link strongly enough. */
export const findLinks = (looking: Looking): readonly Link[] => {
  const { island, shared, group } = looking
  const links = new Map<number, Link>()
  for (let value = 0; value < island.values.length; value++) {
    const inside = holdersByGroup(island, group, value)
    if (inside.length > 1) link(looking, { links, inside, value })
  }
  const tally = newTally(1)
  return [...links.values()].filter((link) => {
    if (!isEnough(shared, link.values)) return false
    for (const { place, bits } of link.values)
      tally.add(0, {
        channel: shared.channel[place] as number,
        bits,
        lent: shared.lent[place] === 1,
      })
    link.bits = tally.bitsOf(0)
    tally.clear()
    return link.bits >= merging
  })
}

const addresses = channels.indexOf('place')

/**
 * Two values at least. What a facilitator lends (an address, a router, a line) never links by itself,
 * because one may serve two rings; two addresses do, because two facilitators who both serve the same
 * two rings are seldom.
 */
const isEnough = ({ lent, channel }: SharedValues, values: readonly LinkingValue[]): boolean =>
  values.length > 1 &&
  (values.some(({ place }) => !lent[place]) ||
    values.filter(({ place }) => channel[place] === addresses).length > 1)

type Inside = readonly (readonly [group: number, members: number])[]

const link = (
  { island, shared, isLikely, imbalance }: Looking,
  { links, inside, value }: { links: Map<number, Link>; inside: Inside; value: number },
): void => {
  const place = island.values[value] as number
  const strength = shared.strength[place] as number
  const others = (shared.degree[place] as number) - 1
  const likely = inside.map(([own]) => isLikely(own))
  const ring = inside.reduce((sum, [, members], i) => sum + (likely[i] ? members : 0), 0)
  inside.forEach(([a, inA], i) => {
    inside.slice(i + 1).forEach(([b, inB], j) => {
      const strange = (likely[i] ? 0 : inA) + (likely[i + 1 + j] ? 0 : inB)
      const tied = tieBits(strength, { inside: ring + strange - 1, others })
      const bits = tied - imbalance(Math.max(inA / inB, inB / inA))
      if (bits <= 0) return
      const way = a * island.accounts.length + b
      const link = links.get(way) ?? { a, b, values: [], bits: 0 }
      link.values.push({ value, place, bits })
      links.set(way, link)
    })
  })
}

/** Of two groups that hold a value alike nothing is lost, nor of twice as often. */
const imbalance = (ratio: number): Millibits => 2 * toMillibits(Math.max(0, Math.log2(ratio) - 1))

/** The groups that may merge. */
export type Merging = {
  readonly group: Int32Array
  /** Millibits of groups being, together, one ring. */
  readonly likeness: (...groups: number[]) => Millibits
  readonly sizeOf: (group: number) => number
}

/**
 * Merges linked groups, strongest first, each group once a round. A group that is much less of a ring
 * by itself needs so much more, and both together must be a ring, or as much of one as the better of
 * them: hands of one ring share less across than each does by itself.
 */
export const merge = (
  island: Island,
  shared: SharedValues,
  { group, likeness, sizeOf }: Merging,
): boolean => {
  const isLikely = (own: number): boolean => likeness(own) >= likely
  const merges = findLinks({ island, shared, group, isLikely, imbalance })
    .filter((link) => isBroad(island, { group, sizeOf }, link))
    .map(({ a, b, bits }) => ({ a, b, bits: bits + lacking(likeness(a)) + lacking(likeness(b)) }))
    .filter(({ bits }) => bits >= merging)
    .sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b)
  const renamed = new Map<number, number>()
  const done = new Set<number>()
  for (const { a, b } of merges) {
    if (done.has(a) || done.has(b)) continue
    if (likeness(a, b) < Math.min(0, Math.max(likeness(a), likeness(b)) - loss)) continue
    done.add(a).add(b)
    renamed.set(b, a)
  }
  group.forEach((own, account) => {
    group[account] = renamed.get(own) ?? own
  })
  return renamed.size > 0
}

/** Whether more than one account of either group holds what links them: one may belong to the other. */
const isBroad = (
  { holders }: Island,
  { group, sizeOf }: Pick<Merging, 'group' | 'sizeOf'>,
  { a, b, values }: Link,
): boolean => {
  const linking = new Set(
    values.flatMap(({ value }) => [
      ...holders.items.subarray(holders.start[value], holders.start[value + 1]),
    ]),
  )
  return [a, b].every((own) => {
    const hold = [...linking].filter((account) => group[account] === own).length
    return hold > 1 || sizeOf(own) <= 2
  })
}

const lacking = (likeness: Millibits): Millibits => Math.min(0, likeness - likely)
