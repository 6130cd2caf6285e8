import type { Atom, Variants } from './atoms.ts'
import { Ints } from './ints.ts'
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

/** Variants that share a hash, block after block; only those of at least two, and not too many. */
export type Blocks = { readonly variants: Int32Array; readonly ends: Int32Array }

/** Calls for each block from a start on with where it begins and ends. */
export const eachBlock = (
  ends: Int32Array,
  start: number,
  call: (from: number, to: number) => void,
): void => {
  let from = start
  for (const to of ends) {
    call(from, to)
    from = to
  }
}

export const pairsIn = (size: number): number => (size * (size - 1)) / 2

/** What the blocks of a key cost. */
export type Cost = {
  /** Pairs of variants in blocks that are not too large, and of all that share a hash. */
  readonly pairs: number
  readonly all: number
  /** Hashes of the blocks that are too large. */
  readonly crowded: ReadonlySet<number>
}

/** Hashes are parted by their first bits, so that each part is counted in a corner of memory. */
const partBits = 10

/**
 * Counts and groups variants by their hashes. One is used for all keys, since to take so much memory anew
 * for a hundred of them costs more than the counting.
 */
export class Blocker {
  readonly #hashes: Int32Array
  readonly #variants: Int32Array
  readonly #slots: Int32Array
  readonly #ends = new Int32Array(2 ** partBits)
  #table = new Table(1024)

  constructor(variants: number) {
    this.#hashes = new Int32Array(variants)
    this.#variants = new Int32Array(variants)
    this.#slots = new Int32Array(variants)
  }

  /** What the blocks of hashes cost; of hash 0 there is no block. */
  count(hashes: Int32Array): Cost {
    const crowded = new Set<number>()
    let [pairs, all] = [0, 0]
    this.#eachPart(hashes, ({ order, used, held, sizes }) => {
      for (let nth = 0; nth < used; nth++) {
        const slot = order[nth] as number
        const size = sizes[slot] as number
        all += pairsIn(size)
        if (size > largestBlock) crowded.add(held[slot] as number)
        else pairs += pairsIn(size)
      }
    })
    return { pairs, all, crowded }
  }

  /** The blocks of hashes that are not too large; variants stand in them in their own order. */
  group(hashes: Int32Array): Blocks {
    const [variants, ends] = [new Int32Array(hashes.length), new Ints()]
    let count = 0
    this.#eachPart(hashes, ({ order, used, sizes, places }, from, to) => {
      for (let nth = 0; nth < used; nth++) {
        const slot = order[nth] as number
        const size = sizes[slot] as number
        const isKept = size > 1 && size <= largestBlock
        places[slot] = isKept ? count : -1
        if (!isKept) continue
        count += size
        ends.push(count)
      }
      for (let at = from; at < to; at++) {
        const slot = this.#slots[at] as number
        const place = places[slot] as number
        if (place < 0) continue
        variants[place] = this.#variants[at] as number
        places[slot] = place + 1
      }
    })
    return { variants: variants.slice(0, count), ends: ends.view() }
  }

  #eachPart(hashes: Int32Array, call: (table: Table, from: number, to: number) => void): void {
    this.#part(hashes)
    let from = 0
    for (const to of this.#ends) {
      while (!this.#fill(from, to)) this.#table = new Table(2 * this.#table.held.length)
      call(this.#table, from, to)
      this.#table.clear()
      from = to
    }
  }

  /** Puts hashes and variants part after part. */
  #part(hashes: Int32Array): void {
    const ends = this.#ends.fill(0)
    const shift = 32 - partBits
    for (let at = 0; at < hashes.length; at++) {
      const hash = hashes[at] as number
      if (hash !== 0) ends[hash >>> shift] = (ends[hash >>> shift] as number) + 1
    }
    let sum = 0
    for (let part = 0; part < ends.length; part++) {
      const size = ends[part] as number
      ends[part] = sum
      sum += size
    }
    for (let at = 0; at < hashes.length; at++) {
      const hash = hashes[at] as number
      if (hash === 0) continue
      const place = ends[hash >>> shift] as number
      ends[hash >>> shift] = place + 1
      this.#hashes[place] = hash
      this.#variants[place] = at
    }
  }

  /** Fills the table with a part; false where it is too small. */
  #fill(from: number, to: number): boolean {
    const { held, sizes, order } = this.#table
    const mask = held.length - 1
    let used = 0
    for (let at = from; at < to; at++) {
      const hash = this.#hashes[at] as number
      let slot = hash & mask
      while (held[slot] !== hash && held[slot] !== 0) slot = (slot + 1) & mask
      if (held[slot] === 0) {
        if (2 * used > mask) return false
        held[slot] = hash
        order[used++] = slot
      }
      sizes[slot] = (sizes[slot] as number) + 1
      this.#slots[at] = slot
    }
    this.#table.used = used
    return true
  }
}

/** A table of the hashes of one part. */
class Table {
  readonly held: Int32Array
  /** How many have each hash, and where the next of them goes. */
  readonly sizes: Int32Array
  readonly places: Int32Array
  /** The slots that are used, as they came. */
  readonly order: Int32Array
  used = 0

  constructor(slots: number) {
    this.held = new Int32Array(slots)
    this.sizes = new Int32Array(slots)
    this.places = new Int32Array(slots)
    this.order = new Int32Array(slots)
  }

  clear(): void {
    for (let nth = 0; nth < this.used; nth++) {
      const slot = this.order[nth] as number
      this.held[slot] = 0
      this.sizes[slot] = 0
    }
    this.used = 0
  }
}
