import type { Atom, Variants } from './atoms.ts'
import { mix } from './rules/random.ts'

/** Most variants that are brought together by one value of a key: what one block can cost is bounded. */
const largestBlock = 400

/** A hash of each variant by some atoms; 0 where it lacks one of them. */
export const hashBy = ({ cells, recordOf }: Variants, atoms: readonly Atom[]): Int32Array => {
  const hashes = new Int32Array(recordOf.length).fill(1)
  for (const { field, of } of atoms) {
    const values = cells[field] as Int32Array
    for (let at = 0; at < hashes.length; at++) {
      if (hashes[at] === 0) continue
      const atom = of[values[at] as number] ?? 0
      hashes[at] = atom === 0 ? 0 : mix(hashes[at] as number, atom) | 0 || 1
    }
  }
  return hashes
}

/** Hashes are sorted by eleven bits at a time. */
const digits = 2_048

/** Variants in the order of their hashes, equal ones in their own order; without those of hash 0. */
export type Sorted = { readonly variants: Int32Array; readonly hashes: Int32Array }

/** Hashes and variants move together, so that memory is read in order. */
const sortByHash = (hashes: Int32Array): Sorted => {
  let [from, fromHash] = [new Int32Array(hashes.length), new Int32Array(hashes.length)]
  let count = 0
  for (let at = 0; at < hashes.length; at++) {
    if (hashes[at] === 0) continue
    from[count] = at
    fromHash[count++] = hashes[at] as number
  }
  let [to, toHash] = [new Int32Array(count), new Int32Array(count)]
  const ends = new Int32Array(digits + 1)
  for (const shift of [0, 11, 22]) {
    ends.fill(0)
    for (let at = 0; at < count; at++) {
      const digit = ((fromHash[at] as number) >>> shift) & (digits - 1)
      ends[digit + 1] = (ends[digit + 1] as number) + 1
    }
    for (let digit = 1; digit < digits; digit++)
      ends[digit] = (ends[digit] as number) + (ends[digit - 1] as number)
    for (let at = 0; at < count; at++) {
      const hash = fromHash[at] as number
      const digit = (hash >>> shift) & (digits - 1)
      const place = ends[digit] as number
      ends[digit] = place + 1
      to[place] = from[at] as number
      toHash[place] = hash
    }
    ;[from, to, fromHash, toHash] = [to, from, toHash, fromHash]
  }
  return { variants: from.subarray(0, count), hashes: fromHash.subarray(0, count) }
}

/** Calls for each run of two or more variants with equal hashes. */
export const eachBlock = ({ hashes }: Sorted, call: (from: number, to: number) => void): void => {
  for (let from = 0; from < hashes.length; ) {
    const hash = hashes[from]
    let to = from + 1
    while (to < hashes.length && hashes[to] === hash) to++
    if (to > from + 1) call(from, to)
    from = to
  }
}

export const pairsIn = (size: number): number => (size * (size - 1)) / 2

/** Variants in the order of a key, and what the key costs. */
export type Cost = {
  readonly sorted: Sorted
  /** Pairs of variants in blocks that are not too large. */
  readonly pairs: number
  /** Variants in blocks that are. */
  readonly crowded: readonly number[]
}

export const costOf = (hashes: Int32Array): Cost => {
  const sorted = sortByHash(hashes)
  const crowded: number[] = []
  let pairs = 0
  eachBlock(sorted, (from, to) => {
    if (to - from <= largestBlock) pairs += pairsIn(to - from)
    else for (let at = from; at < to; at++) crowded.push(sorted.variants[at] as number)
  })
  return { sorted, pairs, crowded }
}

/** The share of all pairs of variants that agree in an atom. */
export const shareOf = (hashes: Int32Array): number => {
  let pairs = 0
  eachBlock(sortByHash(hashes), (from, to) => {
    pairs += pairsIn(to - from)
  })
  return pairs / Math.max(1, pairsIn(hashes.length))
}
