import type { Millibits } from '../../model/index.ts'
import type { Ground } from './ground.ts'
import { type Held, heldBy } from './held.ts'
import type { Island } from './islands.ts'
import { channelParts } from './rules/channel-parts.ts'
import { type StatedPart, spreadsOf, statedAgainst } from './rules/explained.ts'
import {
  homeCost,
  isCommon,
  leastCovered,
  priors,
  type Rival,
  rivals,
  sizeAgainst,
} from './rules/weights.ts'

/** What one shared value adds to a group. */
export type ValuePart = {
  /** Place in `Platform.values`. */
  readonly value: number
  readonly channel: number
  /** Accounts of the group that hold it. */
  readonly inside: number
  /** Millibits that it adds by the rule of its channel. */
  readonly millibits: Millibits
  /** Of its weight against chance, what the rival explains. */
  readonly explained: Millibits
}

/** A group weighed against the rival that explains it best: prior and parts make the total. */
export type Judged = {
  /** Places in `Platform.accounts`, ascending. */
  readonly accounts: Uint32Array
  readonly rival: Rival
  readonly prior: Millibits
  /** How much likelier a group of this size is a ring's than the rival's. */
  readonly size: Millibits
  readonly stated: readonly StatedPart[]
  readonly values: readonly ValuePart[]
  readonly total: Millibits
  /** Channels in which three in ten of the accounts at least share something. */
  readonly channels: number
}

/** Weighs a group of an island's accounts against each rival; the least total stands. */
export const judge = (ground: Ground, island: Island, members: readonly number[]): Judged => {
  const accounts = Uint32Array.from(members, (member) => island.accounts[member] as number)
  const held = heldBy(island, ground.shared, members)
  const spread = spreadsOf(ground, accounts)
  const covering = countCovering(held, members.length)
  const weighed = rivals
    .filter((rival) => rival === 'chance' || isCommon(rival, accounts.length))
    .map((rival): Judged => {
      const size = sizeAgainst(rival, accounts.length)
      const stated = statedAgainst(rival, spread)
      const values = weigh(ground, { held, rival, size: accounts.length })
      const total = priors.default + size + sum(stated) + sum(values)
      return {
        accounts,
        rival,
        prior: priors.default,
        size,
        stated,
        values,
        total,
        channels: covering,
      }
    })
  return weighed.reduce((least, each) => (each.total < least.total ? each : least))
}

const countCovering = (held: readonly (readonly Held[])[], size: number): number =>
  held.filter((own) => new Set(own.flatMap(({ members }) => members)).size >= size * leastCovered)
    .length

const sum = (parts: readonly { readonly millibits: Millibits }[]): Millibits =>
  parts.reduce((total, { millibits }) => total + millibits, 0)

type Weighing = {
  readonly held: readonly (readonly Held[])[]
  readonly rival: Rival
  readonly size: number
}

/** Those who work or learn together also live with somebody: what two share may be of a home. */
const isPatched = (rival: Rival): boolean => rival === 'workplace' || rival === 'cohort'

/** What each shared value adds, channel by channel. */
const weigh = (
  { platform: { values }, shared, weights }: Ground,
  { held, rival, size }: Weighing,
): readonly ValuePart[] => {
  const bitsOf = ({ place, common }: Held): Millibits => {
    const chance = shared.strength[place] as number
    if (rival === 'chance') return chance
    const kind = values.kinds[values.kind[shared.value[place] as number] as number]?.kind as string
    const own = weights.against(rival, kind, common)
    const home = Math.max(0, shared.home[place] as number) + homeCost
    return Math.min(chance, own, isPatched(rival) ? home : own)
  }
  return held.flatMap((own) => {
    const bits = own.map((each) => ({ bits: bitsOf(each), members: each.members }))
    const parts = channelParts(bits, size)
    return own.map(({ place, channel, members }, i) => ({
      value: shared.value[place] as number,
      channel,
      inside: members.length,
      millibits: parts[i] as number,
      explained: (shared.strength[place] as number) - (bits[i]?.bits as number),
    }))
  })
}
