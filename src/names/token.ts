import table from '../../data/token-frequency.json' with { type: 'json' }
import type { Millibits } from '../model/index.ts'
import { editDistance } from './edit-distance.ts'
import { nameWeights } from './weights.ts'

const bits = (share: number): Millibits => Math.round(-1000 * Math.log2(share))

/** Among the names of official lists, by token. */
const listed: ReadonlyMap<string, Millibits> = new Map(
  Object.entries(table.tokens).map(([token, count]) => [token, bits(count / table.names)]),
)

/**
 * Among Korean names, by token. Two names that share one Korean syllable mostly share the language, so
 * the next shared one says less; what the language itself says is spread over the tokens.
 */
const korean: ReadonlyMap<string, Millibits> = new Map(
  [
    ...Object.entries(table.korean.tokens).map(
      ([token, count]) => [token, count / table.korean.names] as const,
    ),
    ...Object.entries(table.korean.families),
  ]
    .sort(([, a], [, b]) => a - b)
    .map(([token, share]) => [token, bits(share) + nameWeights.language]),
)

/**
 * What a shared token says: −log2 of its share among names, in millibits, the least over the
 * populations of `data/token-frequency.json`. A token below their cuts has the value of its length.
 */
export const information = (token: string): Millibits =>
  Math.min(
    listed.get(token) ??
      (nameWeights.unlisted[Math.min(token.length, nameWeights.unlisted.length - 1)] as Millibits),
    korean.get(token) ?? Number.POSITIVE_INFINITY,
  )

/** Edits up to which two tokens count as spellings of one, by the length of the shorter. */
export const allowedEdits = (length: number): number => {
  if (length < nameWeights.oneEditFrom) return 0
  return length < nameWeights.twoEditsFrom ? 1 : 2
}

/**
 * Weight of taking two tokens as one and the same, in millibits; 0 where they are not alike enough
 * to be paired. Symmetric.
 */
export const tokenWeight = (a: string, b: string): Millibits => {
  if (a === b) return information(a)
  const shorter = Math.min(a.length, b.length)
  if (shorter === 1) return a[0] === b[0] ? nameWeights.initial : 0
  const limit = allowedEdits(shorter)
  if (limit === 0) return 0
  const edits = editDistance(a, b, limit)
  if (edits > limit) return 0
  const cost = nameWeights.edits[edits] as Millibits
  const first = a.charCodeAt(0) === b.charCodeAt(0) ? 0 : nameWeights.otherFirstLetter
  return Math.max(0, Math.min(information(a), information(b)) - cost - first)
}
