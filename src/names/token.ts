import type { Millibits } from '../model/index.ts'
import { editDistance } from './edit-distance.ts'
import { areKin, type Kin, kinOf } from './kin.ts'
import { remember } from './remember.ts'
import { slipCost, slipRarity, slipSays } from './slip.ts'
import { type Heard, hear, soundCost } from './sound/index.ts'
import { hasFixedSpelling, information, isKnown } from './token-table.ts'
import { type Twins, twinCost, twinsOf } from './twin.ts'
import { nameWeights } from './weights.ts'

/** A token with what comparing it takes, made when it is first looked at: most pairs differ at once. */
export class Token {
  readonly text: string
  readonly information: Millibits
  readonly isKnown: boolean
  readonly hasFixedSpelling: boolean
  #kin: Kin | undefined
  #twins: Twins | undefined
  #heard: Heard | undefined

  constructor(text: string) {
    this.text = text
    this.information = information(text)
    this.isKnown = isKnown(text)
    this.hasFixedSpelling = hasFixedSpelling(text)
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

/** The two tokens, the likelier one to be meant first: the commoner, or else the longer. */
const meantFirst = (a: Token, b: Token): readonly [meant: Token, written: Token] => {
  if (a.information !== b.information) return a.information < b.information ? [a, b] : [b, a]
  if (a.text.length !== b.text.length) return a.text.length > b.text.length ? [a, b] : [b, a]
  return a.text < b.text ? [a, b] : [b, a]
}

/** Two explanations of equal names against each other: −log2(2^−a + 2^−b). */
const either = (a: Millibits, b: Millibits): Millibits => {
  const far = Math.abs(a - b)
  const less = Math.min(a, b)
  return far > 8000 ? less : less - Math.round(1000 * Math.log2(1 + 2 ** (-far / 1000)))
}

const nowhere = Number.POSITIVE_INFINITY

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
  if (a.hasFixedSpelling && b.hasFixedSpelling) return leftByNames(a, b, edits === 1 && near, most)
  const slip = near ? leftBySlip(a, b, least, edits) : 0
  const twin = most < 2 ? nowhere : (twinCost(a.twins, b.twins) ?? nowhere)
  const bound = Math.min(least, least - slip, twin)
  const times = a.hasFixedSpelling || b.hasFixedSpelling ? nameWeights.rival.heardTimes : 1
  const sounds = soundCost(a.heard, b.heard, bound / times)
  const left = least - (sounds === undefined ? bound : times * sounds)
  const little = Math.round(nameWeights.doubtful * least)
  if (left >= little) return left
  if (!near) return 0
  return a.isKnown === b.isKnown ? left : little
}

/**
 * What a slip leaves: most where it turns a name into a word that nobody bears, which is known only of
 * names with one spelling.
 */
const leftBySlip = (a: Token, b: Token, least: Millibits, edits: number): Millibits => {
  const [meant, written] = meantFirst(a, b)
  if (edits > 1 || !meant.hasFixedSpelling || written.isKnown)
    return least - slipCost(a.text, b.text, edits)
  return either(least, slipSays(meant.text, written.text))
}

/**
 * What is left of two names that both have one spelling: that one was written as the other, by a slip,
 * by ear or as a form of it, against the bearers of the other.
 */
const leftByNames = (a: Token, b: Token, near: boolean, most: number): Millibits => {
  const [meant, written] = meantFirst(a, b)
  const [says, other] = [meant.information, written.information]
  const { heard, heardTimes, linked } = nameWeights.rival
  const slip = near ? slipRarity(meant.text, written.text) : nowhere
  const sounds = soundCost(a.heard, b.heard, other)
  const ear = sounds === undefined ? nowhere : heard + heardTimes * sounds
  const twin = most < 2 ? undefined : twinCost(a.twins, b.twins)
  const link = twin === undefined ? 0 : Math.min(says - twin, either(says, other - linked - twin))
  const left = Math.max(link, either(says, other - Math.min(slip, ear)))
  return left < nameWeights.doubtful * says ? 0 : left
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

export { information } from './token-table.ts'
