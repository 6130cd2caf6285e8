import type { Said } from '../said.ts'

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

/** `30,023`, `3,000 to 4,500`, `at least 30,000`, `up to 50,000`. */
const showNumbers = ({ statement: { lo, hi } }: Said): string => {
  if (lo === undefined) return hi === undefined ? 'no number' : `up to ${show(hi)}`
  if (hi === undefined) return `at least ${show(lo)}`
  return lo === hi ? show(lo) : `${show(lo)} to ${show(hi)}`
}

/** A count with its thousands set apart. */
export const show = (count: number): string =>
  String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',')

/** `2018-12-31`, `2019-01-01 to 2019-12-31`. */
const showTime = ({ statement: { validFrom, validTo, known } }: Said): string => {
  if (validFrom === validTo) return validFrom ?? `as known ${known}`
  if (validFrom === undefined) return `until ${validTo}`
  return validTo === undefined ? `since ${validFrom}` : `${validFrom} to ${validTo}`
}

/** `headcount (stock) 511, 2020-03-10`: what a statement says, in short. */
export const tell = (said: Said): string => {
  const { prop, kind, cohort } = said.statement
  const of = cohort === undefined ? '' : ` of ${cohort}`
  return `${prop}${kind ? ` (${kind})` : ''}${of} ${showNumbers(said)}, ${showTime(said)}`
}
