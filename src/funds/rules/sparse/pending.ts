/**
 * Moves that wait to be looked at, least first: a bit a move, and a bit for each 32 of them that says
 * whether any waits. What is added lies after what was taken last, so all of it is passed once.
 */
export class Pending {
  readonly #bits: Uint32Array
  readonly #words: Uint32Array
  #at = 0

  constructor(moves: number) {
    this.#bits = new Uint32Array(Math.ceil(moves / 32))
    this.#words = new Uint32Array(Math.ceil(this.#bits.length / 32))
  }

  /** Adds a move; one that waits already waits once. */
  add(move: number): void {
    const word = move >>> 5
    this.#bits[word] = (this.#bits[word] as number) | (1 << (move & 31))
    this.#words[word >>> 5] = (this.#words[word >>> 5] as number) | (1 << (word & 31))
  }

  /** Takes the least move out; -1 where none waits. */
  take(): number {
    while (this.#at < this.#words.length && this.#words[this.#at] === 0) this.#at++
    if (this.#at === this.#words.length) return -1
    const words = this.#words[this.#at] as number
    const word = 32 * this.#at + lowest(words)
    const bits = this.#bits[word] as number
    const rest = bits & (bits - 1)
    this.#bits[word] = rest
    if (rest === 0) this.#words[this.#at] = words & (words - 1)
    return 32 * word + lowest(bits)
  }
}

/** The place of the lowest bit that is set. */
const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits)
