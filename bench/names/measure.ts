import type { Labelled } from './pairs.ts'

/** What a system of scores does on a row. */
export type Measured = {
  /** Share of positives above the threshold at each rate of {@link falseRates}. */
  readonly recall: readonly number[]
  /** True among all above the threshold of the last rate. */
  readonly precision: number
  /** Chance that a positive scores above a negative, ties half. */
  readonly auc: number
}

/** False-positive rates at which recall is told. */
export const falseRates: readonly number[] = [1e-2, 1e-3, 1e-4]

const countAbove = (descending: Float64Array, threshold: number): number => {
  let [low, high] = [0, descending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((descending[middle] as number) > threshold) low = middle + 1
    else high = middle
  }
  return low
}

const scoresOf = (pairs: readonly Labelled[], scores: Float64Array, same: boolean): Float64Array =>
  Float64Array.from(scores.filter((_, i) => pairs[i]?.same === same))
    .sort()
    .reverse()

/**
 * Recall at false-positive rates: the threshold is the highest score that no more than that share of
 * negatives exceeds, and a positive must exceed it too, so that ties count against.
 */
export const measure = (pairs: readonly Labelled[], scores: Float64Array): Measured => {
  const positives = scoresOf(pairs, scores, true)
  const negatives = scoresOf(pairs, scores, false)
  const thresholds = falseRates.map(
    (rate) => negatives[Math.floor(rate * negatives.length)] ?? Number.NEGATIVE_INFINITY,
  )
  const strictest = thresholds.at(-1) as number
  const [found, wrong] = [countAbove(positives, strictest), countAbove(negatives, strictest)]
  let wins = 0
  for (const score of positives) {
    const above = countAbove(negatives, score)
    const notBelow = countAbove(negatives, score - 1e-9)
    wins += negatives.length - notBelow + (notBelow - above) / 2
  }
  return {
    recall: thresholds.map((threshold) => countAbove(positives, threshold) / positives.length),
    precision: found + wrong === 0 ? 0 : found / (found + wrong),
    auc: wins / (positives.length * negatives.length),
  }
}
