import { nobody } from '../../flow/flow.ts'
import { grown } from './grown.ts'

/** Numbers that are kept of a purse, beside each other: its address, its role, and two places. */
const width = 4

/**
 * Addresses that value came to, each with a purse of its own number from 1 on; 0 is nobody's. Of each it
 * keeps two places of its own moves: the first that its purse does not know of, and its next send.
 */
export class Known {
  /** The purse of each address, 0 for none. */
  readonly #purse: Uint32Array
  #cards: Uint32Array = new Uint32Array(width * 64)
  /** How many purses there are, with that of nobody. */
  count = 1

  constructor(addresses: number) {
    this.#purse = new Uint32Array(addresses)
  }

  /** The purse of an address, 0 where it has none. */
  purse(address: number): number {
    return address === nobody ? 0 : (this.#purse[address] as number)
  }

  /** The purse of an address, made where it has none. */
  add(address: number, role: number): number {
    const known = this.#purse[address] as number
    if (known > 0) return known
    const purse = this.count++
    this.#purse[address] = purse
    if (width * this.count > this.#cards.length) this.#cards = grown(this.#cards)
    this.#cards[width * purse] = address
    this.#cards[width * purse + 1] = role
    return purse
  }

  address(purse: number): number {
    return this.#cards[width * purse] as number
  }

  role(purse: number): number {
    return this.#cards[width * purse + 1] as number
  }

  /** The first place of its moves that the purse does not know of. */
  at(purse: number): number {
    return this.#cards[width * purse + 2] as number
  }

  setAt(purse: number, place: number): void {
    this.#cards[width * purse + 2] = place
  }

  /** The place of its next send. */
  next(purse: number): number {
    return this.#cards[width * purse + 3] as number
  }

  setNext(purse: number, place: number): void {
    this.#cards[width * purse + 3] = place
  }

  /** All addresses by their purse, without nobody. */
  addresses(): Uint32Array {
    const addresses = new Uint32Array(this.count - 1)
    for (let i = 0; i < addresses.length; i++) addresses[i] = this.address(i + 1)
    return addresses
  }
}
