import { type Flow, nobody } from '../flow/flow.ts'
import { Ahead, batch } from './ahead.ts'
import { unlabelled } from './composing.ts'
import { floorShare } from './share.ts'

/** Doubles in a line of memory. */
const line = 8

/** Doubles of a record before what came: what is held in all, and two whole numbers. */
const head = 2

/**
 * What addresses hold of each category, in whole doubles. The record of an address is one piece of
 * memory: what it holds in all, the first category of which it may hold some and the end of them, and by
 * category what came and what went.
 */
export class Mixtures {
  readonly #categories: number
  /** Doubles in a record. */
  readonly #size: number
  readonly #records: Float64Array
  /** The same memory: the first category that is held is at 2 * record + 2, then comes the end. */
  readonly #spans: Int32Array
  readonly #ahead: Ahead

  constructor(addresses: number, categories: number) {
    this.#categories = categories
    this.#size = head + 2 * categories
    this.#records = new Float64Array(addresses * this.#size)
    this.#spans = new Int32Array(this.#records.buffer)
    this.#ahead = new Ahead(3 * batch * (1 + Math.ceil(categories / line)))
  }

  held(address: number): number {
    return this.#records[address * this.#size] as number
  }

  /** What ever came to an address of a category, or was put there. */
  came(address: number, category: number): number {
    return this.#records[address * this.#size + head + category] as number
  }

  /** An amount of one category arrives from outside. */
  put(to: number, category: number, amount: number): void {
    const record = to * this.#size
    this.#take(record, category, category + 1, amount)
    const came = record + head + category
    this.#records[came] = (this.#records[came] as number) + amount
  }

  /**
   * Sends an amount above 0 and not above what the sender holds, to an address or away. Of all categories
   * up to each one goes the floor of a like share, so the parts sum to the amount.
   */
  send(from: number, to: number | undefined, amount: number): void {
    const source = from * this.#size
    const target = to === undefined ? source : to * this.#size
    const whole = this.#records[source] as number
    const span = 2 * source + 2
    const first = this.#spans[span] as number
    const end = this.#spans[span + 1] as number
    this.#records[source] = whole - amount
    if (amount === whole) this.#spans[span + 1] = 0
    if (target !== source) this.#take(target, first, end, amount)
    this.#share(source + head + first, source + head + end, target - source, amount, whole)
  }

  /** Sends shares of what lies between two places; `away` is how far what came at the target lies, 0 for none. */
  #share(begin: number, end: number, away: number, amount: number, whole: number): void {
    const records = this.#records
    const categories = this.#categories
    const ratio = amount / whole
    // A product with the ratio is off by less than a part in 2^51 of it, and it is no greater than this.
    const clear = 0.5 - amount * 2 ** -51
    let held = 0
    let sent = 0
    for (let place = begin; place < end; place++) {
      const went = records[place + categories] as number
      const own = (records[place] as number) - went
      if (own === 0) continue
      held += own
      const near = held * ratio
      let below = Math.floor(near)
      if (!(Math.abs(near - below - 0.5) < clear)) below = exactShare(amount, held, whole)
      const part = below - sent
      sent = below
      records[place + categories] = went + part
      if (away !== 0) records[place + away] = (records[place + away] as number) + part
    }
  }

  /** Reads ahead what moves need, of which categories they send: first what is held, then as much as is. */
  ready(flow: Flow, sorts: Uint8Array, begin: number, end: number): void {
    this.#ahead.addEnds(flow, this.#size, begin, end)
    this.#ahead.read(this.#records)
    const { src, dst } = flow
    for (let i = begin; i < end; i++) {
      if (sorts[i] !== unlabelled) continue
      const record = (src[i] as number) * this.#size
      const first = this.#spans[2 * record + 2] as number
      const last = (this.#spans[2 * record + 3] as number) - 1
      if (last < first) continue
      this.#addLines(record + head + first, record + head + last)
      this.#addLines(
        record + head + this.#categories + first,
        record + head + this.#categories + last,
      )
      const to = dst[i] as number
      if (to === nobody) continue
      const target = to * this.#size + head
      this.#addLines(target + first, target + last)
    }
    this.#ahead.read(this.#records)
  }

  #addLines(first: number, last: number): void {
    for (let at = first; at < last; at += line) this.#ahead.add(at)
    this.#ahead.add(last)
  }

  /** Adds to what a record holds in all, of some categories. */
  #take(record: number, first: number, end: number, amount: number): void {
    const span = 2 * record + 2
    this.#records[record] = (this.#records[record] as number) + amount
    const last = this.#spans[span + 1] as number
    if (last === 0 || first < (this.#spans[span] as number)) this.#spans[span] = first
    if (end > last) this.#spans[span + 1] = end
  }
}

const exactShare = (amount: number, part: number, whole: number): number => {
  if (amount === whole) return part
  return part === whole ? amount : floorShare(amount, part, whole)
}
