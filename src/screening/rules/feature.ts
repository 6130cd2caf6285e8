import type { NewStatement, Outcome } from '../../model/index.ts'
import type { Fact } from '../fact.ts'
import type { Profile } from '../profile.ts'

/** Evidence before its facts have ids: statements are named only where evidence is kept. */
export type Observed = {
  readonly feature: string
  readonly outcome: Outcome
  readonly left?: string
  readonly right?: string
  readonly millibits: number
  readonly group: string
  readonly innocent?: string
  readonly how?: string
  readonly rests: readonly NewStatement[]
}

/** Compares one thing that two parties state of themselves: `subject` is asked about, `listed` is designated. */
export type Feature = (subject: Profile, listed: Profile) => Observed | undefined

/** What a fact shows to a reader: the file's own text where the value was normalised. */
const shown = (fact: Fact): string => fact.said.original ?? fact.value

/** Evidence of two facts that were compared. */
export const observed = (
  feature: string,
  group: string,
  outcome: Outcome,
  millibits: number,
  pair: {
    readonly left?: Fact | undefined
    readonly right?: Fact | undefined
    readonly innocent?: string
  },
): Observed => ({
  feature,
  outcome,
  ...(pair.left ? { left: shown(pair.left) } : {}),
  ...(pair.right ? { right: shown(pair.right) } : {}),
  millibits,
  group,
  ...(pair.innocent ? { innocent: pair.innocent } : {}),
  rests: [pair.left, pair.right].flatMap((fact) => (fact ? [fact.said] : [])),
})

/** The subject states a value and the list does not: nothing is known, and that is shown. */
export const unknown = (
  feature: string,
  group: string,
  left: Fact | undefined,
): Observed | undefined => left && observed(feature, group, 'unknown', 0, { left })

/** The heaviest of all pairs of two lists of facts; the first of equals. */
export const best = <T extends { readonly millibits: number }>(
  lefts: readonly Fact[],
  rights: readonly Fact[],
  compare: (left: Fact, right: Fact) => T,
): T | undefined => {
  let heaviest: T | undefined
  for (const left of lefts)
    for (const right of rights) {
      const compared = compare(left, right)
      if (!heaviest || compared.millibits > heaviest.millibits) heaviest = compared
    }
  return heaviest
}
