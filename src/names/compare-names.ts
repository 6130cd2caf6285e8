import { type Millibits, toMillibits } from '../model/index.ts'
import { compareTokens } from './compare.ts'
import { compareReadings, type Met } from './lattice/index.ts'
import { languages, type Name } from './name.ts'

/** What one part of two names says: tokens or syllables that met, and how. */
export type NamePart = {
  readonly left: string
  readonly right: string
  readonly millibits: Millibits
  readonly how: string
}

/** Two names compared; the parts sum to `millibits`. `language` where the names were read as names of one. */
export type NameComparison = {
  readonly millibits: Millibits
  readonly language?: string
  readonly parts: readonly NamePart[]
}

type Term = {
  readonly weight: number
  readonly bits: number
  readonly met?: readonly Met[]
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
  if (!strongest || value(strongest, scale) < (1 - believed) * 2 ** (general.millibits / 1000))
    return withRest(generalParts(general), millibits)
  const { language } = languages[strongest.id] as (typeof languages)[number]
  return {
    ...withRest(strongest.met?.map((met) => toPart(met, strongest.id)) ?? [], millibits),
    language: language.name,
  }
}

const value = ({ weight, bits }: Term, scale: number): number => weight * scale * 2 ** bits

const generalParts = ({ pairs, whole, conflict }: ReturnType<typeof compareTokens>): NamePart[] => [
  ...pairs.map(({ left, right, millibits }) => ({
    left: left.join(' + '),
    right: right.join(' + '),
    millibits,
    how: howPaired(left, right),
  })),
  ...(whole > 0 ? [{ left: '', right: '', millibits: whole, how: 'the whole name is equal' }] : []),
  ...(conflict < 0
    ? [{ left: '', right: '', millibits: conflict, how: 'a number or word that must not differ' }]
    : []),
]

const howPaired = (left: readonly string[], right: readonly string[]): string => {
  if (left.length === 0 || right.length === 0) return 'on one side only'
  const [a, b] = [left.join(''), right.join('')]
  if (a === b) return left.length === right.length ? 'same' : 'same, written as one'
  return 'spelled alike'
}

/** Bits are whole millibits, so that the parts sum to the total exactly. */
const withRest = (parts: readonly NamePart[], millibits: Millibits): NameComparison => {
  const rest = millibits - parts.reduce((sum, part) => sum + part.millibits, 0)
  if (rest === 0) return { millibits, parts }
  return {
    millibits,
    parts: [
      ...parts,
      { left: '', right: '', millibits: rest, how: 'other readings of the spelling' },
    ],
  }
}

/** `병 = Pyong, DPRK 1992`: the likeliest syllable that both may stand for, and how each is written. */
const toPart = ({ position, left, right, ratio }: Met, id: number): NamePart => {
  const { language } = languages[id] as (typeof languages)[number]
  const millibits = toMillibits(Math.log2(ratio))
  const part = { left: left?.written ?? '', right: right?.written ?? '', millibits }
  if (!left || !right) return { ...part, how: `${position}: on one side only` }
  const shared = left.syllables
    .slice(0, left.main)
    .map((syllable, i) => ({
      syllable,
      i,
      j: right.syllables.slice(0, right.main).indexOf(syllable),
    }))
    .filter(({ j }) => j >= 0)
    .sort(
      (x, y) => weightOf(y, left.shares, right.shares) - weightOf(x, left.shares, right.shares),
    )[0]
  if (!shared) {
    const [s, t] = [left.syllables[0] as number, right.syllables[0] as number]
    return {
      ...part,
      how: `${position}: ${language.print(s, position)} is not ${language.print(t, position)}`,
    }
  }
  const written = language.print(shared.syllable, position)
  return {
    ...part,
    how: `${position}: ${written} = ${left.written} (${left.ways[shared.i]}) = ${right.written} (${right.ways[shared.j]})`,
  }
}

const weightOf = (
  { i, j }: { readonly i: number; readonly j: number },
  left: readonly number[],
  right: readonly number[],
): number => (left[i] as number) * (right[j] as number)
