import type { RingCase } from '../identity/index.ts'
import { maskValue } from './mask.ts'

type Named = { readonly kind: string; readonly value: string }

const mask = <T extends Named>(named: T): T => ({ ...named, value: maskValue(named.value) })

/** A ring whose shared values can be told from each other but not used. */
export const maskRing = (ring: RingCase): RingCase => ({
  ...ring,
  values: ring.values.map(mask),
  weakest: ring.weakest && mask(ring.weakest),
  flags: ring.flags.map((flag) => ({ ...flag, seen: flag.seen.map(mask) })),
  links: ring.links.map((link) => ({ ...link, values: link.values.map(mask) })),
})
