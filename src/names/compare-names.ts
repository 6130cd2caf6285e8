import { type Millibits, toMillibits } from '../model/index.ts'
import { compareTokens } from './compare.ts'
import { generalParts, latticeParts, type NamePart, withRest } from './explanation.ts'
import { compareReadings, type Met } from './lattice/index.ts'
import { languages, type Name } from './name.ts'

export type { NamePart } from './explanation.ts'

/** Two names compared; the parts sum to `millibits`. `language` where both were read as names of one. */
export type NameComparison = {
  readonly millibits: Millibits
  readonly language?: string
  /** What a reader is told in a few words. */
  readonly says: string
  readonly parts: readonly NamePart[]
}

type Term = {
  readonly weight: number
  readonly bits: number
  readonly met: readonly Met[]
  readonly id: number
}

/**
 * Weight of two names in millibits: the log2 mean of the likelihood ratios of each way to read them,
 * weighed by the belief in it: log2(Σ w_L 2^L + (1 − Σ w_L) 2^G), L a language that both can be names
 * of, w_L the geometric mean of both beliefs, G the comparison of tokens. Symmetric. That two names share a language adds nothing.
 */
export const nameWeight = (a: Name, b: Name): Millibits => {
  const general = compareTokens(a.tokens, b.tokens)
  return mix(general.millibits, latticeTerms(a, b))
}

const latticeTerms = (a: Name, b: Name): Term[] =>
  languages.flatMap(({ language }, id) => {
    const [left, right] = [a.readings[id], b.readings[id]]
    if (!left || !right) return []
    const { bits, best } = compareReadings(language, left, right)
    return [{ id, weight: Math.sqrt(left.belief * right.belief), bits, met: best }]
  })

const mix = (general: Millibits, terms: readonly Term[]): Millibits => {
  if (terms.length === 0) return general
  const scale = scaleOf(terms)
  const believed = terms.reduce((sum, { weight }) => sum + weight * scale, 0)
  const ratio = terms.reduce(
    (sum, { weight, bits }) => sum + weight * scale * 2 ** bits,
    (1 - believed) * 2 ** (general / 1000),
  )
  return toMillibits(Math.log2(ratio))
}

/** Beliefs in several languages are shared out where they add up to more than one. */
const scaleOf = (terms: readonly Term[]): number =>
  1 /
  Math.max(
    1,
    terms.reduce((sum, { weight }) => sum + weight, 0),
  )

/** The same, with the parts that a reviewer can follow. */
export const compareReadNames = (a: Name, b: Name): NameComparison => {
  const general = compareTokens(a.tokens, b.tokens)
  const terms = latticeTerms(a, b)
  const millibits = mix(general.millibits, terms)
  const scale = scaleOf(terms)
  const strongest = terms.reduce<Term | undefined>(
    (best, term) => (best && value(best, scale) >= value(term, scale) ? best : term),
    undefined,
  )
  const believed = terms.reduce((sum, { weight }) => sum + weight * scale, 0)
  if (!strongest || value(strongest, scale) < (1 - believed) * 2 ** (general.millibits / 1000)) {
    const { parts, says } = generalParts(general)
    return { millibits, says, parts: withRest(parts, millibits) }
  }
  const { language } = languages[strongest.id] as (typeof languages)[number]
  const { parts, says } = latticeParts(language, strongest.met)
  return { millibits, language: language.name, says, parts: withRest(parts, millibits) }
}

const value = ({ weight, bits }: Term, scale: number): number => weight * scale * 2 ** bits
