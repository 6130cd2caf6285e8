import { type Channel, kindsOf, type Millibits, toMillibits } from '../../model/index.ts'
import { type Platform, statedFields, traits } from '../platform/platform.ts'
import { isExplained, type Stating, spreadsOf, statedAgainst } from './rules/explained.ts'
import type { KindWeights } from './rules/kind-weights.ts'
import { patternOf } from './rules/pattern.ts'
import {
  gapPenalty,
  lentKinds,
  mostAtHome,
  mostHolders,
  onceKinds,
  passedOn,
  traitPenalty,
} from './rules/weights.ts'

/** Channels by number. */
export const channels: readonly Channel[] = Object.keys(kindsOf) as Channel[]

/** The values that join accounts: places in `Platform.values`, ascending, and what each weighs. */
export type SharedValues = {
  readonly value: Uint32Array
  /** How many accounts hold it. */
  readonly degree: Uint32Array
  /** Millibits of two accounts sharing it against chance. */
  readonly strength: Int32Array
  readonly channel: Uint8Array
  /** Of values of one number a rival has one in common: those of a channel, or of a kind that stands for itself. */
  readonly sort: Uint8Array
  /** Millibits that are left where it is what a home or one person shares inside a larger group. */
  readonly home: Int32Array
  /** 1 where a facilitator may lend it. */
  readonly lent: Uint8Array
}

/** How many accounts state each field. */
export const countStating = ({ accounts, stated }: Platform): Stating =>
  Object.fromEntries(
    statedFields.map((field) => {
      let stating = 0
      for (let account = 0; account < accounts.length; account++)
        if (stated[field].holders(account) > 0) stating++
      return [field, stating]
    }),
  ) as Stating

/**
 * Judges each value by itself. Those that may join accounts are left: held by at least two and by
 * no public crowd, of a channel that counts, worth something against chance, and not explained by
 * what their holders state of themselves.
 */
export const findSharedValues = (
  platform: Platform,
  stating: Stating,
  weights: KindWeights,
): SharedValues => {
  const { values, sightings } = platform
  const most = mostHolders(platform.accounts.length)
  const chance = values.kinds.map(({ kind }) => weights.chance(kind))
  const channelOfKind = values.kinds.map(({ channel }) => channels.indexOf(channel))
  const counts = values.kinds.map(({ channel }) => channel !== 'network')
  const sortOfKind = values.kinds.map(({ kind }, place) =>
    onceKinds.has(kind) ? channels.length + place : (channelOfKind[place] as number),
  )
  const isLent = values.kinds.map(({ kind }) => lentKinds.has(kind))
  const value: number[] = []
  const degree: number[] = []
  const strength: number[] = []
  const channel: number[] = []
  const sort: number[] = []
  const home: number[] = []
  const lent: number[] = []
  for (let v = 0; v < values.kind.length; v++) {
    const kind = values.kind[v] as number
    const [start, end] = [sightings.start[v] as number, sightings.start[v + 1] as number]
    if (end - start < 2 || end - start > most || !counts[kind]) continue
    const bits =
      (chance[kind] as number) - toMillibits(Math.log2(end - start - 1)) - penaltyOf(platform, v)
    if (bits <= 0) continue
    const holders = sightings.account.subarray(start, end)
    if (isExplained({ platform, stating }, holders)) continue
    value.push(v)
    degree.push(end - start)
    strength.push(bits)
    channel.push(channelOfKind[kind] as number)
    sort.push(sortOfKind[kind] as number)
    home.push(homeBits({ platform, stating, weights }, kind, holders))
    lent.push(isLent[kind] ? 1 : 0)
  }
  return {
    value: Uint32Array.from(value),
    degree: Uint32Array.from(degree),
    strength: Int32Array.from(strength),
    channel: Uint8Array.from(channel),
    sort: Uint8Array.from(sort),
    home: Int32Array.from(home),
    lent: Uint8Array.from(lent),
  }
}

const penaltyOf = ({ values, sightings }: Platform, v: number): Millibits => {
  const trait = traits[values.trait[v] as number] ?? 'none'
  const { kind } = values.kinds[values.kind[v] as number] as { kind: string }
  if (!passedOn.has(kind)) return traitPenalty(trait)
  const [start, end] = [sightings.start[v] as number, sightings.start[v + 1] as number]
  const first = sightings.first.subarray(start, end)
  const last = sightings.last.subarray(start, end)
  const gap = patternOf({ first, last }) === 'gap' ? gapPenalty : 0
  return traitPenalty(trait) + gap
}

/** What two or three holders of a value leave of it who live together or are one person. */
const homeBits = (
  ground: {
    readonly platform: Platform
    readonly stating: Stating
    readonly weights: KindWeights
  },
  kind: number,
  holders: Uint32Array,
): Millibits => {
  if (holders.length > mostAtHome) return never
  const spread = spreadsOf(ground, holders)
  const name = ground.platform.values.kinds[kind]?.kind as string
  return Math.min(
    ...(['household', 'person'] as const).map((rival) =>
      statedAgainst(rival, spread).reduce(
        (sum, { millibits }) => sum + millibits,
        ground.weights.against(rival, name, true),
      ),
    ),
  )
}

const never = 0x7fff_ffff
