import {
  compareReadNames,
  explainName,
  isWhole,
  type NameComparison,
  nameWeight,
} from '../../names/index.ts'
import type { Profile, StatedName } from '../profile.ts'
import { type Observed, observed } from './feature.ts'
import { weights } from './weights.ts'

/** Two names and the weight of their agreement, with what the kind of the listed name takes from it. */
export type NamePair = {
  readonly left: StatedName
  readonly right: StatedName
  readonly millibits: number
}

/** What the kind of a listed name says of a match by it. */
const kindWeight = (name: StatedName): number =>
  name.kind === 'weakAlias' ? weights.aliasKind.weakAlias : 0

export const totalOf = (pair: NamePair): number => pair.millibits + kindWeight(pair.right)

/** The heaviest pair of names, comparing each with each: the rule that the index must not miss. */
export const bestNamePair = (subject: Profile, listed: Profile): NamePair | undefined => {
  let heaviest: NamePair | undefined
  for (const left of subject.names)
    for (const right of listed.names) {
      const pair = { left, right, millibits: nameWeight(left.name, right.name) }
      if (!heaviest || totalOf(pair) > totalOf(heaviest)) heaviest = pair
    }
  return heaviest
}

/** Evidence of a pair of names: the spelling, and apart from it the kind of alias. */
export const nameEvidence = ({ left, right, millibits }: NamePair): Observed[] => {
  const compared = compareReadNames(left.name, right.name)
  const outcome = millibits > 0 ? likeness(left, right, compared) : 'differ'
  const spelling = {
    ...observed('name', 'name', outcome, millibits, {
      left,
      right,
      innocent: 'Different people share a name.',
    }),
    how: explainName(compared),
    // The file may print several names in one place; the one that was compared is shown.
    left: left.value,
    right: right.value,
  }
  const kind = kindWeight(right)
  if (kind === 0) return [spelling]
  return [
    spelling,
    { ...observed('aliasKind', 'name', 'partly', kind, { right }), right: right.kind },
  ]
}

/** Names agree where they are one name, as far as spelling and the languages they were read in can tell. */
const likeness = (
  { name: left }: StatedName,
  { name: right }: StatedName,
  { says, language }: NameComparison,
): 'agree' | 'partly' => {
  if (isWhole(left.tokens, right.tokens)) return 'agree'
  return language !== undefined && says.startsWith('same') ? 'agree' : 'partly'
}
