import type { Flow } from '../flow/flow.ts'
import { Ahead, batch } from './ahead.ts'
import { LimbPurses } from './limb-purses.ts'
import { LimbShare } from './limb-share.ts'
import { add, isLess, join, type Limbs } from './limbs.ts'
import { nowhere } from './purses.ts'
import { placeOf, poison, type SumPolicy } from './share.ts'

/**
 * `Sums` in two limbs, for amounts that `toLimbs` takes. A record of an address is both limbs of all it
 * holds, then both of the tainted part.
 */
export class LimbSums extends LimbPurses {
  readonly #records: Limbs
  readonly #policy: number
  readonly #ahead: Ahead = new Ahead(2 * batch)
  readonly #share: LimbShare = new LimbShare()

  constructor(addresses: number, policy: SumPolicy, amounts: Limbs) {
    super(amounts)
    this.#records = new Float64Array(4 * addresses)
    this.#policy = placeOf[policy]
  }

  ready(flow: Flow, begin: number, end: number): void {
    this.#ahead.addEnds(flow, 4, begin, end)
    this.#ahead.read(this.#records)
  }

  taintedAt(address: number): bigint {
    return join(this.#records, 4 * address + 2)
  }

  protected add(to: number, high: number, low: number, tainted: boolean): void {
    this.part[0] = tainted ? high : 0
    this.part[1] = tainted ? low : 0
    this.#receive(to, high, low)
  }

  protected move(from: number, to: number, high: number, low: number): void {
    const records = this.#records
    const part = this.part
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
    const part = this.part
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
    add(records, at + 2, this.part[0] as number, this.part[1] as number)
    if (this.#policy !== poison || (records[at + 2] === 0 && records[at + 3] === 0)) return
    records[at + 2] = records[at] as number
    records[at + 3] = records[at + 1] as number
  }
}

const cleanFirst = placeOf['clean-first']
const taintFirst = placeOf['taint-first']
