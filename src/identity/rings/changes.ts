import { type Millibits, toBits, toMillibits } from '../../model/index.ts'
import { isOf } from './keep-ids.ts'
import { findKin, type KnownRing, nameValue, valueKey } from './kin.ts'
import type { Ring, Rings } from './rings.ts'

/**
 * What became of rings: `new` of none before, `grown` or `shrunk` one of one, `merged` one of several,
 * `split` several of one, `regrouped` several of several, `ended` none; `cleared` where what is left
 * of one is not shown, because people cleared it.
 */
export type Event =
  | 'new'
  | 'grown'
  | 'shrunk'
  | 'merged'
  | 'split'
  | 'regrouped'
  | 'ended'
  | 'cleared'

type RingThen = { readonly ring: string; readonly bits: number; readonly accounts: number }

type Weighed = { readonly kind: string; readonly value: string; readonly bits: number }

/** What changed of rings that have come of each other, with the evidence before and after. */
export type Change = {
  readonly event: Event
  readonly before: readonly RingThen[]
  readonly after: readonly RingThen[]
  readonly accounts: { readonly gained: readonly string[]; readonly lost: readonly string[] }
  /** Gained with the bits they have now, lost with those they had. */
  readonly values: { readonly gained: readonly Weighed[]; readonly lost: readonly Weighed[] }
}

/**
 * What changed since an earlier answer, in rings that `keepIds` has named by it. Rings that have come
 * of each other are one change; those of which nobody left or came, and no value either, are none.
 */
export const changesOf = (found: Rings, known: readonly KnownRing[]): readonly Change[] => {
  const kin = findKin(found, known).filter((each) => isOf(each, each.ring.id))
  const rings = [...found.rings, ...found.cleared]
  const hidden = new Set<Ring>(found.cleared)
  return familiesOf(rings, byName(known), kin).flatMap(({ before, after }): readonly Change[] => {
    const shown = after.filter((ring) => !hidden.has(ring))
    if (before.length === 0 && shown.length === 0) return []
    const then = membersOf(before.flatMap(({ accounts }) => accounts))
    const now = membersOf(
      shown.flatMap((ring) =>
        [...ring.accounts].map((at) => found.ground.platform.accounts[at] as string),
      ),
    )
    const had = weigh(
      before.flatMap(({ values }) =>
        values.map(({ kind, value, bits }) => ({ kind, value, millibits: toMillibits(bits) })),
      ),
    )
    const has = weigh(
      shown.flatMap(({ values }) =>
        values.map(({ value, millibits }) => ({
          ...nameValue(found.ground.platform, value),
          millibits,
        })),
      ),
    )
    const change = {
      before: before.map(({ ring, bits, accounts }) => ({ ring, bits, accounts: accounts.length })),
      after: shown.map(({ id, total, accounts }) => ({
        ring: id,
        bits: toBits(total),
        accounts: accounts.length,
      })),
      accounts: {
        gained: [...now].filter((id) => !then.has(id)),
        lost: [...then].filter((id) => !now.has(id)),
      },
      values: { gained: missing(has, had), lost: missing(had, has) },
    }
    const event = eventOf(change, after.length > shown.length)
    return event ? [{ event, ...change }] : []
  })
}

const byName = (known: readonly KnownRing[]): readonly KnownRing[] =>
  [...known].sort((a, b) => (a.ring < b.ring ? -1 : 1))

type Family = { readonly before: readonly KnownRing[]; readonly after: readonly Ring[] }

/** Rings that have come of each other, however far around; those of now by strength, then those that ended. */
const familiesOf = (
  rings: readonly Ring[],
  known: readonly KnownRing[],
  kin: readonly { readonly known: KnownRing; readonly ring: Ring }[],
): readonly Family[] => {
  const next = new Map<Ring | KnownRing, (Ring | KnownRing)[]>()
  for (const { known: a, ring: b } of kin) {
    next.set(a, [...(next.get(a) ?? []), b])
    next.set(b, [...(next.get(b) ?? []), a])
  }
  const places = new Map([...rings, ...known].map((each, i) => [each, i]))
  const met = new Set<Ring | KnownRing>()
  return [...places.keys()].flatMap((first) => {
    if (met.has(first)) return []
    const family = new Set([first])
    for (const each of family) for (const other of next.get(each) ?? []) family.add(other)
    for (const each of family) met.add(each)
    const sorted = [...family].sort((a, b) => (places.get(a) as number) - (places.get(b) as number))
    return [
      { before: sorted.filter(isKnown), after: sorted.filter((each) => !isKnown(each)) as Ring[] },
    ]
  })
}

const isKnown = (each: Ring | KnownRing): each is KnownRing => 'ring' in each

const eventOf = (change: Omit<Change, 'event'>, isHidden: boolean): Event | undefined => {
  const { before, after, accounts, values } = change
  if (after.length === 0) return isHidden ? 'cleared' : 'ended'
  if (before.length === 0) return 'new'
  if (before.length > 1) return after.length > 1 ? 'regrouped' : 'merged'
  if (after.length > 1) return 'split'
  if (accounts.gained.length + values.gained.length > 0) return 'grown'
  return accounts.lost.length + values.lost.length > 0 ? 'shrunk' : undefined
}

const membersOf = (accounts: readonly string[]): ReadonlySet<string> =>
  new Set([...accounts].sort())

type Parts = ReadonlyMap<string, { kind: string; value: string; millibits: Millibits }>

/** Values by kind and text; of what several rings hold the bits are added. */
const weigh = (parts: readonly { kind: string; value: string; millibits: Millibits }[]): Parts => {
  const weighed = new Map<string, { kind: string; value: string; millibits: Millibits }>()
  for (const part of parts) {
    const known = weighed.get(valueKey(part))
    if (known) known.millibits += part.millibits
    else weighed.set(valueKey(part), { ...part })
  }
  return weighed
}

/** What one has that another has not, by kind and text. */
const missing = (of: Parts, other: Parts): readonly Weighed[] =>
  [...of]
    .filter(([key]) => !other.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { kind, value, millibits }]) => ({ kind, value, bits: toBits(millibits) }))
