/**
 * Likelihoods of negative-binomial counts over a grid of levels (Lawless 1987): a count over `years`
 * at a level of λ a year has mean m = λ·years and variance m + dispersion·m². All are natural
 * logarithms; terms that no level changes are left out, since only ratios are used.
 */
import { switchRules } from './rules.ts'
import { countOf, exposureOf, type Panel, type Point } from './series.ts'

/** Distance of two levels of the grid, as a log ratio. */
export const step = 0.08
const lowest = Math.log(0.3)
/** Levels of the grid: from 0.3 to more than half a million a year, log-spaced. */
export const levelCount = 184

/** Log of the level at a place of the grid. */
export const levelAt = (index: number): number => lowest + index * step

const levels = Float64Array.from({ length: levelCount }, (_, i) => Math.exp(levelAt(i)))

/** A count with its years and its own dispersion. */
export type Count = { readonly count: number; readonly years: number; readonly dispersion: number }

const counted = new WeakMap<Point, Count & { readonly own: number }>()

/**
 * A point as a count; what is only known as an interval is known with that much less sharpness. The
 * same point and dispersion give the same object.
 */
export const toCount = (point: Point, kind: Panel['kind'], dispersion: number): Count => {
  const asked = counted.get(point)
  if (asked?.own === dispersion) return asked
  const count = countOf(point)
  const spread = count > 0 ? (point.hi - point.lo) / (2 * count) : 0
  const made = {
    count,
    years: exposureOf(point, kind),
    dispersion: dispersion + (spread * spread) / 3,
    own: dispersion,
  }
  counted.set(point, made)
  return made
}

/** Log-likelihood of one count at a level a year. */
const logLikelihood = ({ count, years, dispersion }: Count, level: number): number => {
  const mean = level * years
  const grown = Math.log1p(dispersion * mean)
  return count * (Math.log(mean) - grown) - grown / dispersion
}

/** Stirling's series for the logarithm of the gamma function, shifted to where it is exact enough. */
const logGamma = (x: number): number => {
  if (x < 9) return logGamma(x + 1) - Math.log(x)
  const [inverse, square] = [1 / x, 1 / (x * x)]
  const series = inverse * (1 / 12 - square * (1 / 360 - square / 1260))
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series
}

/** What `logLikelihood` leaves out; needed where counts are merged. */
export const logConstant = ({ count, dispersion }: Count): number => {
  const shape = 1 / dispersion
  const ways = logGamma(count + shape) - logGamma(shape) - logGamma(count + 1)
  return ways + count * Math.log(dispersion)
}

/** Curves of counts that were asked for: each count is met in many windows. */
const known = new WeakMap<Count, Float64Array>()

const curveOfOne = (count: Count): Float64Array => {
  const asked = known.get(count)
  if (asked) return asked
  const curve = levels.map((level) => logLikelihood(count, level))
  known.set(count, curve)
  return curve
}

/** Log-likelihood of counts at each level of the grid. */
export const curveOf = (counts: readonly Count[]): Float64Array => {
  const sum = new Float64Array(levelCount)
  for (const count of counts) {
    const curve = curveOfOne(count)
    for (let i = 0; i < levelCount; i++) sum[i] = (sum[i] as number) + (curve[i] as number)
  }
  return sum
}

/** Log of the sum of exponentials. */
export const logSum = (logs: ArrayLike<number>): number => {
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < logs.length; i++) most = Math.max(most, logs[i] as number)
  if (most === Number.NEGATIVE_INFINITY) return most
  let sum = 0
  for (let i = 0; i < logs.length; i++) sum += Math.exp((logs[i] as number) - most)
  return most + Math.log(sum)
}

/** Log of the likelihood of counts with one unknown level, every log level alike before. */
export const logMarginal = (counts: readonly Count[]): number =>
  logSum(curveOf(counts)) - Math.log(levelCount)

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] as number
  return sorted.length % 2 ? upper : ((sorted[middle - 1] as number) + upper) / 2
}

/** Median of the square of a standard normal variable. */
const medianOfSquare = 0.455

/**
 * How much counts of a panel spread beyond Poisson, from the squared log ratios of neighbours: their
 * median, so that changes of level do not pass for noise, beside the expected value of the rules.
 */
export const dispersionOf = (series: Iterable<readonly Point[]>, kind: Panel['kind']): number => {
  const rules = switchRules.dispersion
  const excess = [...series].flatMap((points) =>
    points.slice(1).flatMap((point, i) => {
      const [a, b] = [points[i] as Point, point]
      const [m, n] = [countOf(a), countOf(b)]
      if (m < 5 || n < 5) return []
      const ratio = Math.log(n / exposureOf(b, kind)) - Math.log(m / exposureOf(a, kind))
      return [Math.max(0, ratio * ratio - medianOfSquare * (1 / m + 1 / n))]
    }),
  )
  const expected = rules[kind]
  if (excess.length === 0) return expected
  const seen = Math.min(rules.most, median(excess) / (2 * medianOfSquare))
  const mean = (excess.length * seen + rules.weight * expected) / (excess.length + rules.weight)
  return Math.max(rules.least, mean)
}
