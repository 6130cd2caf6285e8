import { toBits } from '../../model/index.ts'
import { type Change, changesOf } from './changes.ts'
import { keepIds } from './keep-ids.ts'
import { type KnownRing, nameValue } from './kin.ts'
import type { Ring, Rings } from './rings.ts'
import type { Was } from './was.ts'

/** How a ring came to be what it is: the last change of it, and the rings that it has come of by then. */
export type RingPast = {
  readonly was: readonly Was[]
  /** Null for a ring that is as it was first found. */
  readonly change: DatedChange | null
}

/** A change, and the day of the check that saw it. */
export type DatedChange = Change & { readonly on: string }

/** A ring as a check keeps it for the next one. */
export type KeptRing = KnownRing & { readonly past: RingPast }

/** Rings that hold, and those of earlier checks that have ended. */
export type KeptRings = { readonly held: readonly KeptRing[]; readonly ended: readonly KeptRing[] }

/** Rings with the names that they keep, what to keep of them for the next time, and how each came to be. */
export type Dated = {
  readonly found: Rings
  readonly kept: KeptRings
  readonly pastOf: (ring: Ring) => RingPast
}

/**
 * Holds rings against those that an earlier check kept. What has not changed keeps the past that it had,
 * so that another run on the same facts says the same to the byte.
 */
export const datePast = (unnamed: Rings, before: KeptRings, on: string): Dated => {
  const found = keepIds(unnamed, before.held)
  const pasts = new Map(before.held.map(({ ring, past }) => [ring, past]))
  const ended = new Map<string, KeptRing>(before.ended.map((ring) => [ring.ring, ring]))
  const was = new Map(found.rings.map((ring) => [ring.id, ring.was]))
  for (const change of changesOf(found, before.held)) {
    const dated = change.event === 'new' ? null : { ...change, on }
    for (const { ring } of change.after)
      pasts.set(ring, { was: dated ? (was.get(ring) ?? []) : [], change: dated })
    const gone = new Set(change.before.map(({ ring }) => ring).filter((ring) => !was.has(ring)))
    for (const ring of before.held)
      if (gone.has(ring.ring))
        ended.set(ring.ring, { ...ring, past: { was: ring.past.was, change: dated } })
  }
  const pastOf = ({ id }: Ring): RingPast => pasts.get(id) ?? { was: [], change: null }
  return {
    found,
    pastOf,
    kept: {
      held: found.rings.map((ring) => toKept(found, ring, pastOf(ring))),
      ended: [...ended.values()].filter(({ ring }) => !was.has(ring)),
    },
  }
}

const toKept = ({ ground }: Rings, ring: Ring, past: RingPast): KeptRing => ({
  ring: ring.id,
  accounts: [...ring.accounts].map((account) => ground.platform.accounts[account] as string),
  bits: toBits(ring.total),
  values: ring.values.map(({ value, millibits }) => ({
    ...nameValue(ground.platform, value),
    bits: toBits(millibits),
  })),
  past,
})
