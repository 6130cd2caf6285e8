import { fieldsInWord } from './comparison.ts'
import type { LevelCounts } from './rules/dependence.ts'
import { mix } from './rules/random.ts'

/** Counts the combinations of levels that pairs show: few, whatever the number of pairs. */
export class Patterns {
  #slots = new Int32Array(1024)
  #low = new Int32Array(512)
  #high = new Int32Array(512)
  #counts = new Float64Array(512)
  length = 0

  /** Number of a pattern, whose count grows by `times`. */
  add(low: number, high: number, times: number): number {
    const mask = this.#slots.length - 1
    let slot = mix(low, high) & mask
    for (;;) {
      const number = (this.#slots[slot] as number) - 1
      if (number < 0) break
      if (this.#low[number] === low && this.#high[number] === high) {
        this.#counts[number] = (this.#counts[number] as number) + times
        return number
      }
      slot = (slot + 1) & mask
    }
    if (this.length === this.#low.length) {
      this.#grow()
      return this.add(low, high, times)
    }
    this.#slots[slot] = this.length + 1
    this.#low[this.length] = low
    this.#high[this.length] = high
    this.#counts[this.length] = times
    return this.length++
  }

  countOf(pattern: number): number {
    return this.#counts[pattern] as number
  }

  /** The level of a field in a pattern. */
  levelOf(pattern: number, field: number): number {
    const word = field < fieldsInWord ? this.#low : this.#high
    return ((word[pattern] as number) >>> (3 * (field % fieldsInWord))) & 7
  }

  /** The patterns as plain arrays, in the order of their numbers. */
  toParts(): {
    readonly low: Int32Array
    readonly high: Int32Array
    readonly counts: Float64Array
  } {
    return {
      low: this.#low.slice(0, this.length),
      high: this.#high.slice(0, this.length),
      counts: this.#counts.slice(0, this.length),
    }
  }

  /** The patterns by the levels of each of so many fields. */
  toCounts(width: number): LevelCounts {
    const levels = new Uint8Array(this.length * width)
    for (let pattern = 0; pattern < this.length; pattern++)
      for (let field = 0; field < width; field++)
        levels[pattern * width + field] = this.levelOf(pattern, field)
    return { levels, counts: this.#counts.slice(0, this.length) }
  }

  #grow(): void {
    const size = this.#low.length * 2
    this.#low = copyInto(new Int32Array(size), this.#low)
    this.#high = copyInto(new Int32Array(size), this.#high)
    this.#counts = copyInto(new Float64Array(size), this.#counts)
    this.#slots = new Int32Array(size * 2)
    const mask = this.#slots.length - 1
    for (let number = 0; number < this.length; number++) {
      let slot = mix(this.#low[number] as number, this.#high[number] as number) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = number + 1
    }
  }
}

const copyInto = <T extends Int32Array | Float64Array>(larger: T, before: T): T => {
  larger.set(before)
  return larger
}
