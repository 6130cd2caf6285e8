import table from '../../data/token-frequency.json' with { type: 'json' }
import type { Millibits } from '../model/index.ts'
import { editDistance } from './edit-distance.ts'
import { nameWeights } from './weights.ts'

const known: ReadonlyMap<string, Millibits> = new Map(
  Object.entries(table.tokens).map(([token, count]) => [
    token,
    Math.round(-1000 * Math.log2(count / table.names)),
  ]),
)

/**
 * What a shared token says: −log2 of its share among the names of `data/token-frequency.json`,
 * in millibits. A token below the table's cut has the value of its length class.
 */
export const information = (token: string): Millibits =>
  known.get(token) ??
  (nameWeights.unlisted[Math.min(token.length, nameWeights.unlisted.length - 1)] as Millibits)

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
