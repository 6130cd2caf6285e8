import type { Flow } from '../flow/flow.ts'
import { join, type Limbs, split } from './limbs.ts'
import type { BigPurses, BigWay } from './purses.ts'

/** Purses that hold amounts in two limbs, for flows whose amounts `toLimbs` takes. */
export abstract class LimbPurses implements BigPurses {
  /** The tainted part of what moves. */
  protected readonly part: Limbs = new Float64Array(2)
  readonly #amounts: Limbs
  readonly #own: Limbs = new Float64Array(2)

  constructor(amounts: Limbs) {
    this.#amounts = amounts
  }

  /** Reads ahead what the ends of moves hold. */
  abstract ready(flow: Flow, begin: number, end: number): void

  abstract taintedAt(address: number): bigint

  /** Moves an amount by its limbs, from an address to another or `nowhere`, and sets `part`. */
  protected abstract move(from: number, to: number, high: number, low: number): void

  /** Adds an amount, by its limbs, that comes from outside. */
  protected abstract add(to: number, high: number, low: number, tainted: boolean): void

  send(from: number, to: number, amount: bigint): bigint {
    split(amount, this.#own, 0)
    this.move(from, to, this.#own[0] as number, this.#own[1] as number)
    return join(this.part, 0)
  }

  put(to: number, amount: bigint, tainted: boolean): void {
    split(amount, this.#own, 0)
    this.add(to, this.#own[0] as number, this.#own[1] as number, tainted)
  }

  along(way: BigWay, begin: number, end: number): void {
    const { src, dst } = way.flow
    const amounts = this.#amounts
    const part = this.part
    for (let i = begin; i < end; i++) {
      const from = src[i] as number
      const to = dst[i] as number
      const high = amounts[2 * i] as number
      const low = amounts[2 * i + 1] as number
      if (from === to || (high === 0 && low === 0)) continue
      this.move(from, to, high, low)
      if (part[0] !== 0 || part[1] !== 0) way.moved[i] = join(part, 0)
    }
  }
}
