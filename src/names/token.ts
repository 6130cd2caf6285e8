import table from '../../data/token-frequency.json' with { type: 'json' }
import type { Millibits } from '../model/index.ts'
import { editDistance } from './edit-distance.ts'
import { nameWeights } from './weights.ts'

const bits = (share: number): Millibits => Math.round(-1000 * Math.log2(share))

const shares = (counted: Readonly<Record<string, number>>, names: number): [string, number][] =>
  Object.entries(counted).map(([token, count]) => [token, count / names])

/**
 * A population of names: the share of its names that hold a token, and what belonging to it says, in
 * millibits a token. Two names that share one Korean syllable mostly share the language, so that the
 * next shared one says less; two companies share legal forms.
 */
const populations: readonly {
  readonly share: readonly (readonly [token: string, share: number])[]
  readonly belonging: Millibits
}[] = [
  { share: shares(table.tokens, table.names), belonging: 0 },
  {
    share: [
      ...shares(table.korean.tokens, table.korean.names),
      ...Object.entries(table.korean.families),
    ],
    belonging: nameWeights.language,
  },
  { share: shares(table.companies.tokens, table.companies.names), belonging: 0 },
]

const known = new Map<string, Millibits>()
for (const { share, belonging } of populations)
  for (const [token, part] of share) {
    const least = known.get(token) ?? Number.POSITIVE_INFINITY
    known.set(token, Math.min(least, bits(part) + belonging))
  }

/**
 * What a shared token says: −log2 of its share among names, in millibits, the least over the
 * populations of `data/token-frequency.json`. A token below their cuts has the value of its length.
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
 * to be paired. Symmetric. `mostEdits` narrows the allowed edits.
 */
export const tokenWeight = (a: string, b: string, mostEdits = 2): Millibits => {
  if (a === b) return information(a)
  const shorter = Math.min(a.length, b.length)
  if (shorter === 1) return a[0] === b[0] ? nameWeights.initial : 0
  const limit = Math.min(allowedEdits(shorter), mostEdits)
  if (limit === 0) return 0
  const edits = editDistance(a, b, limit)
  if (edits > limit) return 0
  const cost = nameWeights.edits[edits] as Millibits
  const first = a.charCodeAt(0) === b.charCodeAt(0) ? 0 : nameWeights.otherFirstLetter
  return Math.max(0, Math.min(information(a), information(b)) - cost - first)
}
