import { type Flow, nobody } from '../flow/flow.ts'
import { Ahead, batch } from './ahead.ts'
import { nowhere, type QuickPurses, type Way } from './purses.ts'

/** No further lot. */
const none = 0

/**
 * Purses of FIFO: a queue of lots for each address. A lot is an amount above 0 where it is
 * clean and below 0 where it is tainted; neighbours of equal taint are one lot. The first lot of an
 * address lies beside the places of its second and its last in one piece of memory, the others in a
 * pool that is used again.
 */
export class Lots implements QuickPurses {
  #first: Float64Array
  /** At 4 * address + 2 the place of the second lot, then that of the last. */
  #ends: Int32Array
  #size: Float64Array
  #next: Int32Array
  readonly #ahead: Ahead = new Ahead(2 * batch)
  #used = 1
  #free: number = none

  constructor(addresses: number) {
    this.#first = new Float64Array(2 * addresses)
    this.#ends = new Int32Array(this.#first.buffer)
    this.#size = new Float64Array(1024)
    this.#next = new Int32Array(1024)
  }

  send(from: number, to: number, amount: number): number {
    let rest = amount
    let tainted = 0
    while (rest > 0) {
      const lot = this.#first[2 * from] as number
      if (lot === 0) break
      const taken = Math.min(Math.abs(lot), rest)
      const part = lot < 0 ? -taken : taken
      if (lot < 0) tainted += taken
      if (lot === part) this.#drop(from)
      else this.#first[2 * from] = lot - part
      if (to !== nowhere) this.#append(to, part)
      rest -= taken
    }
    if (rest > 0 && to !== nowhere) this.#append(to, rest)
    return tainted
  }

  ready(flow: Flow, begin: number, end: number): void {
    this.#ahead.addEnds(flow, 2, begin, end)
    this.#ahead.read(this.#first)
    const { src, dst } = flow
    for (let i = begin; i < end; i++) {
      const from = src[i] as number
      const to = dst[i] as number
      const second = from === nobody ? none : (this.#ends[4 * from + 2] as number)
      const last = to === nobody ? none : (this.#ends[4 * to + 3] as number)
      if (second !== none) this.#ahead.add(second)
      if (last !== none) this.#ahead.add(last)
    }
    this.#ahead.read(this.#size)
  }

  along({ flow: { src, dst, amount }, moved }: Way, begin: number, end: number): void {
    for (let i = begin; i < end; i++) {
      const from = src[i] as number
      const to = dst[i] as number
      if (from !== to) moved[i] = this.send(from, to, amount[i] as number)
    }
  }

  put(to: number, amount: number, tainted: boolean): void {
    this.#append(to, tainted ? -amount : amount)
  }

  taintedAt(address: number): number {
    const first = this.#first[2 * address] as number
    let tainted = first < 0 ? -first : 0
    let place = this.#ends[4 * address + 2] as number
    for (; place !== none; place = this.#next[place] as number)
      if ((this.#size[place] as number) < 0) tainted -= this.#size[place] as number
    return tainted
  }

  /** How many addresses there is room for. */
  get room(): number {
    return this.#first.length / 2
  }

  grow(addresses: number): void {
    const first = new Float64Array(2 * addresses)
    first.set(this.#first)
    this.#first = first
    this.#ends = new Int32Array(first.buffer)
  }

  /** Puts a lot at the end of a queue. */
  #append(address: number, lot: number): void {
    const last = this.#ends[4 * address + 3] as number
    if (last === none) {
      const first = this.#first[2 * address] as number
      if (first === 0 || first > 0 === lot > 0) this.#first[2 * address] = first + lot
      else this.#ends[4 * address + 2] = this.#ends[4 * address + 3] = this.#make(lot)
      return
    }
    const size = this.#size[last] as number
    if (size > 0 === lot > 0) {
      this.#size[last] = size + lot
      return
    }
    const place = this.#make(lot)
    this.#next[last] = place
    this.#ends[4 * address + 3] = place
  }

  /** Drops the first lot; the second takes its place. */
  #drop(address: number): void {
    const second = this.#ends[4 * address + 2] as number
    if (second === none) {
      this.#first[2 * address] = 0
      return
    }
    this.#first[2 * address] = this.#size[second] as number
    const third = this.#next[second] as number
    this.#ends[4 * address + 2] = third
    if (third === none) this.#ends[4 * address + 3] = none
    this.#next[second] = this.#free
    this.#free = second
  }

  #make(lot: number): number {
    let place = this.#free
    if (place !== none) this.#free = this.#next[place] as number
    else {
      place = this.#used++
      if (place === this.#size.length) this.#grow()
    }
    this.#size[place] = lot
    this.#next[place] = none
    return place
  }

  #grow(): void {
    const size = new Float64Array(2 * this.#size.length)
    size.set(this.#size)
    this.#size = size
    const next = new Int32Array(size.length)
    next.set(this.#next)
    this.#next = next
  }
}
