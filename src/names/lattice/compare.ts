import { foldHan } from '../han/index.ts'
import type { Choice, Language, Path, Position, Reading } from './reading.ts'
import { latticeWeights as w } from './weights.ts'

const agreed = 1 - w.slip
const nearRatio = 2 ** w.near
const otherRatio = 2 ** w.other
const otherSurnameRatio = 2 ** w.otherSurname
const missingSyllable = 2 ** w.missingSyllable
const missingSurname = 2 ** w.missingSurname
const relatives = 2 ** w.relatives
const least = 2 ** -w.rarest

/** Likelihood ratio of two syllables in one position. */
const ratioOf = (language: Language, s: number, t: number, position: Position): number => {
  if (s === t) return agreed / Math.max(least, language.share(s, position))
  if (language.near(s, t)) return nearRatio
  return position === 'surname' ? otherSurnameRatio : otherRatio
}

/**
 * How much likelier two written syllables are where they stand for one syllable of one name than where
 * they stand for two drawn at random: Σ P(s|a) P(t|b) ratio(s, t). Agreement pays by rarity of itself.
 */
const choiceRatio = (language: Language, a: Choice, b: Choice, position: Position): number => {
  let sum = 0
  for (let i = 0; i < a.main; i++)
    for (let j = 0; j < b.main; j++)
      sum +=
        (a.shares[i] as number) *
        (b.shares[j] as number) *
        ratioOf(language, a.syllables[i] as number, b.syllables[j] as number, position)
  if (language.contradicts?.(a, b)) return Math.min(sum, otherRatio)
  return sum * characterFactor(language, a.written, b.written)
}

const ideograph = /^\p{Script=Han}+$/u
const isAscii = (text: string): boolean => text.charCodeAt(0) < 128

/** What the characters say beyond their sound, where a language is told by them on both sides. */
const characterFactor = ({ characters }: Language, a: string, b: string): number => {
  if (!characters || isAscii(a) || !ideograph.test(a) || !ideograph.test(b)) return 1
  return foldHan(a) === foldHan(b) ? characters.same : characters.other
}

const givenPositions = (length: number): readonly Position[] =>
  length === 1 ? ['single'] : ['first', 'second', 'second', 'second']

/** A position of one path pair: what stood on each side and its ratio. */
export type Met = {
  readonly position: Position
  readonly left: Choice | undefined
  readonly right: Choice | undefined
  readonly ratio: number
}

const meetGiven = (language: Language, a: readonly Choice[], b: readonly Choice[]): Met[] => {
  if (a.length === b.length)
    return givenPositions(a.length)
      .slice(0, a.length)
      .map((position, k) => ({
        position,
        left: a[k],
        right: b[k],
        ratio: choiceRatio(language, a[k] as Choice, b[k] as Choice, position),
      }))
  return a.length < b.length ? meetShorter(language, a, b) : meetShorter(language, b, a).map(mirror)
}

const mirror = ({ left, right, ...met }: Met): Met => ({ ...met, left: right, right: left })

/** The shorter given name against the stretch of the longer that it fits best; the rest is missing. */
const meetShorter = (language: Language, a: readonly Choice[], b: readonly Choice[]): Met[] => {
  let best: Met[] = []
  let bestRatio = -1
  for (let at = 0; at + a.length <= b.length; at++) {
    const met = b.map((right, k): Met => {
      const left = a[k - at]
      const position: Position = k === 0 ? 'first' : 'second'
      const ratio = left ? choiceRatio(language, left, right, position) : missingSyllable
      return { position, left, right, ratio }
    })
    const ratio = productOf(met)
    if (ratio > bestRatio) [best, bestRatio] = [met, ratio]
  }
  return best
}

/**
 * How much likelier what agrees is among relatives than among strangers: they share the family name and
 * often all given syllables but one, however rare, so that these alone must not carry a match.
 */
const kinshipOf = (met: readonly Met[]): number => {
  let [family, given, least] = [1, 1, Number.POSITIVE_INFINITY]
  for (const { position, ratio } of met)
    if (position === 'surname') family = Math.max(1, ratio)
    else {
      given *= ratio
      least = Math.min(least, ratio)
    }
  return 1 + relatives * family * Math.max(1, given / least)
}

const productOf = (met: readonly Met[]): number =>
  met.reduce((product, { ratio }) => product * ratio, 1)

const meetPaths = (language: Language, a: Path, b: Path): Met[] => {
  const surname: Met[] =
    a.surname && b.surname
      ? [
          {
            position: 'surname',
            left: a.surname,
            right: b.surname,
            ratio: choiceRatio(language, a.surname, b.surname, 'surname'),
          },
        ]
      : [{ position: 'surname', left: a.surname, right: b.surname, ratio: surnameMissing(a, b) }]
  return [...surname, ...meetGiven(language, a.given, b.given)]
}

const surnameMissing = (a: Path, b: Path): number =>
  a.surname === undefined && b.surname === undefined ? 1 : missingSurname

type Best = { readonly met: readonly Met[]; readonly kinship: number }

/** Two readings compared: the log2 ratio over all paths, and of the pair of paths that says most what met and what relatives share, in bits. */
export type Compared = Best & { readonly bits: number }

/**
 * log2 Σ P(path of a) P(path of b) Π ratio: how much likelier the two spellings are where they write
 * one name of the language than where they write two others, drawn at random or relatives of each other. Symmetric.
 */
export const compareReadings = (language: Language, a: Reading, b: Reading): Compared => {
  let total = 0
  let heaviest = -1
  let best: Best = { met: [], kinship: 0 }
  for (const left of a.paths)
    for (const right of b.paths) {
      const met = meetPaths(language, left, right)
      const kinship = kinshipOf(met)
      const weight = (left.share * right.share * productOf(met)) / kinship
      total += weight
      if (weight > heaviest) {
        heaviest = weight
        best = { met, kinship: -Math.log2(kinship) }
      }
    }
  return { bits: Math.log2(total), ...best }
}
