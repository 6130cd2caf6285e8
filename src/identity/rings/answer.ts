import { toBits } from '../../model/index.ts'
import { type AccountFlags, flagTeller, type RingFlag } from '../flags/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Sharpened } from './decided-groups.ts'
import { type ExplainedValue, explainRing, linksOf } from './explain.ts'
import { nameValue } from './kin.ts'
import type { Ring, Rings } from './rings.ts'
import { channels } from './shared-values.ts'
import type { Was } from './was.ts'

/** A value as an answer names it. */
export type NamedValue = { readonly kind: string; readonly value: string }

export type ValueAnswer = NamedValue & {
  readonly channel: string
  /** Accounts of the platform that hold it, and accounts of the ring. */
  readonly held_by: number
  readonly in_ring: number
  /** What it adds to the ring; prior, rival, stated and values make the ring's bits. */
  readonly bits: number
  /** The best innocent explanation, and how much of what it says against chance that explains. */
  readonly rival: { readonly kind: string; readonly bits: number }
  /** The ring without it: its bits (null where none is left) and accounts, and how many rings. */
  readonly without: {
    readonly bits: number | null
    readonly accounts: number
    readonly rings: number
  }
  /** Where it stands: the row of a file, by account. */
  readonly rows: readonly {
    readonly account: string
    readonly source: number
    readonly row: number
  }[]
}

/** A ring as programs read it. Bits have three places. */
export type RingAnswer = {
  readonly ring: string
  readonly accounts: readonly string[]
  readonly bits: number
  readonly low: number
  readonly high: number
  readonly channels: readonly string[]
  readonly prior: number
  /** The innocent explanation that does best, and what the size of the group says against it. */
  readonly rival: { readonly kind: string; readonly bits: number }
  readonly stated: readonly {
    readonly field: string
    readonly agree: number
    readonly conflict: number
    readonly bits: number
  }[]
  readonly values: readonly ValueAnswer[]
  readonly weakest: (NamedValue & { readonly without: ValueAnswer['without'] }) | null
  readonly linked_rings: readonly string[]
  readonly links: readonly { readonly ring: string; readonly values: readonly NamedValue[] }[]
  /** The earlier rings that it has come of, each with the part of its evidence that is kept. */
  readonly was: readonly Was[]
  /** What people decided about groups of which it has two accounts at least. */
  readonly decided: readonly {
    readonly group: string
    readonly decision: 'confirmed' | 'cleared'
    readonly explanation: string | null
    readonly accounts: number
  }[]
  /** Of its bits, what whoever cleared those groups had not seen; null where none was cleared. */
  readonly new_bits: number | null
  /** Accounts of the platform, of which `held_by` counts. */
  readonly of: number
  /**
   * What else was seen at its accounts, by the names of `flagCards`; none of it is in the bits. Flags
   * that the data of the platform cannot tell are left out; all are where nobody looked.
   */
  readonly flags: readonly RingFlag[]
}

/** Rings with all that explains them, one after the other, and the flags of accounts beside them. */
export function* toRingAnswers(found: Rings, flags?: AccountFlags): Generator<RingAnswer> {
  const links = linksOf(found)
  const tell = flags ? flagTeller(found.ground.platform, flags) : () => []
  for (const ring of found.rings)
    yield {
      ...toRingAnswer(found, ring, links.get(ring.id) ?? new Map()),
      flags: tell(ring.accounts),
    }
}

const toRingAnswer = (
  { ground }: Rings,
  ring: Ring,
  links: ReadonlyMap<string, readonly number[]>,
): Omit<RingAnswer, 'flags'> => {
  const { platform } = ground
  const { values, weakest, stated } = explainRing(ground, ring)
  const linked = [...links].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    ring: ring.id,
    accounts: [...ring.accounts].map((account) => platform.accounts[account] as string),
    bits: toBits(ring.total),
    low: toBits(ring.low),
    high: toBits(ring.high),
    channels: channels.filter((_, i) => values.some(({ channel }) => channel === i)),
    prior: toBits(ring.prior),
    rival: { kind: ring.rival, bits: toBits(ring.size) },
    stated: stated.map(({ millibits, ...pairs }) => ({ ...pairs, bits: toBits(millibits) })),
    values: values.map((value) => toValueAnswer(platform, ring, value)),
    weakest: weakest
      ? { ...nameValue(platform, weakest.value), without: toWithout(weakest) }
      : null,
    linked_rings: linked.map(([id]) => id),
    links: linked.map(([id, list]) => ({
      ring: id,
      values: list.map((value) => nameValue(platform, value)),
    })),
    was: ring.was,
    decided: ring.decided.map(({ group, explanation, accounts }) => ({
      group,
      decision: explanation === null ? 'confirmed' : 'cleared',
      explanation,
      accounts,
    })),
    new_bits: ring.fresh === null ? null : toBits(ring.fresh),
    of: platform.accounts.length,
  }
}

const toWithout = ({ without }: ExplainedValue): ValueAnswer['without'] => ({
  bits: without.millibits === null ? null : toBits(without.millibits),
  accounts: without.accounts,
  rings: without.rings,
})

const toValueAnswer = (platform: Platform, ring: Ring, value: ExplainedValue): ValueAnswer => {
  const { start, account, source, row } = platform.sightings
  const [from, to] = [start[value.value] as number, start[value.value + 1] as number]
  const members = new Set(ring.accounts)
  const places = Array.from({ length: to - from }, (_, i) => from + i)
  return {
    ...nameValue(platform, value.value),
    channel: channels[value.channel] as string,
    held_by: to - from,
    in_ring: value.inside,
    bits: toBits(value.millibits),
    rival: { kind: ring.rival, bits: toBits(value.explained) },
    without: toWithout(value),
    rows: places
      .filter((at) => members.has(account[at] as number))
      .map((at) => ({
        account: platform.accounts[account[at] as number] as string,
        source: source[at] as number,
        row: row[at] as number,
      })),
  }
}

/** A weight as programs read it: bits before and after decided groups, and how many of them share. */
export const toWeightAnswer = ({
  kind,
  rival,
  before,
  after,
  confirmed,
  cleared,
}: Sharpened): Readonly<Record<string, unknown>> => ({
  kind,
  rival,
  before: toBits(before),
  after: toBits(after),
  confirmed: { groups: confirmed.cases, share: confirmed.shared / 1000 },
  cleared: { groups: cleared.cases, share: cleared.shared / 1000 },
})
