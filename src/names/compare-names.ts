import { type Millibits, toMillibits } from '../model/index.ts'
import { compareTokens, isWhole } from './compare.ts'
import { generalParts, latticeParts, type NamePart, withRest } from './explanation.ts'
import { compareReadings, type Reading, readingsRatio } from './lattice/index.ts'
import { languages, type Name } from './name.ts'
import { scriptOf } from './script.ts'
import { nameWeights } from './weights.ts'

export type { NamePart } from './explanation.ts'

/** Two names compared; the parts sum to `millibits`. `language` where both were read as names of one. */
export type NameComparison = {
  readonly millibits: Millibits
  readonly language?: string
  /** What a reader is told in a few words. */
  readonly says: string
  readonly parts: readonly NamePart[]
}

/** A language that both names are read in, and what they say together as names of it. */
type Term = { readonly ratio: number; readonly id: number }

/** What is left for a name being of no language that it is read in. */
const beliefInOthers = (read: number): number => Math.max(nameWeights.leastGeneral, 1 - read)

/**
 * All ways in which both names can be read: Σ √(belief in a · belief in b) · ratio. A pair that is
 * read in two ways at once, one name Korean and the other not, is no one name and adds nothing.
 */
const termsOf = (a: Name, b: Name, general: Millibits): { general: number; terms: Term[] } => {
  const byTokens = 2 ** (general / 1000)
  const terms: Term[] = []
  let [readLeft, readRight] = [0, 0]
  for (let id = 0; id < languages.length; id++) {
    const [left, right] = [a.readings[id], b.readings[id]]
    if (left) readLeft += left.belief
    if (right) readRight += right.belief
    if (!left || !right) continue
    const { language } = languages[id] as (typeof languages)[number]
    const weight = Math.sqrt(left.belief * right.belief)
    terms.push({ id, ratio: weight * readingsRatio(language, left, right) })
  }
  if (readLeft === 0 && readRight === 0) return { general: byTokens, terms }
  const others = Math.sqrt(beliefInOthers(readLeft) * beliefInOthers(readRight))
  return { general: Math.max(others, mistyped(a, b)) * byTokens, terms }
}

/** A name beside one of the same script that is not read, or only by a slip: other slips leave no reading. */
const mistyped = (a: Name, b: Name): number => {
  if (isRead(a) && isRead(b)) return 0
  return scriptOf(a.text) === scriptOf(b.text) ? nameWeights.unreadable : 0
}

const isRead = ({ readings }: Name): boolean =>
  readings.some((reading) => reading !== undefined && !reading.slipped)

const sumOf = ({ general, terms }: ReturnType<typeof termsOf>): Millibits =>
  toMillibits(Math.log2(terms.reduce((sum, { ratio }) => sum + ratio, general)))

/**
 * Few are called by one common name: names that are equal as a whole weigh no less than that says, and
 * where they are read a bit more than in any other spelling.
 */
const wholeOr = (a: Name, b: Name, ways: ReturnType<typeof termsOf>): Millibits => {
  const millibits = sumOf(ways)
  if (ways.terms.length === 0 || millibits <= 0 || !isWhole(a.tokens, b.tokens)) return millibits
  const ordered = a.tokens.every((token, k) => token === b.tokens[k])
  return Math.max(
    nameWeights.whole,
    millibits + nameWeights.wholeRead[ordered ? 'ordered' : 'anyOrder'],
  )
}

/**
 * Weight of two names in millibits: log2 of the likelihood ratio that they are one name against two
 * drawn at random, over all ways to read both. Symmetric. That two names share a language adds nothing.
 */
export const nameWeight = (a: Name, b: Name): Millibits =>
  nameWeightBeside(a, b, compareTokens(a.tokens, b.tokens).millibits)

/** The same where what both names weigh by their tokens, as `compareTokens` weighs them, is known. */
export const nameWeightBeside = (a: Name, b: Name, general: Millibits): Millibits =>
  wholeOr(a, b, termsOf(a, b, general))

/** The same, with the parts that a reviewer can follow. */
export const compareReadNames = (a: Name, b: Name): NameComparison => {
  const compared = compareTokens(a.tokens, b.tokens)
  const ways = termsOf(a, b, compared.millibits)
  const millibits = wholeOr(a, b, ways)
  const strongest = ways.terms.reduce<Term | undefined>(
    (best, term) => (best && best.ratio >= term.ratio ? best : term),
    undefined,
  )
  if (!strongest || strongest.ratio < ways.general) {
    const { parts, says } = generalParts(compared)
    return { millibits, says, parts: withRest(parts, millibits) }
  }
  const { language } = languages[strongest.id] as (typeof languages)[number]
  const [left, right] = [a.readings[strongest.id] as Reading, b.readings[strongest.id] as Reading]
  const { parts, says } = latticeParts(language, compareReadings(language, left, right))
  return { millibits, language: language.name, says, parts: withRest(parts, millibits) }
}

/** Parts that show as zero are left out of the line; `parts` keeps them. */
const leastTold: Millibits = 50

/** A comparison in one line: what is said of it, then its parts with their bits. */
export const explainName = ({ says, parts }: NameComparison): string => {
  const told = parts.flatMap(({ left, right, how, millibits }) => {
    if (Math.abs(millibits) < leastTold && left === '') return []
    const bits = (millibits / 1000).toFixed(1)
    const named =
      how.includes('=') || left === ''
        ? how
        : `${[left, right].filter((each) => each !== '').join(' / ')} ${how}`
    return `${named} ${millibits >= 0 ? '+' : '−'}${bits.replace('-', '')}`
  })
  return `${says}: ${told.join('; ')}`
}
