import { foldHan } from '../han/index.ts'
import type { Choice, Language, Position } from './reading.ts'
import { latticeWeights as w } from './weights.ts'

const agreed = 1 - w.slip
const nearRatio = 2 ** w.near
const otherRatio = 2 ** w.other
const otherSurnameRatio = 2 ** w.otherSurname
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
export const choiceRatio = (
  language: Language,
  a: Choice,
  b: Choice,
  position: Position,
): number => {
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

/** The chance that two written syllables stand for two: by what they may be read as, or by a slip. */
export const otherShare = (a: Choice | undefined, b: Choice | undefined): number => {
  if (!a || !b) return 1
  let same = 0
  for (let i = 0; i < a.main; i++)
    for (let j = 0; j < b.main; j++)
      if (a.syllables[i] === b.syllables[j])
        same += (a.shares[i] as number) * (b.shares[j] as number)
  return 1 - agreed * same
}

const ideograph = /^\p{Script=Han}+$/u
const isAscii = (text: string): boolean => text.charCodeAt(0) < 128

/** What the characters say beyond their sound, where a language is told by them on both sides. */
const characterFactor = ({ characters }: Language, a: string, b: string): number => {
  if (!characters || isAscii(a) || !ideograph.test(a) || !ideograph.test(b)) return 1
  return foldHan(a) === foldHan(b) ? characters.same : characters.other
}
