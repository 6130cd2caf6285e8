import type { Atom, Variants } from './atoms.ts'
import { Blocker, type Blocks, type Cost, hashBy, hashTogether, pairsIn } from './blocks.ts'
import { countBits, imagined, imaginePairs } from './rules/imagine.ts'

/** Records that agree in all its atoms are compared. */
export type Key = {
  readonly name: string
  /** The hash of each variant by the atoms; 0 where it lacks one, or is in too large a block. */
  readonly hashes: Int32Array
  readonly blocks: Blocks
  /** Pairs that it brings together, also those that another key does. */
  readonly pairs: number
}

export type Keys = {
  readonly keys: readonly Key[]
  /** Variants that some key would have brought together with too many others, however split. */
  readonly crowded: number
}

/** Pairs that are compared at most, for so many records: enough where each has ten with errors. */
const mostPairs = (count: number): number => 30 * count + Math.min(70 * count, 5_000_000)

/** A key costs something even where it brings few together: so many pairs a record. */
const leastCost = 0.5
/** A key is worth it when it finds so many of the imagined pairs that no other does. */
const leastGain = 3
/** And so many for each pair a record that it makes us compare. */
const leastWorth = 2
/** Most atoms of a key. */
const mostAtoms = 3
/** Atoms by which crowded blocks are split, each for itself. */
const splits = 3

type Candidate = {
  readonly members: readonly number[]
  readonly bits: Uint32Array
  /** Pairs that it brings together: as the shares of its atoms let expect, or counted. */
  readonly cost: number
  readonly isCounted: boolean
}

/**
 * Chooses by which keys records are brought together: again and again the one that finds most of the
 * imagined pairs that are not found yet, for the pairs that it makes us compare. So the keys follow from
 * how the values of these records fall, and none is given by hand. None can blow up: a block beyond
 * `largestBlock` is split by further atoms; what is still too large is left and counted.
 */
export const chooseKeys = (variants: Variants, atoms: readonly Atom[]): Keys => {
  const count = variants.recordOf.length
  if (count < 2) return { keys: [], crowded: 0 }
  const blocker = new Blocker(count)
  const single = atoms.map((atom) => hashBy(variants, atom))
  const shares = single.map((hashes) => blocker.count(hashes).all / pairsIn(count))
  const states = (record: number, atom: number): boolean => single[atom]?.[record] !== 0
  const agreeing = imaginePairs({ count, atoms, states })
  const candidates = candidatesOf(atoms, { shares, agreeing, pairs: pairsIn(count), count })
  const found = new Uint32Array(imagined / 32)
  const keys: Key[] = []
  const crowded = new Set<number>()
  let left = mostPairs(count)
  for (;;) {
    const best = bestOf(candidates, { found, left, count })
    if (best === undefined) break
    const { members, bits, cost, isCounted } = candidates[best] as Candidate
    const parts = partsOf(atoms, { members, single, shares, blocker })
    const pairs = parts.reduce((sum, { cost }) => sum + cost.pairs, 0)
    if (!isCounted && pairs > 2 * cost + count) {
      // Its atoms depend on each other: it is judged again by what it costs.
      candidates[best] = { members, bits, cost: pairs, isCounted: true }
      continue
    }
    candidates.splice(best, 1)
    if (pairs > left) continue
    const made = makeKeys(parts, blocker)
    keys.push(...made.keys)
    for (const variant of made.crowded) crowded.add(variant)
    found.forEach((word, at) => {
      found[at] = word | (bits[at] as number)
    })
    left -= pairs
  }
  return { keys, crowded: crowded.size }
}

type Atoms = {
  readonly shares: readonly number[]
  readonly agreeing: readonly Uint32Array[]
  /** All pairs there are, of so many variants. */
  readonly pairs: number
  readonly count: number
}

/** Sets of atoms of different fields; to one that is cheap already a further atom adds nothing. */
const candidatesOf = (
  atoms: readonly Atom[],
  { shares, agreeing, pairs, count }: Atoms,
): Candidate[] => {
  const candidates: Candidate[] = []
  const cheap = leastCost * count
  const extend = (before: Candidate, from: number): void => {
    for (let atom = from; atom < atoms.length; atom++) {
      if (before.members.some((member) => atoms[member]?.field === atoms[atom]?.field)) continue
      const bits = before.bits.map((word, at) => word & (agreeing[atom]?.[at] as number))
      if (countBits(bits) < leastGain) continue
      const next: Candidate = {
        members: [...before.members, atom],
        bits,
        cost: before.cost * (shares[atom] as number),
        isCounted: false,
      }
      candidates.push(next)
      if (next.members.length < mostAtoms && next.cost > cheap) extend(next, atom + 1)
    }
  }
  const all = new Uint32Array(imagined / 32).fill(0xffffffff)
  extend({ members: [], bits: all, cost: pairs, isCounted: false }, 0)
  return candidates
}

type Standing = { readonly found: Uint32Array; readonly left: number; readonly count: number }

/** Place of the candidate that finds most for its cost; the first of equals. */
const bestOf = (
  candidates: readonly Candidate[],
  { found, left, count }: Standing,
): number | undefined => {
  let best: number | undefined
  let most = 0
  const fresh = new Uint32Array(found.length)
  candidates.forEach(({ bits, cost }, place) => {
    if (cost > left) return
    for (let at = 0; at < fresh.length; at++)
      fresh[at] = (bits[at] as number) & ~(found[at] as number)
    const gain = countBits(fresh)
    const worth = gain / (cost / count + leastCost)
    if (gain < leastGain || worth < leastWorth || worth <= most) return
    most = worth
    best = place
  })
  return best
}

type Members = {
  readonly members: readonly number[]
  readonly single: readonly Int32Array[]
  readonly shares: readonly number[]
  readonly blocker: Blocker
}

type Part = { readonly name: string; readonly hashes: Int32Array; readonly cost: Cost }

/** The key of some atoms, beside it those that split its crowded blocks. */
const partsOf = (
  atoms: readonly Atom[],
  { members, single, shares, blocker }: Members,
): readonly [Part, ...Part[]] => {
  const used = members.map((member) => atoms[member] as Atom)
  const name = used.map((atom) => atom.name).join(' + ')
  const hashes = hashTogether(members.map((member) => single[member] as Int32Array))
  const whole: Part = { name, hashes, cost: blocker.count(hashes) }
  if (whole.cost.crowded.size === 0) return [whole]
  const crowded = hashes.map((hash) => (whole.cost.crowded.has(hash) ? hash : 0))
  const fields = new Set(used.map(({ field }) => field))
  const further = atoms
    .map((_, atom) => atom)
    .filter((atom) => atoms[atom]?.isWhole && !fields.has(atoms[atom]?.field as number))
    .sort((a, b) => (shares[a] as number) - (shares[b] as number) || a - b)
    .slice(0, splits)
  const split = further.map((atom): Part => {
    const together = hashTogether([crowded, single[atom] as Int32Array])
    return {
      name: `${name} + ${atoms[atom]?.name}`,
      hashes: together,
      cost: blocker.count(together),
    }
  })
  return [whole, ...split]
}

type Made = { readonly keys: readonly Key[]; readonly crowded: readonly number[] }

/** Keys without the variants in crowded blocks; those that every part of the key so leaves out are told. */
const makeKeys = (parts: readonly [Part, ...Part[]], blocker: Blocker): Made => {
  const crowded: number[] = []
  const keys = parts.map(({ name, hashes, cost }, nth): Key => {
    const blocks = blocker.group(hashes)
    if (cost.crowded.size > 0)
      hashes.forEach((hash, variant) => {
        if (!cost.crowded.has(hash)) return
        hashes[variant] = 0
        if (nth === 0) crowded.push(variant)
      })
    return { name, hashes, blocks, pairs: cost.pairs }
  })
  const isLeft = (variant: number): boolean => keys.every(({ hashes }) => hashes[variant] === 0)
  return { keys, crowded: crowded.filter(isLeft) }
}
