import { weights } from '../../src/screening/rules/weights.ts'
import type { Predicted } from './calibration.ts'
import type { Entry } from './entry.ts'
import { measuredFeatures } from './features.ts'
import { likePairs } from './other.ts'
import { samePairs } from './same.ts'

type Pair = { readonly left: Entry; readonly right: Entry }

/** Bits of all that the table says of two people beside names and numbers; undefined where it is silent. */
const bitsBeside = ({ left, right }: Pair): number | undefined => {
  const seen = measuredFeatures.flatMap(({ name, outcomeOf }): number[] => {
    const outcome = outcomeOf(left.listed.profile, right.listed.profile)
    const own: Readonly<Record<string, unknown>> = weights[name]
    const weight = outcome === undefined ? undefined : own[outcome]
    return typeof weight === 'number' ? [weight] : []
  })
  return seen.length === 0 ? undefined : seen.reduce((sum, each) => sum + each, 0) / 1000
}

/** What the features beside the name predict for people who are one by number or rare name, and for others of like names. */
export const predictBeside = (people: readonly Entry[]): Predicted[] => {
  const same = samePairs(people).filter(
    ({ proofs }) => proofs.has('number') || proofs.has('rareName'),
  )
  const predict = (pairs: readonly Pair[], isSame: boolean): Predicted[] =>
    pairs.flatMap((pair) => {
      const bits = bitsBeside(pair)
      return bits === undefined ? [] : [{ bits, same: isSame }]
    })
  return [...predict(same, true), ...predict(likePairs(people), false)]
}
