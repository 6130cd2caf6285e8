import { type Millibits, toMillibits } from '../../model/index.ts'
import { holdersByGroup } from './group.ts'
import type { Island } from './islands.ts'
import { tieBits } from './rules/tie-bits.ts'
import { merging } from './rules/weights.ts'
import type { SharedValues } from './shared-values.ts'
import { newTally } from './tally.ts'

/** Two groups, the lower first, the values that both hold, and how strongly they link the two. */
type Link = {
  readonly a: number
  readonly b: number
  readonly values: LinkingValue[]
  bits: Millibits
}

type LinkingValue = { readonly place: number; readonly bits: Millibits }

/**
 * Pairs of groups that two values at least link strongly enough. What a facilitator lends (an
 * address, a router, a line) never links by itself: one may serve two rings.
 * @param balanced whether a value says less where one of the two groups holds it more than the other
 */
export const findLinks = (
  { island, shared, group }: { island: Island; shared: SharedValues; group: Int32Array },
  balanced: boolean,
): readonly Link[] => {
  const { accounts, values } = island
  const links = new Map<number, Link>()
  for (let value = 0; value < values.length; value++) {
    const inside = holdersByGroup(island, group, value)
    if (inside.length < 2) continue
    const place = values[value] as number
    const others = (shared.degree[place] as number) - 1
    inside.forEach(([a, inA], i) => {
      for (const [b, inB] of inside.slice(i + 1)) {
        const tied = tieBits(shared.strength[place] as number, { inside: inA + inB - 1, others })
        const bits = balanced ? tied - toMillibits(Math.abs(Math.log2(inA / inB))) : tied
        if (bits <= 0) continue
        const way = a * accounts.length + b
        const link = links.get(way) ?? { a, b, values: [], bits: 0 }
        link.values.push({ place, bits })
        links.set(way, link)
      }
    })
  }
  const tally = newTally(1)
  return [...links.values()].filter((link) => {
    if (link.values.length < 2 || link.values.every(({ place }) => shared.lent[place])) return false
    for (const { place, bits } of link.values) tally.add(0, shared.channel[place] as number, bits)
    link.bits = tally.bitsOf(0)
    tally.clear()
    return link.bits >= merging
  })
}

/**
 * Merges linked groups, strongest first, each group once a round. A group that is no ring by itself
 * needs so much more.
 * @param likeness millibits of a group being a ring by itself
 */
export const merge = (
  island: Island,
  shared: SharedValues,
  { group, likeness }: { group: Int32Array; likeness: (group: number) => Millibits },
): boolean => {
  const merges = findLinks({ island, shared, group }, true)
    .map(({ a, b, bits }) => ({
      a,
      b,
      bits: bits + Math.min(0, likeness(a)) + Math.min(0, likeness(b)),
    }))
    .filter(({ bits }) => bits >= merging)
    .sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b)
  const renamed = new Map<number, number>()
  const done = new Set<number>()
  for (const { a, b } of merges) {
    if (done.has(a) || done.has(b)) continue
    done.add(a).add(b)
    renamed.set(b, a)
  }
  group.forEach((own, account) => {
    group[account] = renamed.get(own) ?? own
  })
  return renamed.size > 0
}
