import type { Position } from './reading.ts'

/** A system or habit of spelling, and its share of the names of a language. */
export type Style = { readonly name: string; readonly share: number }

/** A syllable and, by style, how likely a name has it in a position and spells it so. */
export type Meant = { readonly syllable: number; readonly joint: Float64Array }

/** What a spelling may mean in a position: `total` is, by style, the chance that a name has it there at all. */
export type Meaning = {
  readonly meant: readonly Meant[]
  readonly total: Float64Array
  /** Whether it can be a family name that anyone bears. */
  readonly heads: boolean
}

/** How the syllables of a language are spelled in one script. */
export type Speller = {
  readonly styles: readonly Style[]
  /** Whether letters spell a syllable at all. */
  readonly spells: (text: string) => boolean
  /** Spellings of common syllables, of which slips of the hand are known; none where letters are not typed. */
  readonly common: () => Iterable<string>
  readonly meaning: (text: string, position: Position) => Meaning
  /** Family names of two syllables that two spellings write. */
  readonly compound: (first: string, second: string) => Meaning
  /** Letters as the name writes them. */
  readonly show: (letters: string) => string
}

/** Meaning of syllables with their chances, summed by style. */
export const toMeaning = (meant: readonly Meant[], styles: number, heads: boolean): Meaning => {
  const total = new Float64Array(styles)
  for (const { joint } of meant)
    for (let s = 0; s < styles; s++) total[s] = (total[s] as number) + (joint[s] as number)
  return { meant, total, heads }
}
