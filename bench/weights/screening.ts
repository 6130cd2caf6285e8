import type { Entry } from './entry.ts'
import {
  type Estimate,
  leastCases,
  leastSeen,
  type Rate,
  rateOf,
  type Tally,
  tally,
  toEstimate,
} from './estimate.ts'
import { type Measured, measuredFeatures } from './features.ts'
import { isDisagreement } from './kept.ts'
import { likePairs, type OtherPair, randomPairs } from './other.ts'
import { type SamePair, samePairs } from './same.ts'
import { severalValues } from './several.ts'

/** Pairs of people drawn at random, for what like names show too seldom. */
const wantedRandom = 1_000_000

/** Estimates of each outcome of a feature. */
export type FeatureEstimates = {
  readonly feature: Measured
  readonly byOutcome: ReadonlyMap<string, Estimate>
}

type Pair = { readonly left: Entry; readonly right: Entry }

const outcomeIn =
  ({ outcomeOf }: Measured) =>
  ({ left, right }: Pair): string | undefined =>
    outcomeOf(left.listed.profile, right.listed.profile)

/** Pairs whose proof does not rest on the feature. */
const pairsFor = (pairs: readonly SamePair[], { proofs }: Measured): SamePair[] =>
  pairs.filter((pair) => proofs.some((proof) => pair.proofs.has(proof)))

/** The dearest of rates that rest on cases: who differs most is nearest to a subject who is no list. */
const boldest = (rates: readonly [Rate, ...Rate[]]): Rate => {
  const [first, ...rest] = rates
  return rest
    .filter(({ seen, of }) => seen >= leastSeen && of >= leastCases)
    .reduce((best, each) => (each.rate > best.rate ? each : best), first)
}

const estimateFeature = (
  feature: Measured,
  same: { readonly all: Tally; readonly apart: Tally; readonly several: Tally },
  other: { readonly like: Tally; readonly random: Tally },
): FeatureEstimates => {
  const outcomes = feature.outcomes.length
  const byOutcome = feature.outcomes.map((outcome): [string, Estimate] => {
    const rate = (tallied: Tally, from: string): Rate =>
      rateOf(tallied, { outcome, outcomes, from })
    const lists = rate(same.all, 'two lists')
    const m = isDisagreement(outcome)
      ? boldest([
          lists,
          rate(same.apart, 'two lists that are no copies'),
          rate(same.several, 'several values'),
        ])
      : lists
    const like = rate(other.like, 'like names')
    const u = like.seen >= leastSeen ? like : rate(other.random, 'any names')
    return [outcome, toEstimate(m, u)]
  })
  return { feature, byOutcome: new Map(byOutcome) }
}

/** m and u of all features beside the name, from people of one half. */
export const estimateScreening = (people: readonly Entry[]): FeatureEstimates[] => {
  const pairs = samePairs(people)
  const onUn = new Set(people.filter(({ body }) => body === 'un').map(({ group }) => group))
  const isCopied = ({ left, right }: Pair): boolean => onUn.has(left.group) || onUn.has(right.group)
  const like: OtherPair[] = likePairs(people)
  const random = randomPairs(people, wantedRandom)
  return measuredFeatures.map((feature) => {
    const mine = pairsFor(pairs, feature)
    const outcomeOf = outcomeIn(feature)
    const same = {
      all: tally(mine, outcomeOf),
      apart: tally(
        mine.filter((pair) => !isCopied(pair)),
        outcomeOf,
      ),
      several: severalValues(people, feature),
    }
    const others = { like: tally(like, outcomeOf), random: tally(random, outcomeOf) }
    return estimateFeature(feature, same, others)
  })
}
