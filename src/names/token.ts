import table from '../../data/token-frequency.json' with { type: 'json' }
import type { Millibits } from '../model/index.ts'
import { editDistance } from './edit-distance.ts'
import { areKin, type Kin, kinOf } from './kin.ts'
import { lightWords } from './person/index.ts'
import { remember } from './remember.ts'
import { slipCost } from './slip.ts'
import { type Heard, hear, soundCost } from './sound/index.ts'
import { type Twins, twinCost, twinsOf } from './twin.ts'
import { nameWeights } from './weights.ts'

const bits = (share: number): Millibits => Math.round(-1000 * Math.log2(share))

const shares = (counted: Readonly<Record<string, number>>, names: number): [string, number][] =>
  Object.entries(counted).map(([token, count]) => [token, count / names])

/**
 * Populations of names, each as the share of its names that hold a token. Two names that share a token
 * may both come from the population where it is commonest, so the least of them counts.
 */
const populations: readonly (readonly (readonly [token: string, share: number])[])[] = [
  shares(table.tokens, table.names),
  shares(table.korean.tokens, table.korean.names),
  Object.entries(table.korean.families),
  shares(table.companies.tokens, table.companies.names),
]

const unlisted = ({ length }: string): Millibits =>
  nameWeights.unlisted[Math.min(length, nameWeights.unlisted.length - 1)] as Millibits

const known = new Map<string, Millibits>(lightWords)
for (const population of populations)
  for (const [token, share] of population)
    known.set(token, Math.min(known.get(token) ?? Number.POSITIVE_INFINITY, bits(share)))
for (const { quarters } of table.people.populations)
  for (const [quarter, tokens] of Object.entries(quarters))
    for (const token of tokens.split(' '))
      known.set(token, Math.min(known.get(token) ?? unlisted(token), 250 * Number(quarter)))

/**
 * What a shared token says: −log2 of its share among names, in millibits, the least over the
 * populations of `data/token-frequency.json`. A token below their cuts has the value of its length.
 */
export const information = (token: string): Millibits => known.get(token) ?? unlisted(token)

/** A token with what comparing it takes, made when it is first looked at: most pairs differ at once. */
export class Token {
  readonly text: string
  readonly information: Millibits
  #kin: Kin | undefined
  #twins: Twins | undefined
  #heard: Heard | undefined

  constructor(text: string) {
    this.text = text
    this.information = information(text)
  }

  get isKnown(): boolean {
    return known.has(this.text)
  }

  get twins(): Twins {
    this.#twins ??= twinsOf(this.text)
    return this.#twins
  }

  get kin(): Kin {
    this.#kin ??= kinOf(this.text, this.twins)
    return this.#kin
  }

  get heard(): Heard {
    this.#heard ??= hear(this.text)
    return this.#heard
  }
}

const mostRemembered = 100_000
const remembered = new Map<string, Token>()

/** Reads a folded token once for all comparisons. */
export const readToken = (text: string): Token =>
  remembered.get(text) ?? remember(remembered, text, () => new Token(text), mostRemembered)

/** Edits up to which two tokens count as spellings of one, by the length of the shorter. */
export const allowedEdits = (length: number): number => {
  if (length < nameWeights.oneEditFrom) return 0
  return length < nameWeights.twoEditsFrom ? 1 : 2
}

/**
 * What is left of the information of two different tokens after the cheapest way in which they are one.
 * Where little is left they are rather two names, to be priced as such; but a slip of a name that turns
 * it into a word which nobody bears always leaves a little.
 */
const leftBy = (a: Token, b: Token, least: Millibits, most: number): Millibits => {
  const limit = Math.min(allowedEdits(Math.min(a.text.length, b.text.length)), most)
  const edits = limit > 0 ? editDistance(a.text, b.text, limit) : limit + 1
  const near = edits <= limit
  // Tokens written as one meet by their letters alone, where the index looks for them.
  if (!near && (most < 2 || !areKin(a.kin, b.kin))) return 0
  const slip = near ? slipCost(a.text, b.text, edits) : Number.POSITIVE_INFINITY
  const twin = most < 2 ? undefined : twinCost(a.twins, b.twins)
  const bound = Math.min(least, slip, twin ?? Number.POSITIVE_INFINITY)
  const left = least - (soundCost(a.heard, b.heard, bound) ?? bound)
  const little = Math.round(nameWeights.doubtful * least)
  if (left >= little) return left
  if (!near) return 0
  return a.isKnown === b.isKnown ? left : little
}

/**
 * Weight of taking two tokens as one and the same, in millibits: the information of the commoner less
 * the cheapest cost of their difference, as slips of a hand, as one name heard alike, or as linked
 * given names; 0 where they are not alike enough to be paired. Symmetric. Tokens further apart than
 * the allowed edits have weight only where they share a key of `kinKeys`; `mostEdits` below 2 narrows
 * the edits and leaves kin aside.
 */
export const tokenWeight = (a: string, b: string, mostEdits = 2): Millibits =>
  weighTokens(readToken(a), readToken(b), mostEdits)

/** The same of tokens that were read. */
export const weighTokens = (a: Token, b: Token, mostEdits = 2): Millibits => {
  if (a.text === b.text) return a.information
  if (a.text.length === 1 || b.text.length === 1)
    return a.text[0] === b.text[0] ? nameWeights.initial : 0
  return leftBy(a, b, Math.min(a.information, b.information), mostEdits)
}
