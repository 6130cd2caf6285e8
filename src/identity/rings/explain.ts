import type { Millibits } from '../../model/index.ts'
import { type Platform, type StatedField, statedFields } from '../platform/platform.ts'
import type { Ground } from './ground.ts'
import { without } from './islands.ts'
import type { Judged, ValuePart } from './judge.ts'
import { type Ring, type Rings, ringsOf } from './rings.ts'

/** What would be left of a ring if nobody had been seen with a value. */
export type Counterfactual = {
  /** Millibits of the ring that keeps most of its accounts; null where none is left. */
  readonly millibits: Millibits | null
  /** How many of its accounts that ring has. */
  readonly accounts: number
  /** How many rings its accounts would be in. */
  readonly rings: number
}

/** How the accounts of a ring state one field, pair by pair. */
export type StatedPairs = {
  readonly field: StatedField
  readonly agree: number
  readonly conflict: number
  /** What it adds against the rival; 0 where the rival says nothing of the field. */
  readonly millibits: Millibits
}

export type ExplainedValue = ValuePart & { readonly without: Counterfactual }

export type Explained = {
  readonly values: readonly ExplainedValue[]
  /** The value of least weight without which accounts would fall out of the ring. */
  readonly weakest: ExplainedValue | undefined
  readonly stated: readonly StatedPairs[]
}

/**
 * Explains a ring: what would be left without each value (exactly what a new run without those rows
 * finds, since nothing outside its region has a say), and what its accounts state.
 */
export const explainRing = (ground: Ground, ring: Ring): Explained => {
  const values = ring.values.map((part) => ({ ...part, without: remainder(ground, ring, part) }))
  const needed = values.filter(({ without }) => without.accounts < ring.accounts.length)
  const weakest = needed.reduce<ExplainedValue | undefined>(
    (least, each) => (least && least.millibits <= each.millibits ? least : each),
    undefined,
  )
  return { values, weakest, stated: statedPairs(ground.platform, ring) }
}

const remainder = (ground: Ground, ring: Ring, { value }: ValuePart): Counterfactual => {
  const place = ring.region.values.findIndex((at) => ground.shared.value[at] === value)
  const left = ringsOf(ground, without(ring.region, place))
    .map((judged) => ({ judged, kept: countShared(ring, judged) }))
    .filter(({ kept }) => kept > 0)
    .sort((a, b) => b.kept - a.kept || b.judged.total - a.judged.total)
  const [most] = left
  return {
    millibits: most?.judged.total ?? null,
    accounts: most?.kept ?? 0,
    rings: left.length,
  }
}

const countShared = (a: Judged, b: Judged): number => {
  const members = new Set(a.accounts)
  return b.accounts.filter((account) => members.has(account)).length
}

/** How the accounts of a ring state each field. */
export const statedPairs = (platform: Platform, ring: Ring): readonly StatedPairs[] =>
  statedFields.map((field) => pairsOf(platform, ring, field))

const pairsOf = (platform: Platform, ring: Ring, field: StatedField): StatedPairs => {
  const stated = platform.stated[field]
  let [agree, conflict] = [0, 0]
  ring.accounts.forEach((a, i) => {
    for (const b of ring.accounts.subarray(i + 1))
      if (stated.agree(a, b)) agree++
      else if (stated.conflict(a, b)) conflict++
  })
  const millibits = ring.stated.find((part) => part.field === field)?.millibits ?? 0
  return { field, agree, conflict, millibits }
}

/** For each ring the others that hold one of the values it holds, and those values. */
export const linksOf = ({
  ground,
  rings,
}: Rings): ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> => {
  const { platform, shared } = ground
  const ringOf = new Int32Array(platform.accounts.length).fill(-1)
  rings.forEach(({ accounts }, i) => {
    for (const account of accounts) ringOf[account] = i
  })
  const links = new Map<string, Map<string, number[]>>()
  for (const value of shared.value) {
    const { start, account } = platform.sightings
    const holders = account.subarray(start[value], start[value + 1])
    const met = new Set([...holders].map((each) => ringOf[each] as number).filter((i) => i >= 0))
    if (met.size < 2) continue
    for (const a of met)
      for (const b of met) if (a !== b) addLink(links, [rings[a] as Ring, rings[b] as Ring], value)
  }
  return links
}

const addLink = (
  links: Map<string, Map<string, number[]>>,
  [a, b]: readonly [Ring, Ring],
  value: number,
): void => {
  const others = links.get(a.id) ?? new Map<string, number[]>()
  links.set(a.id, others)
  const values = others.get(b.id)
  if (values) values.push(value)
  else others.set(b.id, [value])
}
