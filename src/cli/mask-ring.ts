import type { DatedChange, RingCase } from '../identity/index.ts'
import { maskValue } from './mask.ts'

type Named = { readonly kind: string; readonly value: string }

const mask = <T extends Named>(named: T): T => ({ ...named, value: maskValue(named.value) })

/** A ring whose shared values can be told from each other but not used. */
export const maskRing = (ring: RingCase): RingCase => ({
  ...ring,
  values: ring.values.map(mask),
  weakest: ring.weakest && mask(ring.weakest),
  flags: ring.flags.map((flag) => ({ ...flag, seen: flag.seen.map(mask) })),
  change: ring.change && maskChange(ring.change),
  links: ring.links.map((link) => ({ ...link, values: link.values.map(mask) })),
})

const maskChange = (change: DatedChange): DatedChange => ({
  ...change,
  values: { gained: change.values.gained.map(mask), lost: change.values.lost.map(mask) },
})
