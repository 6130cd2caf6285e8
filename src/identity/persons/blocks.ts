import type { Atom, Variants } from './atoms.ts'
import { mix } from './rules/random.ts'

/** Most variants that are brought together by one value of a key: what one block can cost is bounded. */
export const largestBlock = 400

/** A hash of each variant by one atom; 0 where it lacks it. */
export const hashBy = ({ cells }: Variants, { field, of }: Atom): Int32Array =>
  (cells[field] as Int32Array).map((value) => {
    const atom = of[value] ?? 0
    return atom === 0 ? 0 : mix(1, atom) | 0 || 1
  })

/** Hashes of some atoms together, from those of each. */
export const hashTogether = (parts: readonly Int32Array[]): Int32Array => {
  const [first, ...further] = parts as [Int32Array, ...Int32Array[]]
  const hashes = first.slice()
  for (const part of further)
    for (let at = 0; at < hashes.length; at++) {
      const [hash, atom] = [hashes[at] as number, part[at] as number]
      hashes[at] = hash === 0 || atom === 0 ? 0 : mix(hash, atom) | 0 || 1
    }
  return hashes
}

/** Hashes are sorted by eleven bits at a time. */
const digits = 2_048

/** Variants in the order of their hashes, equal ones in their own order; only those that share one. */
export type Sorted = { readonly variants: Int32Array; readonly hashes: Int32Array }

/** Sorts the variants that are kept; hashes and variants move together, so that memory is read in order. */
const sortByHash = (
  hashes: Int32Array,
  count: number,
  isKept: (hash: number) => boolean,
): Sorted => {
  let [from, fromHash] = [new Int32Array(count), new Int32Array(count)]
  let [to, toHash] = [new Int32Array(count), new Int32Array(count)]
  let kept = 0
  for (let at = 0; at < hashes.length; at++) {
    const hash = hashes[at] as number
    if (hash === 0 || !isKept(hash)) continue
    from[kept] = at
    fromHash[kept++] = hash
  }
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
  return { variants: from, hashes: fromHash }
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

/** What a key costs. */
export type Cost = {
  /** Pairs of variants in blocks that are not too large. */
  readonly pairs: number
  /** Variants in them, and in blocks that are too large. */
  readonly met: number
  readonly crowded: number
}

/**
 * Counts how many variants have each hash. One table is filled again for each key: to take as much
 * memory anew for a hundred of them costs more than counting.
 */
export class BlockSizes {
  readonly #hashes: Int32Array
  readonly #sizes: Int32Array

  constructor(variants: number) {
    const slots = 2 ** Math.ceil(Math.log2(1.5 * variants + 2))
    this.#hashes = new Int32Array(slots)
    this.#sizes = new Int32Array(slots)
  }

  #slotOf(hash: number): number {
    const mask = this.#hashes.length - 1
    let slot = Math.imul(hash, 0x9e3779b1) >>> 7
    for (;;) {
      slot &= mask
      const held = this.#hashes[slot]
      if (held === hash || held === 0) return slot
      slot++
    }
  }

  /** Counts anew. */
  count(hashes: Int32Array): Cost {
    this.#hashes.fill(0)
    this.#sizes.fill(0)
    for (let at = 0; at < hashes.length; at++) {
      const hash = hashes[at] as number
      if (hash === 0) continue
      const slot = this.#slotOf(hash)
      this.#hashes[slot] = hash
      this.#sizes[slot] = (this.#sizes[slot] as number) + 1
    }
    let [pairs, met, crowded] = [0, 0, 0]
    for (let slot = 0; slot < this.#sizes.length; slot++) {
      const size = this.#sizes[slot] as number
      if (size > largestBlock) crowded += size
      else if (size > 1) {
        pairs += pairsIn(size)
        met += size
      }
    }
    return { pairs, met, crowded }
  }

  /** Whether so many have a hash, as last counted, that not all pairs of them are compared. */
  isCrowded(hash: number): boolean {
    return hash !== 0 && (this.#sizes[this.#slotOf(hash)] as number) > largestBlock
  }

  /** The variants of each block that is not too large, as last counted. */
  sort(hashes: Int32Array, { met }: Cost): Sorted {
    return sortByHash(hashes, met, (hash) => {
      const size = this.#sizes[this.#slotOf(hash)] as number
      return size > 1 && size <= largestBlock
    })
  }

  /** The share of all pairs of variants that agree in an atom. */
  shareOf(hashes: Int32Array): number {
    this.count(hashes)
    let pairs = 0
    for (const size of this.#sizes) pairs += pairsIn(size)
    return pairs / Math.max(1, pairsIn(hashes.length))
  }
}
