/**
 * What one written syllable may stand for: syllables of a language by falling share, summing to one.
 * The first `main` of them are compared; the rest is too unlikely to matter.
 */
export type Choice = {
  readonly written: string
  readonly syllables: readonly number[]
  readonly shares: readonly number[]
  readonly main: number
  /** How each syllable is written so: a system of romanisation, a reading of a character. */
  readonly ways: readonly string[]
}

/** One way to part a written name into family name and given syllables, with its share of all ways. */
export type Path = {
  readonly share: number
  readonly surname: Choice | undefined
  readonly given: readonly Choice[]
}

/**
 * A name as a weighted lattice of syllables, so that what its spelling leaves open stays open. `belief`
 * is the chance that it is a name of the language at all; it weighs the reading and says nothing about
 * the bearer.
 */
export type Reading = {
  readonly belief: number
  readonly paths: readonly Path[]
  /** Whether a word of it is read that no style spells, by a slip of the hand. */
  readonly slipped?: boolean
}

/** Where a syllable stands in a name. A given name of one syllable is counted by itself. */
export type Position = 'surname' | 'first' | 'second' | 'single'

/** What comparing readings has to know of their language. */
export type Language = {
  readonly id: string
  readonly name: string
  /** Share of names that have the syllable in this position; never 0. */
  readonly share: (syllable: number, position: Position) => number
  /** Whether two syllables are easily taken for each other. Symmetric. */
  readonly near: (a: number, b: number) => boolean
  readonly print: (syllable: number, position: Position) => string
  /** Factors on the ratio where both sides are written in Han characters: in the same or in others. */
  readonly characters?: { readonly same: number; readonly other: number }
  /** Whether characters on one side cannot be what the other side was written for. Symmetric. */
  readonly contradicts?: (a: Choice, b: Choice) => boolean
  /** What the ways that both forms of one name are written in say of them, in words. */
  readonly say: (left: readonly string[], right: readonly string[]) => string
}

/** Shares below this are kept in a choice and left out of comparing. */
const leastCompared = 0.002
const mostCompared = 12

/** Makes a choice from weighed syllables; the weights need not sum to one. */
export const toChoice = (
  written: string,
  weighed: readonly { readonly syllable: number; readonly weight: number; readonly way: string }[],
): Choice => {
  const sorted = [...weighed].sort((a, b) => b.weight - a.weight || a.syllable - b.syllable)
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0)
  const shares = sorted.map(({ weight }) => weight / total)
  const compared = shares.findIndex((share, i) => i > 0 && share < leastCompared)
  return {
    written,
    syllables: sorted.map(({ syllable }) => syllable),
    shares,
    main: Math.min(mostCompared, compared < 0 ? shares.length : compared),
    ways: sorted.map(({ way }) => way),
  }
}
