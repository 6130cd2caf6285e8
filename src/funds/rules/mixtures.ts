import type { Flow } from '../flow/flow.ts'
import { floorShare } from './share.ts'

/** Moves whose mixtures are fetched before the first of them is made. */
const ahead = 32

/** Doubles in a line of memory. */
const line = 8

/**
 * What addresses hold of each category, in whole doubles. The record of an address is one piece of
 * memory: what it holds in all, a bit for each category of which it may hold some, and by category what
 * came and what went.
 */
export class Mixtures {
  readonly #categories: number
  /** Doubles before what came in a record, and in a record. */
  readonly #head: number
  readonly #size: number
  readonly #records: Float64Array
  /** The same memory, for the bits. */
  readonly #words: Int32Array
  /** The first move whose mixtures are yet to be fetched. */
  #fetched = 0

  constructor(addresses: number, categories: number) {
    this.#categories = categories
    this.#head = 1 + Math.ceil(categories / 64)
    this.#size = this.#head + 2 * categories
    this.#records = new Float64Array(addresses * this.#size)
    this.#words = new Int32Array(this.#records.buffer)
  }

  held(address: number): number {
    return this.#records[address * this.#size] as number
  }

  /** What ever came to an address of a category, or was put there. */
  came(address: number, category: number): number {
    return this.#records[address * this.#size + this.#head + category] as number
  }

  /** An amount of one category arrives from outside. */
  put(to: number, category: number, amount: number): void {
    const record = to * this.#size
    this.#add(record, amount)
    this.#add(record + this.#head + category, amount)
    this.#mark(2 * (record + 1) + (category >>> 5), 1 << (category & 31))
  }

  /**
   * Sends an amount above 0 and not above what the sender holds, to an address or away. Of all categories
   * up to each one goes the floor of a like share, so the parts sum to the amount.
   */
  send(from: number, to: number | undefined, amount: number): void {
    const records = this.#records
    const categories = this.#categories
    const source = from * this.#size
    const target = to === undefined ? -1 : to * this.#size
    const whole = records[source] as number
    const ratio = amount / whole
    // A product with the ratio is off by less than a part in 2^51 of it, and it is no greater than this.
    const error = amount * 2 ** -51
    let held = 0
    let sent = 0
    for (let first = 0; first < categories; first += 32) {
      const word = 2 * (source + 1) + (first >>> 5)
      const bits = this.#words[word] as number
      if (amount === whole) this.#words[word] = 0
      if (target >= 0) this.#mark(2 * (target + 1) + (first >>> 5), bits)
      for (let left = bits; left !== 0; left &= left - 1) {
        const place = this.#head + first + 31 - Math.clz32(left & -left)
        const went = records[source + place + categories] as number
        held += (records[source + place] as number) - went
        const near = held * ratio
        let below = Math.floor(near)
        const above = near - below
        if (!(above > error && above < 1 - error)) below = exactShare(amount, held, whole)
        const part = below - sent
        sent = below
        records[source + place + categories] = went + part
        if (target >= 0) records[target + place] = (records[target + place] as number) + part
      }
    }
    records[source] = whole - amount
    if (target >= 0) this.#add(target, amount)
  }

  /** Reads ahead what both ends of moves hold, so that waits for memory overlap; see `Sums`. */
  fetch({ src, dst, addresses }: Flow, move: number): void {
    if (move < this.#fetched) return
    const records = this.#records
    const size = this.#size
    const end = Math.min(src.length, move + ahead)
    let seen = 0
    for (let i = move; i < end; i++) {
      const from = src[i] as number
      const to = dst[i] as number
      if (from < addresses)
        for (let at = 0; at < size; at += line) seen += records[from * size + at] as number
      if (to < addresses)
        for (let at = 0; at < size - this.#categories; at += line)
          seen += records[to * size + at] as number
    }
    this.#fetched = seen < 0 ? 0 : end
  }

  #add(place: number, amount: number): void {
    this.#records[place] = (this.#records[place] as number) + amount
  }

  #mark(word: number, bits: number): void {
    this.#words[word] = (this.#words[word] as number) | bits
  }
}

const exactShare = (amount: number, part: number, whole: number): number => {
  if (amount === whole) return part
  return part === whole ? amount : floorShare(amount, part, whole)
}
