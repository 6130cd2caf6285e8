/**
 * Counts of each outcome of a feature among pairs that show any. `by` may hold parts of a case where
 * one person gives several; `seen` then counts the cases themselves.
 */
export type Tally = {
  readonly of: number
  readonly by: ReadonlyMap<string, number>
  readonly seen?: ReadonlyMap<string, number>
}

/** Chance of an outcome with the number of cases that it rests on, and where they are from. */
export type Rate = {
  readonly rate: number
  readonly seen: number
  readonly of: number
  readonly from: string
}

/** A feature needs so many pairs of one party and of two, and an outcome so many cases together. */
export const leastCases = 30

/** And each side of an outcome so many sightings. */
export const leastSeen = 5

/** Jeffreys' prior: half a case of each outcome, so that one never seen is rare and not impossible. */
const half = 0.5

/** Tallies pairs; those of which the feature says nothing are left out. */
export const tally = <P>(
  pairs: readonly P[],
  outcomeOf: (pair: P) => string | undefined,
): Tally => {
  const by = new Map<string, number>()
  let of = 0
  for (const pair of pairs) {
    const outcome = outcomeOf(pair)
    if (outcome === undefined) continue
    of++
    by.set(outcome, (by.get(outcome) ?? 0) + 1)
  }
  return { of, by }
}

/** Smoothed rate of one of so many outcomes in a tally. */
export const rateOf = (
  { of, by, seen = by }: Tally,
  { outcome, outcomes, from }: { outcome: string; outcomes: number; from: string },
): Rate => ({
  rate: ((by.get(outcome) ?? 0) + half) / (of + half * outcomes),
  seen: seen.get(outcome) ?? 0,
  of,
  from,
})

/** What an outcome says, as estimated: log2 of m / u, in bits. */
export type Estimate = { readonly m: Rate; readonly u: Rate; readonly bits: number }

export const toEstimate = (m: Rate, u: Rate): Estimate => ({
  m,
  u,
  bits: Math.log2(m.rate / u.rate),
})

/** Whether the data carry a weight of its own for the outcome. */
export const isCarried = ({ m, u }: Estimate): boolean =>
  m.of >= leastCases &&
  u.of >= leastCases &&
  m.seen + u.seen >= leastCases &&
  m.seen >= leastSeen &&
  u.seen >= leastSeen
