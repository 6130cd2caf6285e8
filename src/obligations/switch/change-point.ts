/**
 * Where a series changed its level, exactly: the likelihood of each boundary with both levels
 * integrated out (Raftery and Akman 1986, here with negative-binomial counts of unequal periods).
 */
import { type Count, curveOf, levelCount, logSum } from './levels.ts'
import type { Point } from './series.ts'

/** A change between two days, both included, that holds `mass` of the probability. */
export type ChangeInterval = {
  readonly first: number
  readonly last: number
  readonly mass: number
}

/** A change of level in a series. */
export type ChangePoint = {
  readonly interval: ChangeInterval
  /** Index of the first point of the new level, at the likeliest boundary. */
  readonly at: number
  /** log2 of the likelihood of a change somewhere against none. */
  readonly bits: number
}

const addTo = (sum: Float64Array, curve: Float64Array): Float64Array =>
  sum.map((value, i) => value + (curve[i] as number))

/** Log-likelihood of each boundary 1 … n-1; boundary b has its first new point at b. */
const boundaryLogs = (curves: readonly Float64Array[]): number[] => {
  const whole = curves.reduce(addTo, new Float64Array(levelCount))
  let before = new Float64Array(levelCount)
  return curves.slice(0, -1).map((curve) => {
    before = Float64Array.from(addTo(before, curve))
    const after = whole.map((value, i) => value - (before[i] as number))
    return logSum(before) + logSum(after) - 2 * Math.log(levelCount)
  })
}

/** The change of level of a series of two points or more; `most` is the probability to hold. */
export const findChange = (
  points: readonly Point[],
  counts: readonly Count[],
  most = 0.95,
): ChangePoint | undefined => {
  if (points.length < 2) return undefined
  const curves = counts.map((count) => curveOf([count]))
  const logs = boundaryLogs(curves)
  const all = logSum(logs)
  const none = logSum(curves.reduce(addTo)) - Math.log(levelCount)
  const chances = logs.map((log, i) => ({ at: i + 1, chance: Math.exp(log - all) }))
  const ranked = [...chances].sort((a, b) => b.chance - a.chance || a.at - b.at)
  let mass = 0
  const held = ranked.filter(({ chance }) => {
    const wanted = mass < most
    if (wanted) mass += chance
    return wanted
  })
  const places = held.map(({ at }) => at)
  const [first, last] = [Math.min(...places), Math.max(...places)]
  return {
    at: (ranked[0] as { at: number }).at,
    bits: (all - Math.log(logs.length) - none) / Math.LN2,
    interval: {
      first: (points[first - 1] as Point).to + 1,
      last: (points[last] as Point).to,
      mass: Math.min(1, mass),
    },
  }
}
