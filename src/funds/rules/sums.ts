import { nowhere, type Purses } from './purses.ts'
import { poison, shareOf } from './share.ts'

/**
 * Purses of a policy that needs two sums of each address: all it holds and the tainted part. They lie
 * beside each other, so that a move waits for memory once an end.
 */
export class Sums implements Purses<number> {
  readonly #sums: Float64Array
  readonly #policy: number

  constructor(addresses: number, policy: number) {
    this.#sums = new Float64Array(2 * addresses)
    this.#policy = policy
  }

  send(from: number, to: number, amount: number): number {
    const held = this.#sums[2 * from] as number
    const tainted = this.#sums[2 * from + 1] as number
    const seen = Math.min(amount, held)
    const part = shareOf(this.#policy, seen, { tainted, held })
    this.#sums[2 * from] = held - seen
    this.#sums[2 * from + 1] = tainted - part
    const moved = this.#policy === poison && part > 0 ? amount : part
    if (to !== nowhere) this.#add(to, amount, moved)
    return moved
  }

  put(to: number, amount: number, tainted: boolean): void {
    this.#add(to, amount, tainted ? amount : 0)
  }

  taintedAt(address: number): number {
    return this.#sums[2 * address + 1] as number
  }

  #add(to: number, amount: number, part: number): void {
    const held = (this.#sums[2 * to] as number) + amount
    const tainted = (this.#sums[2 * to + 1] as number) + part
    this.#sums[2 * to] = held
    this.#sums[2 * to + 1] = this.#policy === poison && tainted > 0 ? held : tainted
  }
}
