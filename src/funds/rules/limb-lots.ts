import { type Flow, nobody } from '../flow/flow.ts'
import { Ahead, batch } from './ahead.ts'
import { LimbPurses } from './limb-purses.ts'
import { add, isLess, join, type Limbs, limb } from './limbs.ts'
import { nowhere } from './purses.ts'

/** No lot. */
const none = 0

/** `Lots` in two limbs: each address has a queue of lots, which lie in a pool that is used again. */
export class LimbLots extends LimbPurses {
  /** At 2 * address the place of the first lot, then that of the last. */
  readonly #ends: Int32Array
  /** The same memory, to be read ahead. */
  readonly #pairs: Float64Array
  readonly #ahead: Ahead = new Ahead(2 * batch)
  #sizes: Limbs = new Float64Array(2048)
  #next: Int32Array = new Int32Array(1024)
  /** 1 for a tainted lot. */
  #taint: Uint8Array = new Uint8Array(1024)
  #used = 1
  #free: number = none

  constructor(addresses: number, amounts: Limbs) {
    super(amounts)
    this.#ends = new Int32Array(2 * addresses)
    this.#pairs = new Float64Array(this.#ends.buffer)
  }

  ready(flow: Flow, begin: number, end: number): void {
    this.#ahead.addEnds(flow, 1, begin, end)
    this.#ahead.read(this.#pairs)
    const { src, dst } = flow
    for (let i = begin; i < end; i++) {
      const from = src[i] as number
      const to = dst[i] as number
      const first = from === nobody ? none : (this.#ends[2 * from] as number)
      const last = to === nobody ? none : (this.#ends[2 * to + 1] as number)
      if (first !== none) this.#ahead.add(2 * first)
      if (last !== none) this.#ahead.add(2 * last)
    }
    this.#ahead.read(this.#sizes)
  }

  taintedAt(address: number): bigint {
    const sum: Limbs = new Float64Array(2)
    let lot = this.#ends[2 * address] as number
    for (; lot !== none; lot = this.#next[lot] as number)
      if (this.#taint[lot] === 1)
        add(sum, 0, this.#sizes[2 * lot] as number, this.#sizes[2 * lot + 1] as number)
    return join(sum, 0)
  }

  protected move(from: number, to: number, high: number, low: number): void {
    this.part.fill(0)
    let restHigh = high
    let restLow = low
    for (;;) {
      const lot = this.#ends[2 * from] as number
      if (lot === none) break
      const lotHigh = this.#sizes[2 * lot] as number
      const lotLow = this.#sizes[2 * lot + 1] as number
      const taint = this.#taint[lot] as number
      if (isLess(restHigh, restLow, lotHigh, lotLow)) {
        add(this.#sizes, 2 * lot, -restHigh, -restLow)
        if (taint === 1) add(this.part, 0, restHigh, restLow)
        if (to !== nowhere) this.#append(to, restHigh, restLow, taint)
        return
      }
      if (taint === 1) add(this.part, 0, lotHigh, lotLow)
      this.#drop(from)
      if (to !== nowhere) this.#append(to, lotHigh, lotLow, taint)
      const borrow = restLow < lotLow ? 1 : 0
      restHigh -= lotHigh + borrow
      restLow += borrow * limb - lotLow
      if (restHigh === 0 && restLow === 0) return
    }
    if (to !== nowhere) this.#append(to, restHigh, restLow, 0)
  }

  protected add(to: number, high: number, low: number, tainted: boolean): void {
    this.#append(to, high, low, tainted ? 1 : 0)
  }

  /** Puts an amount at the end of a queue. */
  #append(address: number, high: number, low: number, taint: number): void {
    const last = this.#ends[2 * address + 1] as number
    if (last !== none && this.#taint[last] === taint) {
      add(this.#sizes, 2 * last, high, low)
      return
    }
    const lot = this.#make()
    this.#sizes[2 * lot] = high
    this.#sizes[2 * lot + 1] = low
    this.#taint[lot] = taint
    this.#next[lot] = none
    if (last === none) this.#ends[2 * address] = lot
    else this.#next[last] = lot
    this.#ends[2 * address + 1] = lot
  }

  #drop(address: number): void {
    const first = this.#ends[2 * address] as number
    const second = this.#next[first] as number
    this.#ends[2 * address] = second
    if (second === none) this.#ends[2 * address + 1] = none
    this.#next[first] = this.#free
    this.#free = first
  }

  #make(): number {
    const lot = this.#free
    if (lot !== none) {
      this.#free = this.#next[lot] as number
      return lot
    }
    if (this.#used === this.#next.length) this.#grow()
    return this.#used++
  }

  #grow(): void {
    const [sizes, next, taint] = [this.#sizes, this.#next, this.#taint]
    this.#sizes = new Float64Array(2 * sizes.length)
    this.#sizes.set(sizes)
    this.#next = new Int32Array(2 * next.length)
    this.#next.set(next)
    this.#taint = new Uint8Array(2 * taint.length)
    this.#taint.set(taint)
  }
}
