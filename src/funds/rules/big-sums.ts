import { nowhere, type Purses } from './purses.ts'
import { type BigShare, bigShares, type SumPolicy } from './share.ts'

/** `Sums` in big integers. */
export class BigSums implements Purses<bigint> {
  readonly #held: bigint[]
  readonly #tainted: bigint[]
  readonly #shareOf: BigShare
  readonly #poison: boolean

  constructor(addresses: number, policy: SumPolicy) {
    this.#held = new Array<bigint>(addresses).fill(0n)
    this.#tainted = new Array<bigint>(addresses).fill(0n)
    this.#shareOf = bigShares[policy]
    this.#poison = policy === 'poison'
  }

  send(from: number, to: number, amount: bigint): bigint {
    const held = this.#held[from] as bigint
    const tainted = this.#tainted[from] as bigint
    const seen = amount < held ? amount : held
    const part = tainted === 0n ? 0n : this.#shareOf(seen, tainted, held)
    this.#held[from] = held - seen
    if (part > 0n) this.#tainted[from] = tainted - part
    const moved = this.#poison && part > 0n ? amount : part
    if (to !== nowhere) this.#add(to, amount, moved)
    return moved
  }

  put(to: number, amount: bigint, tainted: boolean): void {
    this.#add(to, amount, tainted ? amount : 0n)
  }

  taintedAt(address: number): bigint {
    return this.#tainted[address] as bigint
  }

  #add(to: number, amount: bigint, part: bigint): void {
    const held = (this.#held[to] as bigint) + amount
    this.#held[to] = held
    if (part > 0n) this.#tainted[to] = (this.#tainted[to] as bigint) + part
    if (this.#poison && this.#tainted[to] !== 0n) this.#tainted[to] = held
  }
}
