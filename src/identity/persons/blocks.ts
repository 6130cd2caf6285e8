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

/** Positions in the order of their hashes, equal ones in their own order; those of hash 0 are left out. */
const sortByHash = (hashes: Int32Array): Int32Array => {
  let from = new Int32Array(hashes.length)
  let count = 0
  for (let at = 0; at < hashes.length; at++) if (hashes[at] !== 0) from[count++] = at
  from = from.subarray(0, count)
  let to = new Int32Array(count)
  const ends = new Int32Array(digits + 1)
  for (const shift of [0, 11, 22]) {
    ends.fill(0)
    for (let k = 0; k < count; k++) {
      const digit = ((hashes[from[k] as number] as number) >>> shift) & (digits - 1)
      ends[digit + 1] = (ends[digit + 1] as number) + 1
    }
    for (let digit = 1; digit < digits; digit++)
      ends[digit] = (ends[digit] as number) + (ends[digit - 1] as number)
    for (let k = 0; k < count; k++) {
      const at = from[k] as number
      const digit = ((hashes[at] as number) >>> shift) & (digits - 1)
      const place = ends[digit] as number
      ends[digit] = place + 1
      to[place] = at
    }
    ;[from, to] = [to, from]
  }
  return from
}

/** Calls for each run of equal hashes in the order of `sortByHash`. */
export const eachBlock = (
  sorted: Int32Array,
  hashes: Int32Array,
  call: (from: number, to: number) => void,
): void => {
  for (let from = 0; from < sorted.length; ) {
    const hash = hashes[sorted[from] as number]
    let to = from + 1
    while (to < sorted.length && hashes[sorted[to] as number] === hash) to++
    if (to > from + 1) call(from, to)
    from = to
  }
}

export const pairsIn = (size: number): number => (size * (size - 1)) / 2

/** Variants in the order of a key, and what the key costs. */
export type Cost = {
  readonly sorted: Int32Array
  /** Pairs of variants in blocks that are not too large. */
  readonly pairs: number
  /** Variants in blocks that are. */
  readonly crowded: readonly number[]
}

export const costOf = (hashes: Int32Array): Cost => {
  const sorted = sortByHash(hashes)
  const crowded: number[] = []
  let pairs = 0
  eachBlock(sorted, hashes, (from, to) => {
    if (to - from <= largestBlock) pairs += pairsIn(to - from)
    else for (let at = from; at < to; at++) crowded.push(sorted[at] as number)
  })
  return { sorted, pairs, crowded }
}

/** The share of all pairs of variants that agree in an atom. */
export const shareOf = (hashes: Int32Array): number => {
  let pairs = 0
  eachBlock(sortByHash(hashes), hashes, (from, to) => {
    pairs += pairsIn(to - from)
  })
  return pairs / Math.max(1, pairsIn(hashes.length))
}
