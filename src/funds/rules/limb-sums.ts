import { LimbShare } from './limb-share.ts'
import { add, join, type Limbs, split } from './limbs.ts'
import { type BigPurses, type BigWay, nowhere } from './purses.ts'
import { placeOf, poison, type SumPolicy } from './share.ts'
import { isSpecial } from './special.ts'

/**
 * `Sums` in two limbs, for amounts that `toLimbs` takes. A record of an address is both limbs of all it
 * holds, then both of the tainted part.
 */
export class LimbSums implements BigPurses {
  readonly #amounts: Limbs
  readonly #records: Limbs
  readonly #policy: number
  readonly #share: LimbShare = new LimbShare()
  /** The tainted part of what moves. */
  readonly #part: Limbs = new Float64Array(2)
  readonly #own: Limbs = new Float64Array(2)

  constructor(addresses: number, policy: SumPolicy, amounts: Limbs) {
    this.#amounts = amounts
    this.#records = new Float64Array(4 * addresses)
    this.#policy = placeOf[policy]
  }

  send(from: number, to: number, amount: bigint): bigint {
    split(amount, this.#own, 0)
    this.#send(from, to, this.#own[0] as number, this.#own[1] as number)
    return join(this.#part, 0)
  }

  along(way: BigWay, begin: number, end: number): number {
    const { src, dst } = way.flow
    const amounts = this.#amounts
    const part = this.#part
    for (let i = begin; i < end; i++) {
      if (isSpecial(way, i)) return i
      const from = src[i] as number
      const to = dst[i] as number
      if (from === to) continue
      this.#send(from, to, amounts[2 * i] as number, amounts[2 * i + 1] as number)
      if (part[0] !== 0 || part[1] !== 0) way.moved[i] = join(part, 0)
    }
    return end
  }

  put(to: number, amount: bigint, tainted: boolean): void {
    split(amount, this.#own, 0)
    split(tainted ? amount : 0n, this.#part, 0)
    this.#receive(to, this.#own[0] as number, this.#own[1] as number)
  }

  taintedAt(address: number): bigint {
    return join(this.#records, 4 * address + 2)
  }

  #send(from: number, to: number, high: number, low: number): void {
    const records = this.#records
    const part = this.#part
    const at = 4 * from
    const heldHigh = records[at] as number
    const heldLow = records[at + 1] as number
    part[0] = records[at + 2] as number
    part[1] = records[at + 3] as number
    const tainted = part[0] !== 0 || part[1] !== 0
    if (isLess(high, low, heldHigh, heldLow)) {
      if (tainted) this.#take(at, high, low)
      add(records, at, -high, -low)
      if (tainted) add(records, at + 2, -(part[0] as number), -(part[1] as number))
    } else {
      records[at] = 0
      records[at + 1] = 0
      records[at + 2] = 0
      records[at + 3] = 0
    }
    if (tainted && this.#policy === poison) {
      part[0] = high
      part[1] = low
    }
    if (to !== nowhere) this.#receive(to, high, low)
  }

  /** The tainted part of an amount that is less than what a purse with some taint holds. */
  #take(at: number, high: number, low: number): void {
    const part = this.#part
    const heldHigh = this.#records[at] as number
    const heldLow = this.#records[at + 1] as number
    const isWhole = part[0] === heldHigh && part[1] === heldLow
    if (isWhole || this.#policy === taintFirst || this.#policy === poison) {
      if (!isLess(high, low, part[0] as number, part[1] as number)) return
      part[0] = high
      part[1] = low
    } else if (this.#policy === cleanFirst) {
      add(part, 0, high - heldHigh, low - heldLow)
      if ((part[0] as number) < 0) part.fill(0)
    } else {
      part[0] = high
      part[1] = low
      this.#share.find(part, this.#records, at)
    }
  }

  #receive(to: number, high: number, low: number): void {
    const records = this.#records
    const at = 4 * to
    add(records, at, high, low)
    add(records, at + 2, this.#part[0] as number, this.#part[1] as number)
    if (this.#policy !== poison || (records[at + 2] === 0 && records[at + 3] === 0)) return
    records[at + 2] = records[at] as number
    records[at + 3] = records[at + 1] as number
  }
}

const cleanFirst = placeOf['clean-first']
const taintFirst = placeOf['taint-first']

const isLess = (high: number, low: number, otherHigh: number, otherLow: number): boolean =>
  high < otherHigh || (high === otherHigh && low < otherLow)
