import { nowhere, type Purses } from './purses.ts'

/** `Lots` in big integers: queues of amounts above 0 where clean and below 0 where tainted. */
export class BigLots implements Purses<bigint> {
  readonly #queues: bigint[][]
  /** Where in its array each queue begins. */
  readonly #begin: Uint32Array

  constructor(addresses: number) {
    this.#queues = Array.from({ length: addresses }, () => [])
    this.#begin = new Uint32Array(addresses)
  }

  send(from: number, to: number, amount: bigint): bigint {
    let rest = amount
    let tainted = 0n
    while (rest > 0n && this.#has(from)) {
      const queue = this.#queues[from] as bigint[]
      const begin = this.#begin[from] as number
      const lot = queue[begin] as bigint
      const size = lot < 0n ? -lot : lot
      const taken = size < rest ? size : rest
      const part = lot < 0n ? -taken : taken
      if (lot < 0n) tainted += taken
      if (size > rest) queue[begin] = lot - part
      else this.#drop(from)
      if (to !== nowhere) this.#append(to, part)
      rest -= taken
    }
    if (rest > 0n && to !== nowhere) this.#append(to, rest)
    return tainted
  }

  put(to: number, amount: bigint, tainted: boolean): void {
    this.#append(to, tainted ? -amount : amount)
  }

  taintedAt(address: number): bigint {
    let tainted = 0n
    for (const lot of this.#left(address)) if (lot < 0n) tainted -= lot
    return tainted
  }

  /** Puts a lot at the end of a queue. */
  #append(address: number, lot: bigint): void {
    const queue = this.#queues[address] as bigint[]
    const last = queue.at(-1)
    const isOne = last !== undefined && this.#has(address) && last > 0n === lot > 0n
    if (isOne) queue[queue.length - 1] = last + lot
    else queue.push(lot)
  }

  #has(address: number): boolean {
    return (this.#begin[address] as number) < (this.#queues[address] as bigint[]).length
  }

  #left(address: number): readonly bigint[] {
    return (this.#queues[address] as bigint[]).slice(this.#begin[address])
  }

  /** Drops the first lot, and the room of those dropped when it is half of the array. */
  #drop(address: number): void {
    const begin = (this.#begin[address] as number) + 1
    this.#begin[address] = begin
    if (2 * begin < (this.#queues[address] as bigint[]).length) return
    this.#queues[address] = this.#left(address) as bigint[]
    this.#begin[address] = 0
  }
}
