import { choiceRatio, otherShare } from './ratio.ts'
import type { Choice, Language, Path, Position, Reading } from './reading.ts'
import { latticeWeights as w } from './weights.ts'

const missingSyllable = 2 ** w.missingSyllable
const missingSurname = 2 ** w.missingSurname
const relatives = 2 ** w.relatives

const positions: readonly Position[] = ['first', 'second', 'second', 'second']

const positionOf = (k: number, length: number): Position =>
  length === 1 ? 'single' : (positions[k] ?? 'second')

/** Ratios of the given syllables of the two paths that met last, kept because a search compares thousands. */
let ratios = new Float64Array(8)

/**
 * Fills `ratios` with those of given syllables in order; where one name has fewer, the stretch of the
 * longer that they fit best is taken and the rest is missing. Gives where that begins.
 */
const meetGiven = (language: Language, a: readonly Choice[], b: readonly Choice[]): number => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length > ratios.length) ratios = new Float64Array(2 * long.length)
  const isWhole = short.length === long.length
  const product = (at: number): number => {
    let all = 1
    for (let k = 0; k < long.length; k++) {
      const [left, right] = [short[k - at], long[k] as Choice]
      const position = isWhole ? positionOf(k, long.length) : positionOf(k, 0)
      const ratio = left ? choiceRatio(language, left, right, position) : missingSyllable
      ratios[k] = ratio
      all *= ratio
    }
    return all
  }
  let [best, most, last] = [0, product(0), 0]
  for (let at = 1; at + short.length <= long.length; at++) {
    const fit = product(at)
    last = at
    if (fit > most) [best, most] = [at, fit]
  }
  if (best !== last) product(best)
  return best
}

const meetSurnames = (language: Language, { surname: a }: Path, { surname: b }: Path): number => {
  if (a && b) return choiceRatio(language, a, b, 'surname')
  return a === undefined && b === undefined ? 1 : missingSurname
}

/** Two paths that met: all ratios together, and what of them relatives share. */
type Meeting = {
  readonly surname: number
  readonly product: number
  /** How much likelier what agrees is among relatives than among strangers. */
  readonly kinship: number
  /** Where the shorter given name begins in the longer. */
  readonly at: number
}

/** Where each of two given names begins, so that they stand side by side. */
const shiftsOf = (a: Path, b: Path, at: number): [left: number, right: number] =>
  a.given.length <= b.given.length ? [at, 0] : [0, at]

/**
 * How much likelier given syllables are among relatives, who share all but one of them and differ in
 * that one: what the others say, times the chance that this one only looks the same.
 */
const givenKinship = (a: Path, b: Path, at: number): number => {
  const [left, right] = shiftsOf(a, b, at)
  const count = Math.max(a.given.length, b.given.length)
  let kinship = 0
  for (let k = 0; k < count; k++) {
    let others = 1
    for (let j = 0; j < count; j++) if (j !== k) others *= ratios[j] as number
    kinship += Math.max(1, others) * otherShare(a.given[k - left], b.given[k - right])
  }
  return kinship
}

/**
 * Relatives share the family name and often all given syllables but one, however rare, so that these
 * alone must not carry a match: not where one syllable differs, nor where it may by its spelling.
 */
const meetPaths = (language: Language, a: Path, b: Path): Meeting => {
  const surname = meetSurnames(language, a, b)
  const at = meetGiven(language, a.given, b.given)
  const count = Math.max(a.given.length, b.given.length)
  let product = surname
  for (let k = 0; k < count; k++) product *= ratios[k] as number
  const kinship = 1 + relatives * Math.max(1, surname) * givenKinship(a, b, at)
  return { surname, product, kinship, at }
}

/** A position of one path pair: what stood on each side and its ratio. */
export type Met = {
  readonly position: Position
  readonly left: Choice | undefined
  readonly right: Choice | undefined
  readonly ratio: number
}

/** Two paths, position by position. */
const explainPaths = (language: Language, a: Path, b: Path): Met[] => {
  const { surname, at } = meetPaths(language, a, b)
  const met: Met[] = [{ position: 'surname', left: a.surname, right: b.surname, ratio: surname }]
  const isWhole = a.given.length === b.given.length
  const count = Math.max(a.given.length, b.given.length)
  const [left, right] = shiftsOf(a, b, at)
  for (let k = 0; k < count; k++)
    met.push({
      position: positionOf(k, isWhole ? count : 0),
      left: a.given[k - left],
      right: b.given[k - right],
      ratio: ratios[k] as number,
    })
  return met
}

/** Of the pair of paths that says most, what met and what relatives share, in bits. */
export type Compared = {
  readonly met: readonly Met[]
  readonly kinship: number
}

type Visit = (left: Path, right: Path, weight: number, kinship: number) => void

const sumPaths = (language: Language, a: Reading, b: Reading, visit?: Visit): number => {
  let total = 0
  for (const left of a.paths)
    for (const right of b.paths) {
      const { product, kinship } = meetPaths(language, left, right)
      const weight = (left.share * right.share * product) / kinship
      total += weight
      visit?.(left, right, weight, kinship)
    }
  return total
}

/**
 * Σ P(path of a) P(path of b) Π ratio: how much likelier the two spellings are where they write one
 * name of the language than where they write two others, drawn at random or relatives of each other.
 * Symmetric.
 */
export const readingsRatio = (language: Language, a: Reading, b: Reading): number =>
  precedes(b, a) ? sumPaths(language, b, a) : sumPaths(language, a, b)

/** A fixed order of two readings, because a sum of fractions depends on that of its terms. */
const precedes = ({ paths: [a] }: Reading, { paths: [b] }: Reading): boolean => {
  if (!a || !b) return false
  const [left, right] = [a.surname?.written ?? '', b.surname?.written ?? '']
  if (left !== right) return left < right
  for (let k = 0; k < a.given.length && k < b.given.length; k++) {
    const [one, other] = [a.given[k]?.written as string, b.given[k]?.written as string]
    if (one !== other) return one < other
  }
  return a.given.length === b.given.length ? a.share < b.share : a.given.length < b.given.length
}

/** What carries that ratio. */
export const compareReadings = (language: Language, a: Reading, b: Reading): Compared => {
  let [heaviest, kin] = [-1, 1]
  let best: readonly [Path, Path] | undefined
  sumPaths(language, a, b, (left, right, weight, kinship) => {
    if (weight <= heaviest) return
    heaviest = weight
    kin = kinship
    best = [left, right]
  })
  return { met: best ? explainPaths(language, ...best) : [], kinship: -Math.log2(kin) }
}
