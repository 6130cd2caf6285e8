import { editDistance } from '../../../names/index.ts'

/** Letters of a text as bits, several letters to a bit: two texts that differ in many differ in edits. */
const lettersOf = (text: string): number => {
  let letters = 0
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31)
  return letters
}

const bitsIn = (word: number): number => {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24) & 0xff
}

/** How many edits count as slips, by the length of the shorter of two texts. */
export type Slips = readonly { readonly from: number; readonly edits: number }[]

/** Length from which a text counts as so long. */
const longest = 0xffff

/** Texts by number, made ready for comparing each with many others. */
export class Spellings {
  readonly #texts: readonly string[]
  /** Of text after text its length with its first letter, and its letters: what most pairs are told by. */
  readonly #heads: Int32Array
  readonly #words: readonly (readonly string[] | undefined)[]
  /** Edits that are looked for, by length up to the last of the table. */
  readonly #limits: Uint8Array

  constructor(texts: readonly string[], slips: Slips) {
    this.#texts = texts
    this.#heads = new Int32Array(2 * texts.length)
    for (let at = 0; at < texts.length; at++) {
      const text = texts[at] as string
      this.#heads[2 * at] = (text.charCodeAt(0) << 16) | Math.min(text.length, longest)
      this.#heads[2 * at + 1] = lettersOf(text)
    }
    this.#words = texts.map((text) => (text.includes(' ') ? text.split(' ') : undefined))
    this.#limits = new Uint8Array(1 + Math.max(...slips.map(({ from }) => from)))
    for (const { from, edits } of slips) this.#limits.fill(edits, from)
  }

  #lengthOf(text: number): number {
    return (this.#heads[2 * text] as number) & longest
  }

  /** Length of the shorter text. */
  shorter(a: number, b: number): number {
    return Math.min(this.#lengthOf(a), this.#lengthOf(b))
  }

  /** Edits and swaps of neighbours between two texts; 0 where there are more than count as slips. */
  slips(a: number, b: number): number {
    const shorter = this.shorter(a, b)
    const limit = this.#limits[Math.min(shorter, this.#limits.length - 1)] as number
    if (limit === 0) return 0
    const longer = Math.max(this.#lengthOf(a), this.#lengthOf(b))
    if (longer - shorter > limit) return 0
    const [left, right] = [this.#heads[2 * a + 1] as number, this.#heads[2 * b + 1] as number]
    // Each edit changes at most one letter of either.
    if (bitsIn(left & ~right) > limit || bitsIn(right & ~left) > limit) return 0
    const edits = editDistance(this.#texts[a] as string, this.#texts[b] as string, limit)
    return edits > limit ? 0 : edits
  }

  /** Length of the common beginning. */
  start(a: number, b: number): number {
    if (((this.#heads[2 * a] as number) ^ (this.#heads[2 * b] as number)) >>> 16 !== 0) return 0
    const [left, right] = [this.#texts[a] as string, this.#texts[b] as string]
    const most = this.shorter(a, b)
    let length = 0
    while (length < most && left.charCodeAt(length) === right.charCodeAt(length)) length++
    return length
  }

  /** Letters of the words that two texts share, one of which at least has several. */
  shared(a: number, b: number): number {
    const [some, others] = [this.#words[a], this.#words[b]]
    if (!some && !others) return 0
    const [left, right] = [some ?? [this.#texts[a] as string], others ?? [this.#texts[b] as string]]
    let shared = 0
    for (const word of left) if (right.includes(word)) shared += word.length
    return shared
  }
}
