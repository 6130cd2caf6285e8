import { kindsOf } from '../../model/index.ts'
import { type Platform, type Trait, traits } from '../platform/platform.ts'
import { type KindWeights, toKindWeights } from './rules/kind-weights.ts'
import { type Count, movedBits } from './rules/sharpen.ts'
import { mostHolders, type Rival, rivals, tableBits, weighedKinds } from './rules/weights.ts'

/** A group of accounts that people decided about. */
export type DecidedGroup = {
  readonly group: string
  /** Ids of accounts, no two the same. */
  readonly accounts: readonly string[]
  /** What explains a group that was cleared; null for a ring that was confirmed. */
  readonly explanation: Rival | null
  /** Minutes since 1970 up to which whoever decided had seen; null where that is not said. */
  readonly until: number | null
}

/** What decided groups say of one weight; the bits of the table before. */
export type Sharpened = {
  readonly rival: Rival
  readonly kind: string
  readonly before: number
  readonly after: number
  readonly confirmed: Count
  readonly cleared: Count
}

/** A group that was decided about, as places in `Platform.accounts`; accounts it lacks are left out. */
export type PlacedGroup = Omit<DecidedGroup, 'accounts'> & { readonly accounts: readonly number[] }

/** Finds the accounts of decided groups. Groups come by their names. */
export const placeGroups = (
  { accounts }: Platform,
  groups: readonly DecidedGroup[],
): readonly PlacedGroup[] => {
  const wanted = new Set(groups.flatMap((each) => each.accounts))
  const places = new Map<string, number>()
  if (wanted.size > 0)
    accounts.forEach((id, place) => {
      if (wanted.has(id)) places.set(id, place)
    })
  return groups
    .map((each) => ({
      ...each,
      accounts: each.accounts.flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b),
    }))
    .sort((a, b) => (a.group < b.group ? -1 : 1))
}

/**
 * Every weight with what decided groups say of it. A group is one case of a kind that any accounts
 * of the platform share, whatever its size: the part of its accounts that share such a value with another
 * of it. Values of public crowds and of known intermediaries are not counted, as they join nobody.
 */
export const sharpen = (
  platform: Platform,
  groups: readonly PlacedGroup[],
): readonly Sharpened[] => {
  const counted = countGroups(
    platform,
    groups.filter(({ accounts }) => accounts.length > 1),
  )
  const none: Count = { cases: 0, shared: 0 }
  return weighedKinds
    .filter((kind) => !kindsOf.network.some((network) => network === kind))
    .flatMap((kind) =>
      rivals.map((rival) => {
        const confirmed = counted.get(`confirmed ${kind}`) ?? none
        const cleared = counted.get(`${rival} ${kind}`) ?? none
        const before = tableBits(rival, kind)
        const after = before + movedBits({ rival, kind }, { confirmed, cleared })
        return { rival, kind, before, after, confirmed, cleared }
      }),
    )
}

/** The weights that are left of it. */
export const toSharpWeights = (sharpened: readonly Sharpened[]): KindWeights => {
  const moves = new Map(
    sharpened.map(({ rival, kind, before, after }) => [`${rival} ${kind}`, after - before]),
  )
  return toKindWeights((rival, kind) => moves.get(`${rival} ${kind}`) ?? 0)
}

/** How often groups share, by decision and kind. */
const countGroups = (
  platform: Platform,
  groups: readonly PlacedGroup[],
): ReadonlyMap<string, Count> => {
  const { kinds, sharing } = sharingOf(platform, groups)
  const counts = new Map<string, { cases: number; shared: number }>()
  groups.forEach(({ explanation, accounts }, i) => {
    for (const kind of kinds) {
      const name = `${explanation ?? 'confirmed'} ${kind}`
      const count = counts.get(name) ?? { cases: 0, shared: 0 }
      count.cases++
      count.shared += Math.round(
        (1000 * (sharing.get(`${i} ${kind}`)?.size ?? 0)) / accounts.length,
      )
      counts.set(name, count)
    }
  })
  return counts
}

/** Traits of values that many share for reasons of their own. */
const shared = new Set(
  ['intermediary', 'known_tool'].map((trait) => traits.indexOf(trait as Trait)),
)

/** The kinds that accounts share, and of each group and kind the accounts that share one in the group. */
const sharingOf = (
  { accounts, values, sightings }: Platform,
  groups: readonly PlacedGroup[],
): { kinds: ReadonlySet<string>; sharing: ReadonlyMap<string, ReadonlySet<number>> } => {
  const most = mostHolders(accounts.length)
  const groupsOf = new Map<number, number[]>()
  groups.forEach((group, i) => {
    for (const account of group.accounts)
      groupsOf.set(account, [...(groupsOf.get(account) ?? []), i])
  })
  const kinds = new Set<string>()
  const sharing = new Map<string, Set<number>>()
  if (groups.length === 0) return { kinds, sharing }
  for (let v = 0; v < values.kind.length; v++) {
    const [from, to] = [sightings.start[v] as number, sightings.start[v + 1] as number]
    if (to - from < 2 || to - from > most || shared.has(values.trait[v] as number)) continue
    const kind = values.kinds[values.kind[v] as number]?.kind as string
    kinds.add(kind)
    const inside = new Map<number, number[]>()
    for (let at = from; at < to; at++) {
      const account = sightings.account[at] as number
      for (const group of groupsOf.get(account) ?? [])
        inside.set(group, [...(inside.get(group) ?? []), account])
    }
    for (const [group, holders] of inside) {
      if (holders.length < 2) continue
      const name = `${group} ${kind}`
      sharing.set(name, new Set([...(sharing.get(name) ?? []), ...holders]))
    }
  }
  return { kinds, sharing }
}
