import { grown } from './grown.ts'

/** Numbers that are kept of a move: its place, its ends, and whether it begins. */
const width = 4

/** A move that carried tainted value; its ends are purses, 0 for nobody. */
type Carrier = {
  readonly move: number
  readonly giver: number
  readonly taker: number
  readonly begins: 0 | 1
}

/** Moves that carried tainted value, in order, and how much. */
export class Carriers {
  #cards: Uint32Array = new Uint32Array(width * 64)
  #moved: Float64Array = new Float64Array(64)
  #count = 0

  add({ move, giver, taker, begins }: Carrier, part: number): void {
    if (this.#count === this.#moved.length) {
      this.#cards = grown(this.#cards)
      this.#moved = grown(this.#moved)
    }
    const at = width * this.#count
    this.#cards[at] = move
    this.#cards[at + 1] = giver
    this.#cards[at + 2] = taker
    this.#cards[at + 3] = begins
    this.#moved[this.#count++] = part
  }

  /** A list each. Ends are places of addresses: one less than their purses, nobody for 0. */
  lists(): {
    readonly move: Uint32Array
    readonly src: Uint32Array
    readonly dst: Uint32Array
    readonly begins: Uint8Array
    readonly moved: Float64Array
  } {
    const count = this.#count
    const [move, src, dst] = [0, 1, 2].map(() => new Uint32Array(count)) as [
      Uint32Array,
      Uint32Array,
      Uint32Array,
    ]
    const begins = new Uint8Array(count)
    for (let i = 0; i < count; i++) {
      const at = width * i
      move[i] = this.#cards[at] as number
      // One less than 0 is nobody in 32 bits.
      src[i] = (this.#cards[at + 1] as number) - 1
      dst[i] = (this.#cards[at + 2] as number) - 1
      begins[i] = this.#cards[at + 3] as number
    }
    return { move, src, dst, begins, moved: this.#moved.slice(0, count) }
  }
}
