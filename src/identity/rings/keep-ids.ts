import { findKin, type Kin, type KnownRing } from './kin.ts'
import type { Ring, Rings } from './rings.ts'
import type { Was } from './was.ts'

/**
 * Gives rings the names of earlier ones: a name survives where more than half of the weight of its
 * evidence is evidence of one ring now. Where two earlier rings have become one, it has the name of the
 * weightier; where one fell apart, the part with more than half keeps the name. Each ring tells of
 * which earlier ones it has come: those whose name it keeps, or two of whose accounts it has.
 */
export const keepIds = (found: Rings, known: readonly KnownRing[]): Rings => {
  const kin = findKin(found, known)
  const names = heirsOf(kin)
  const taken = new Set(names.values())
  const kinOf = new Map<Ring, Kin[]>()
  for (const each of kin) {
    const own = kinOf.get(each.ring)
    if (own) own.push(each)
    else kinOf.set(each.ring, [each])
  }
  const rename = (ring: Ring): Ring => {
    const id = names.get(ring) ?? freeId(ring.id, taken)
    return { ...ring, id, was: wasOf(kinOf.get(ring) ?? [], id) }
  }
  return { ...found, rings: found.rings.map(rename), cleared: found.cleared.map(rename) }
}

/** The name that each ring takes over, if any. */
const heirsOf = (kin: readonly Kin[]): ReadonlyMap<Ring, string> => {
  const best = new Map<KnownRing, Kin>()
  for (const each of kin) {
    const other = best.get(each.known)
    if (2 * each.kept > each.all && each.kept > (other?.kept ?? 0)) best.set(each.known, each)
  }
  const heirs = new Map<Ring, Kin>()
  for (const each of best.values()) {
    const other = heirs.get(each.ring)
    const isFirst =
      !other ||
      each.kept > other.kept ||
      (each.kept === other.kept && each.known.ring < other.known.ring)
    if (isFirst) heirs.set(each.ring, each)
  }
  return new Map([...heirs].map(([ring, { known }]) => [ring, known.ring]))
}

/** Whether a ring comes of an earlier one. */
export const isOf = ({ known, accounts }: Kin, id: string): boolean =>
  accounts > 1 || known.ring === id

const wasOf = (kin: readonly Kin[], id: string): readonly Was[] =>
  kin
    .filter((each) => isOf(each, id))
    .map(({ known, kept, all }) => ({
      ring: known.ring,
      share: all === 0 ? 0 : Math.round((1000 * kept) / all) / 1000,
    }))
    .sort((a, b) => b.share - a.share || (a.ring < b.ring ? -1 : 1))

/** The oldest account of a ring that split may have given its name to another part. */
const freeId = (id: string, taken: ReadonlySet<string>): string => {
  for (let i = 1; ; i++) {
    const name = i === 1 ? id : `${id}-${i}`
    if (!taken.has(name)) return name
  }
}
