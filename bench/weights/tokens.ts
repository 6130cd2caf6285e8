import { editDistance } from '../../src/names/edit-distance.ts'
import { compareTokens, scriptOf } from '../../src/names/index.ts'
import type { Entry } from './entry.ts'
import { type Tally, tally } from './estimate.ts'

/** What a token of a name has for partner in the other name. */
export type TokenOutcome =
  | 'same'
  | 'oneEdit'
  | 'twoEdits'
  | 'otherSpelling'
  | 'joined'
  | 'contradiction'
  | 'omission'

/** The name that a list puts first, in Latin letters. */
const firstName = ({ listed }: Entry): readonly string[] | undefined =>
  listed.profile.names.find(({ kind, value }) => kind === 'name' && scriptOf(value) === 'Latn')
    ?.name.tokens

const outcomeOf = (
  left: readonly string[],
  right: readonly string[],
  weight: number,
): TokenOutcome => {
  if (left.length === 0 || right.length === 0) return 'omission'
  if (weight <= 0) return 'contradiction'
  if (left.length !== right.length) return 'joined'
  const [a, b] = [left.join(' '), right.join(' ')]
  if (a === b) return 'same'
  const edits = editDistance(a, b, 2)
  if (edits > 2) return 'otherSpelling'
  return edits === 1 ? 'oneEdit' : 'twoEdits'
}

type Pair = { readonly left: Entry; readonly right: Entry }

const outcomesOf = ({ left, right }: Pair): TokenOutcome[] => {
  const [a, b] = [firstName(left), firstName(right)]
  if (!a || !b) return []
  return compareTokens(a, b).pairs.map((pair) => outcomeOf(pair.left, pair.right, pair.millibits))
}

/** Outcomes of single tokens, and of whole pairs of names: the worst that happens in them. */
export type TokenTallies = { readonly tokens: Tally; readonly names: Tally }

const worst = (outcomes: readonly TokenOutcome[]): string | undefined => {
  if (outcomes.length === 0) return undefined
  if (outcomes.includes('contradiction'))
    return outcomes.filter((each) => each === 'contradiction').length > 1
      ? 'contradictions'
      : 'contradiction'
  if (outcomes.includes('omission')) return 'omission'
  return outcomes.every((each) => each === 'same') ? 'same' : 'spelling'
}

/** Tallies the first Latin names of pairs of people, token by token. */
export const tallyTokens = (pairs: readonly Pair[]): TokenTallies => {
  const all = pairs.map(outcomesOf)
  return {
    tokens: tally(all.flat(), (outcome) => outcome),
    names: tally(all, worst),
  }
}
