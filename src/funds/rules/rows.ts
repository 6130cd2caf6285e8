import { grown } from './sparse/grown.ts'

/** Sums by address and category, with room only for addresses that have one. */
export class Rows {
  readonly #categories: number
  /** The row of each address; 0, where nothing is ever added, for none. */
  readonly #row: Uint32Array
  #sums: Float64Array
  #count = 1

  constructor(addresses: number, categories: number) {
    this.#categories = categories
    this.#row = new Uint32Array(addresses)
    this.#sums = new Float64Array(64 * categories)
  }

  add(address: number, category: number, amount: number): void {
    if (this.#row[address] === 0) this.#make(address)
    const at = this.#place(address, category)
    this.#sums[at] = (this.#sums[at] as number) + amount
  }

  sum(address: number, category: number): number {
    return this.#sums[this.#place(address, category)] as number
  }

  #place(address: number, category: number): number {
    return (this.#row[address] as number) * this.#categories + category
  }

  #make(address: number): void {
    this.#row[address] = this.#count++
    if (this.#count * this.#categories > this.#sums.length) this.#sums = grown(this.#sums)
  }
}
