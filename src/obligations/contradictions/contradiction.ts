import type { Said } from '../said.ts'
import { showRange, showTime } from '../words.ts'

/** How two things that are said cannot both be so. */
export type ContradictionKind = 'sum' | 'stock_flow' | 'date' | 'definition' | 'copy' | 'stated'

/** What one side says, by which statements. `says` may be written only when it is read. */
export type Side = { readonly says: string; readonly statements: readonly string[] }

/** Two sides of which both are kept: nothing is averaged, and no side is chosen. */
export type Contradiction = {
  readonly kind: ContradictionKind
  /** Ids of both sides, in code-point order. */
  readonly statements: readonly string[]
  readonly sides: readonly [Side, Side]
  /** What, if it were stated, would resolve it. */
  readonly resolve?: string
}

/** Statements that contradict one another when all of them count, and how those that count do. */
export type Suspects = {
  readonly said: readonly Said[]
  readonly all: readonly Contradiction[]
  readonly find: (said: readonly Said[]) => readonly Contradiction[]
}

/** Those of many groups in which something contradicts; fewer statements never contradict more. */
export const suspect = (
  groups: Iterable<readonly Said[]>,
  find: Suspects['find'],
): readonly Suspects[] => {
  const found: Suspects[] = []
  for (const said of groups) {
    const all = find(said)
    if (all.length > 0) found.push({ said, all, find })
  }
  return found
}

/** What a search for contradictions found, and the statements it compared to find nothing more. */
export type Compared = {
  readonly contradictions: readonly Contradiction[]
  readonly compared: readonly string[]
}

/** Puts the two sides of a contradiction together. */
export const contradict = (
  kind: ContradictionKind,
  sides: readonly [Side, Side],
  resolve?: string,
): Contradiction => ({
  kind,
  statements: [...new Set([...sides[0].statements, ...sides[1].statements])].sort(),
  sides,
  ...(resolve ? { resolve } : {}),
})

/** A side that is told in the words of its statements, when somebody reads it. */
export const side = (statements: readonly string[], tellIt: () => string): Side => ({
  statements,
  get says() {
    return tellIt()
  },
})

/** Ids in code-point order. */
export const idsOf = (said: readonly Said[]): readonly string[] => said.map(({ id }) => id).sort()

/** `headcount (stock) 511, 2020-03-10`: what a statement says, in short. */
export const tell = (said: Said): string => {
  const { prop, kind, cohort, known } = said.statement
  const number = showRange(said.statement) || 'no number'
  const time = showTime(said.statement) || `as known ${known}`
  const of = cohort === undefined ? '' : ` of ${cohort}`
  return `${prop}${kind ? ` (${kind})` : ''}${of} ${number}, ${time}`
}
