import type { Millibits } from '../../model/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Ring, Rings } from './rings.ts'

/** A ring of an earlier run: its name and what it rested on. */
export type KnownRing = {
  readonly ring: string
  readonly values: readonly {
    readonly kind: string
    readonly value: string
    readonly bits: number
  }[]
}

/**
 * Gives rings the names of earlier ones: a name survives where more than half of the weight of its
 * evidence is evidence of one ring now. Where two earlier rings have become one, it has the name of the
 * weightier; where one fell apart, the part with more than half keeps the name.
 */
export const keepIds = (found: Rings, known: readonly KnownRing[]): Rings => {
  const { rings } = found
  const { platform } = found.ground
  const ringOfValue = new Map<string, Ring>()
  for (const ring of rings)
    for (const { value } of ring.values) ringOfValue.set(keyOf(platform, value), ring)
  const heirs = new Map<Ring, { id: string; weight: Millibits }>()
  for (const { ring: id, values } of known) {
    const all = values.reduce((sum, { bits }) => sum + Math.max(0, bits), 0)
    const kept = new Map<Ring, number>()
    for (const { kind, value, bits } of values) {
      const ring = ringOfValue.get(`${kind}\n${value}`)
      if (ring) kept.set(ring, (kept.get(ring) ?? 0) + Math.max(0, bits))
    }
    const heir = [...kept].find(([, weight]) => 2 * weight > all)
    if (!heir) continue
    const [ring, weight] = heir
    const before = heirs.get(ring)
    if (!before || weight > before.weight || (weight === before.weight && id < before.id))
      heirs.set(ring, { id, weight })
  }
  const taken = new Set([...heirs.values()].map(({ id }) => id))
  return {
    ...found,
    rings: rings.map((ring) => ({ ...ring, id: heirs.get(ring)?.id ?? freeId(ring.id, taken) })),
  }
}

const keyOf = ({ values }: Platform, value: number): string =>
  `${values.kinds[values.kind[value] as number]?.kind}\n${values.key[value]}`

/** The oldest account of a ring that split may have given its name to another part. */
const freeId = (id: string, taken: ReadonlySet<string>): string => {
  for (let i = 1; ; i++) {
    const name = i === 1 ? id : `${id}-${i}`
    if (!taken.has(name)) return name
  }
}
