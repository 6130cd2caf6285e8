import { type Millibits, toMillibits } from '../../model/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Ring, Rings } from './rings.ts'

/** A ring of an earlier answer: its name, who was in it, and what it rested on. */
export type KnownRing = {
  readonly ring: string
  readonly accounts: readonly string[]
  readonly bits: number
  readonly values: readonly {
    readonly kind: string
    readonly value: string
    readonly bits: number
  }[]
}

/** A ring of now and one of before that have accounts or evidence in common. */
export type Kin = {
  readonly known: KnownRing
  readonly ring: Ring
  /** How many accounts are in both. */
  readonly accounts: number
  /** Of the weight of the earlier evidence, what is evidence of the ring now; and of how much. */
  readonly kept: Millibits
  readonly all: Millibits
}

/** Pairs of earlier rings and rings of now, those that were cleared too; in the order of the earlier, then of now. */
export const findKin = (found: Rings, known: readonly KnownRing[]): readonly Kin[] => {
  const { platform } = found.ground
  const rings = [...found.rings, ...found.cleared]
  const ringsOf = new Map<string, Ring[]>()
  const ringOf = new Map<string, Ring>()
  for (const ring of rings) {
    for (const { value } of ring.values) {
      const key = valueKey(nameValue(platform, value))
      ringsOf.set(key, [...(ringsOf.get(key) ?? []), ring])
    }
    for (const account of ring.accounts) ringOf.set(platform.accounts[account] as string, ring)
  }
  const place = new Map(rings.map((ring, i) => [ring, i]))
  return known.flatMap((each) => {
    const kin = new Map<Ring, { accounts: number; kept: Millibits }>()
    const of = (ring: Ring) => {
      const one = kin.get(ring) ?? { accounts: 0, kept: 0 }
      kin.set(ring, one)
      return one
    }
    for (const account of each.accounts) {
      const ring = ringOf.get(account)
      if (ring) of(ring).accounts++
    }
    let all = 0
    for (const value of each.values) {
      const weight = Math.max(0, toMillibits(value.bits))
      all += weight
      for (const ring of ringsOf.get(valueKey(value)) ?? []) of(ring).kept += weight
    }
    return [...kin]
      .sort(([a], [b]) => (place.get(a) as number) - (place.get(b) as number))
      .map(([ring, shared]) => ({ known: each, ring, ...shared, all }))
  })
}

/** A kind and a value as one text. */
export const valueKey = (named: { readonly kind: string; readonly value: string }): string =>
  `${named.kind}\n${named.value}`

/** A value of a platform as answers name it. */
export const nameValue = (
  { values }: Platform,
  value: number,
): { readonly kind: string; readonly value: string } => ({
  kind: values.kinds[values.kind[value] as number]?.kind as string,
  value: values.key[value] as string,
})
