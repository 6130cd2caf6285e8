import table from '../../../../data/ring-weights.json' with { type: 'json' }
import { type Channel, channelOf, type Millibits, toMillibits } from '../../../model/index.ts'
import type { StatedField, Trait } from '../../platform/platform.ts'

/** Why accounts may share values though no one operator runs them. */
export const rivals = ['chance', 'household', 'workplace', 'cohort', 'person', 'successor'] as const

export type Rival = (typeof rivals)[number]

const { repeats, sizes, channels, holders, prior, times, traits } = table

/** What the table says of one kind: bits against each rival, and how many of an operator share it. */
type KindRow = Readonly<Record<Rival | 'shared', number>>

const { why: _why, ...kindTable } = table.kinds as unknown as { readonly why: string } & Readonly<
  Record<string, KindRow | undefined>
>

/** The kinds that weigh something, as the table lists them. */
export const weighedKinds: readonly string[] = Object.keys(kindTable)

/** Bits of one shared value of a kind against a rival, by the table; of a kind that it lacks, none. */
export const tableBits = (rival: Rival, kind: string): Millibits =>
  toMillibits(kindTable[kind]?.[rival] ?? 0)

/** The part of an operator's accounts that the table expects to share a value of a kind. */
export const expectedShare = (kind: string): number => kindTable[kind]?.shared ?? 0

type RivalRow = {
  readonly states: Readonly<Partial<Record<StatedField, readonly [part: number, chance: number]>>>
  readonly again: Readonly<Partial<Record<Channel, number>>>
}

const rowOf = (rival: Rival): RivalRow => table.rivals[rival] as unknown as RivalRow

/** Bits that a second shared value of a kind's channel says more, as rivals seldom have one. */
export const againBits = (rival: Rival, kind: string): Millibits =>
  toMillibits(rowOf(rival).again[channelOf(kind) as Channel] ?? 0)

/** A field that groups of a rival state alike: how many groups do, and each of their members. */
export type StatedAlike = {
  readonly field: StatedField
  readonly part: number
  readonly chance: number
}

const alike = new Map<Rival, readonly StatedAlike[]>(
  rivals.map((rival) => [
    rival,
    Object.entries(rowOf(rival).states).map(([field, [part, chance]]) => ({
      field: field as StatedField,
      part,
      chance,
    })),
  ]),
)

/** The fields in which groups of a rival state alike. */
export const statedBy = (rival: Rival): readonly StatedAlike[] => alike.get(rival) ?? []

/** The part of operators whose accounts state mostly the same in a field, and how mostly. */
export const repeating = (field: StatedField): number =>
  (repeats as Readonly<Record<string, unknown>>)[field] as number
export const dominance: number = repeats.dominance

const oddsOf = (accounts: number): Millibits =>
  toMillibits(Math.log2(accounts / (10_000 - accounts)))

/** Log odds that an account is a ring's, before anything is seen: default, low end and high end. */
export const priors: {
  readonly default: Millibits
  readonly low: Millibits
  readonly high: Millibits
} = {
  default: oddsOf(prior.default),
  low: oddsOf(prior.low),
  high: oddsOf(prior.high),
}

const binOf = (size: number): number => {
  const bin = sizes.upTo.findIndex((most) => size <= most)
  return bin < 0 ? sizes.upTo.length - 1 : bin
}

const ringAccounts = sizes.operator.reduce((sum, each) => sum + each)

/** How much likelier a group of this size is a ring's, if it is one, than a rival's among all. */
export const sizeAgainst = (rival: Rival, size: number): Millibits => {
  if (rival === 'chance') return 0
  const bin = binOf(size)
  const ring = (sizes.operator[bin] as number) / ringAccounts
  return toMillibits(Math.log2(ring / ((sizes[rival][bin] as number) / 10_000)))
}

/** Whether groups of a rival have this size often enough to explain a value by themselves. */
export const isCommon = (rival: Rival, size: number): boolean =>
  rival !== 'chance' && (sizes[rival][binOf(size)] as number) >= sizes.common

/** Most holders that a value may have on a platform of so many accounts. */
export const mostHolders = (accounts: number): number =>
  Math.min(holders.most, Math.max(holders.least, Math.floor(accounts * holders.share)))

export const traitPenalty = (trait: Trait): Millibits => toMillibits(traits[trait])
export const gapPenalty: Millibits = toMillibits(times.gap)
/** Kinds that pass from hand to hand. */
export const passedOn: ReadonlySet<string> = new Set(times.kinds)
export const gapMinutes: number = times.gapDays * 24 * 60

export const channelRest: number = channels.rest
export const channelMost: Millibits = toMillibits(channels.most)
export const leastChannels: number = channels.least
/** How many of a ring's accounts a channel must be of to count among those. */
export const leastCovered: number = channels.covered

/** Kinds of each of which a rival has one in common, beside that of their channel. */
export const onceKinds: ReadonlySet<string> = new Set(table.once.kinds)

/** From this on an account is tied to a group: over two channels, or by one value of the group's own. */
export const tie: Millibits = toMillibits(table.ties.channels)
export const single: Millibits = toMillibits(table.ties.single)
/** Other holders of that one value, for each in the group, that make it the group's own no more. */
export const mostOutside: number = table.ties.outside
/** A group from this on could be of a ring, though it is none by itself. */
export const likely: Millibits = toMillibits(table.ties.likely)
/** So much less of a ring two groups may be together than the better of them. */
export const loss: Millibits = toMillibits(table.ties.loss)
/** From this on two groups are one. */
export const merging: Millibits = toMillibits(table.ties.merging)
/** Kinds that a facilitator may lend. */
export const lentKinds: ReadonlySet<string> = new Set(table.ties.lent)

/** How many may share at home, and what it costs to say so of members of a larger group. */
export const mostAtHome: number = table.homes.most
export const homeCost: Millibits = toMillibits(table.homes.cost)

/** How many cases the table is worth, and by how much decided cases may move a weight. */
export const pseudoCases: number = table.decided.cases
export const mostMoved: Millibits = toMillibits(table.decided.most)
/** From this much new evidence on a cleared group is shown again. */
export const shownAgain: Millibits = toMillibits(table.decided.again)
