import type { Evidence, Millibits } from '../model/index.ts'
import {
  compareReadNames,
  explainName,
  type NameComparison,
  nameWeight,
  readName,
} from '../names/index.ts'

/** Two names compared by themselves: even odds before looking: the prior is 0. */
export type Compared = {
  readonly prior: Millibits
  readonly evidence: readonly Evidence[]
  readonly total: Millibits
  /** How the names agree, part by part. */
  readonly names: NameComparison
}

/** Compares two names as screening does. A name without any letter or digit agrees with nothing. */
export const compareNames = (a: string, b: string): Compared => {
  const [left, right] = [readName(a), readName(b)]
  if (left.tokens.length === 0 || right.tokens.length === 0)
    return {
      prior: 0,
      evidence: [],
      total: 0,
      names: { millibits: 0, says: 'nothing to compare', parts: [] },
    }
  const names = compareReadNames(left, right)
  const evidence: Evidence = {
    feature: 'name',
    outcome: outcomeOf(names),
    left: a,
    right: b,
    millibits: names.millibits,
    group: 'name',
    facts: [],
    innocent: 'Different people share a name.',
    how: explainName(names),
  }
  return { prior: 0, evidence: [evidence], total: names.millibits, names }
}

/** The total of `compareNames` alone, for many pairs. */
export const weighNames = (a: string, b: string): Millibits => {
  const [left, right] = [readName(a), readName(b)]
  return left.tokens.length === 0 || right.tokens.length === 0 ? 0 : nameWeight(left, right)
}

const outcomeOf = ({ millibits, says }: NameComparison): Evidence['outcome'] => {
  if (millibits <= 0) return 'differ'
  return says.startsWith('same') ? 'agree' : 'partly'
}
