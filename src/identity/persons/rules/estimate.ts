import { type Dependence, independent, type LevelCounts, learnDependence } from './dependence.ts'
import { type Level, priorPairs, weighed } from './levels.ts'

/**
 * Learns how the fields of records of one person compare (Fellegi and Sunter 1969; EM after Winkler 1988)
 * from the combinations of levels that pairs show, each with its count. Unlike the usual recipe the
 * chance that two random rows are of one person is learned over all pairs there are, of which those that
 * no key brought together count as different; what the found pairs contribute to agreements by chance is
 * taken off, because in a file full of copies most that agree are of one person; and fields that go
 * together among different persons are weighed together.
 */
export type Learning = {
  readonly fields: readonly Expectation[]
  /** Pairs that were compared. */
  readonly compared: LevelCounts
  /** Pairs drawn at random. */
  readonly drawn: LevelCounts
  /** All pairs of rows there are. */
  readonly pairs: number
  readonly rows: number
}

/** What is known of a field before learning. */
export type Expectation = {
  readonly match: readonly number[]
  readonly other: readonly number[]
  /** Share of each level from `differ` on among random pairs that both state the field. */
  readonly random: Float64Array
  /** Share of random pairs that both state it. */
  readonly stated: number
}

export type Model = {
  /** Chance that two random rows are of one person. */
  readonly prior: number
  /** Field after field, 8 each by level: shares among pairs of one person, and of two. */
  readonly match: Float64Array
  readonly other: Float64Array
  readonly dependence: Dependence
}

const mostRounds = 200
const settled = 1e-4
/** Least share of the pairs that agree by level which is left to chance. */
const leastChance = 0.02

/** Learns twice: which fields depend on each other shows once the pairs of one person are known. */
export const estimate = (learning: Learning): Model => {
  const width = learning.fields.length
  const first = learn(learning, independent(width))
  const { levels } = learning.compared
  const drawn = learning.drawn.counts.reduce((sum, count) => sum + count, 0)
  const share = drawn / Math.max(1, learning.pairs)
  const counts = first.expected.map((count) => count * share)
  return learn(learning, learnDependence(width, learning.drawn, { levels, counts })).model
}

type Learnt = {
  readonly model: Model
  /** Of each combination of levels, the pairs that are expected to be of one person. */
  readonly expected: Float64Array
}

const learn = (learning: Learning, dependence: Dependence): Learnt => {
  const { fields, compared, pairs, rows } = learning
  const width = fields.length
  let match = new Float64Array(8 * width)
  for (const [at, field] of fields.entries())
    for (const each of weighed) match[8 * at + each] = field.match[each - 1] as number
  const other = new Float64Array(8 * width)
  setChances(other, new Float64Array(8 * width), learning)
  const expected = new Float64Array(compared.counts.length)
  let prior = Math.min(0.5, 0.5 / Math.max(1, rows))
  for (let round = 0; round < mostRounds; round++) {
    expect(expected, compared, { prior, match, other, dependence })
    const sums = sumLevels(expected, compared, width)
    const found = expected.reduce((sum, count) => sum + count, 0)
    const next = matchShares(sums, fields)
    const nextPrior = (found + 0.5) / (pairs + 10)
    const moved = next.reduce(
      (most, each, cell) => Math.max(most, Math.abs(each - (match[cell] as number))),
      Math.abs(nextPrior / prior - 1) / 10,
    )
    setChances(other, sums, learning)
    match = next
    prior = nextPrior
    if (moved < settled) break
  }
  return { model: { prior, match, other, dependence }, expected }
}

/** How many pairs of each combination of levels are of one person, by the model so far. */
const expect = (
  expected: Float64Array,
  { levels, counts }: LevelCounts,
  { prior, match, other, dependence }: Model,
): void => {
  const width = match.length / 8
  const weights = match.map((share, cell) => logRatio(share, other[cell] as number))
  const links = dependence.lifts.map((lift) => -Math.log2(lift))
  const base = Math.log2(prior / (1 - prior))
  for (let pattern = 0; pattern < counts.length; pattern++) {
    let weight = base
    const start = pattern * width
    for (let at = 0; at < width; at++) {
      const each = levels[start + at] as number
      const parent = dependence.parents[at] as number
      weight += weights[8 * at + each] as number
      if (parent >= 0)
        weight += links[64 * at + 8 * (levels[start + parent] as number) + each] as number
    }
    expected[pattern] = (counts[pattern] as number) / (1 + 2 ** -weight)
  }
}

/** log2 of a ratio of shares; 0 for a level that a field cannot have. */
export const logRatio = (match: number, other: number): number =>
  match > 0 && other > 0 ? Math.log2(match / other) : 0

const sumLevels = (
  expected: Float64Array,
  { levels }: LevelCounts,
  width: number,
): Float64Array => {
  const sums = new Float64Array(8 * width)
  for (let pattern = 0; pattern < expected.length; pattern++)
    for (let at = 0; at < width; at++) {
      const cell = 8 * at + (levels[pattern * width + at] as number)
      sums[cell] = (sums[cell] as number) + (expected[pattern] as number)
    }
  return sums
}

/** Shares of the levels among the pairs of one person, drawn towards what was expected. */
const matchShares = (
  sums: Float64Array,
  fields: readonly Expectation[],
): Float64Array<ArrayBuffer> => {
  const shares = new Float64Array(sums.length)
  for (const [at, field] of fields.entries()) {
    const total = weighed.reduce<number>((sum, each) => sum + (sums[8 * at + each] as number), 0)
    for (const each of weighed)
      shares[8 * at + each] =
        ((sums[8 * at + each] as number) + priorPairs * (field.match[each - 1] as number)) /
        (total + priorPairs)
  }
  return shares
}

/** Shares of the levels among pairs of two persons: those of random pairs without the found ones. */
const setChances = (
  other: Float64Array,
  found: Float64Array,
  { fields, pairs }: Learning,
): void => {
  for (const [at, field] of fields.entries()) {
    const stated = pairs * field.stated
    const left = (each: Level): number => {
      const random = stated * (field.random[each] as number)
      return Math.max(random * leastChance, random - (found[8 * at + each] as number))
    }
    const total = weighed.reduce<number>((sum, each) => sum + left(each), 0)
    for (const each of weighed)
      other[8 * at + each] =
        (left(each) + priorPairs * (field.other[each - 1] as number)) / (total + priorPairs)
  }
}
