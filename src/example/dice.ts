/** Scrambles three numbers into 32 bits (the finaliser of MurmurHash3 after each): one hash, no state. */
export const mix = (a: number, b: number, c: number): number => stir(stir(stir(0, a), b), c) >>> 0

const stir = (hash: number, number: number): number => {
  let h = Math.imul(hash ^ number, 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

const bytes: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
)

/** 32 bits as eight hexadecimal digits. */
export const hex = (hash: number): string =>
  (bytes[hash >>> 24] as string) +
  (bytes[(hash >>> 16) & 255] as string) +
  (bytes[(hash >>> 8) & 255] as string) +
  (bytes[hash & 255] as string)

/** Numbers by chance from a seed (Mulberry32): the same seed, the same numbers. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** Starts again from another seed. */
  reseed(seed: number): void {
    this.#state = seed >>> 0
  }

  /** From 0 to 1, 1 excluded. */
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  chance(probability: number): boolean {
    return this.unit() < probability
  }

  /** A whole number from 0, `sides` excluded. */
  below(sides: number): number {
    return Math.floor(this.unit() * sides)
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  /** Log-normal by Box and Muller; `spread` is the deviation of the logarithm. */
  logNormal(median: number, spread: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.unit()))
    return median * Math.exp(spread * radius * Math.cos(2 * Math.PI * this.unit()))
  }

  /** A whole number from 1 whose chance falls by a fixed share with each step. */
  geometric(mean: number): number {
    if (mean <= 1) return 1
    return 1 + Math.floor(Math.log(1 - this.unit()) / Math.log(1 - 1 / mean))
  }

  /** A place from 0 among `count`, the chance of which falls as 1 / (place + 1): popular things. */
  popular(count: number): number {
    return Math.min(count - 1, Math.floor((count + 1) ** this.unit()) - 1)
  }

  /** Puts numbers in a random order, in place (Fisher and Yates). */
  shuffle<Numbers extends number[] | Uint32Array>(numbers: Numbers): Numbers {
    for (let i = numbers.length - 1; i > 0; i--) {
      const j = this.below(i + 1)
      const held = numbers[i] as number
      numbers[i] = numbers[j] as number
      numbers[j] = held
    }
    return numbers
  }
}
