import { Lots } from '../lots.ts'
import { nowhere } from '../purses.ts'

/** `Lots` that know at once how much of what an address holds is tainted. */
export class CountedLots extends Lots {
  #tainted: Float64Array

  constructor(addresses: number) {
    super(addresses)
    this.#tainted = new Float64Array(addresses)
  }

  override send(from: number, to: number, amount: number): number {
    const part = super.send(from, to, amount)
    if (part === 0) return 0
    this.#tainted[from] = (this.#tainted[from] as number) - part
    if (to !== nowhere) this.#tainted[to] = (this.#tainted[to] as number) + part
    return part
  }

  override put(to: number, amount: number, tainted: boolean): void {
    super.put(to, amount, tainted)
    if (tainted) this.#tainted[to] = (this.#tainted[to] as number) + amount
  }

  override taintedAt(address: number): number {
    return this.#tainted[address] as number
  }

  override grow(addresses: number): void {
    super.grow(addresses)
    const tainted = new Float64Array(addresses)
    tainted.set(this.#tainted)
    this.#tainted = tainted
  }
}
