import { type Level, priorPairs, weighed } from './levels.ts'

/**
 * Learns how the fields of records of one person compare (Fellegi and Sunter 1969; EM after Winkler 1988)
 * from the combinations of levels that pairs show, each with its count. Unlike the usual recipe the
 * chance that two random records are of one person is learned over all pairs there are, of which those
 * that no key brought together count as different; and what the found pairs contribute to agreements
 * by chance is taken off, because in a file full of copies most that agree are of one person.
 */
export type Evidenced = {
  readonly fields: readonly Expectation[]
  /** Combinations of levels, one field after the other, and how many pairs show each. */
  readonly levels: Uint8Array
  readonly counts: Float64Array
  /** All pairs of rows there are. */
  readonly pairs: number
  /** Rows. */
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
  readonly rounds: number
}

const mostRounds = 200
const settled = 1e-4
/** Least share of the pairs that agree by level which is left to chance. */
const leastChance = 0.02

export const estimate = (evidenced: Evidenced): Model => {
  const { fields, levels, counts, pairs, rows } = evidenced
  const width = fields.length
  let match = new Float64Array(8 * width)
  const other = new Float64Array(8 * width)
  fields.forEach((field, at) => {
    for (const each of weighed) match[8 * at + each] = field.match[each - 1] as number
  })
  setChances(other, new Float64Array(8 * width), evidenced)
  let prior = Math.min(0.5, 0.5 / Math.max(1, rows))
  let rounds = 0
  for (; rounds < mostRounds; rounds++) {
    const weights = new Float64Array(8 * width)
    for (let at = 0; at < weights.length; at++) {
      const ratio = (match[at] as number) / (other[at] as number)
      weights[at] = ratio > 0 && Number.isFinite(ratio) ? Math.log2(ratio) : 0
    }
    const base = Math.log2(prior / (1 - prior))
    const sums = new Float64Array(8 * width)
    let found = 0
    for (let pattern = 0; pattern < counts.length; pattern++) {
      let weight = base
      const start = pattern * width
      for (let at = 0; at < width; at++)
        weight += weights[8 * at + (levels[start + at] as number)] as number
      if (weight < -30) continue
      const expected = (counts[pattern] as number) / (1 + 2 ** -weight)
      found += expected
      for (let at = 0; at < width; at++) {
        const cell = 8 * at + (levels[start + at] as number)
        sums[cell] = (sums[cell] as number) + expected
      }
    }
    const next = matchShares(sums, fields)
    const nextPrior = (found + 0.5) / (pairs + 10)
    setChances(other, sums, evidenced)
    const moved = Math.max(
      Math.abs(nextPrior / prior - 1) / 10,
      ...next.map((share, at) => Math.abs(share - (match[at] as number))),
    )
    match = next
    prior = nextPrior
    if (moved < settled) break
  }
  return { prior, match, other, rounds }
}

/** Shares of the levels among the pairs of one person, drawn towards what was expected. */
const matchShares = (
  sums: Float64Array,
  fields: readonly Expectation[],
): Float64Array<ArrayBuffer> => {
  const shares = new Float64Array(sums.length)
  fields.forEach((field, at) => {
    const total = weighed.reduce<number>((sum, each) => sum + (sums[8 * at + each] as number), 0)
    for (const each of weighed)
      shares[8 * at + each] =
        ((sums[8 * at + each] as number) + priorPairs * (field.match[each - 1] as number)) /
        (total + priorPairs)
  })
  return shares
}

/** Shares of the levels among pairs of two persons: those of random pairs without the found ones. */
const setChances = (
  other: Float64Array,
  found: Float64Array,
  { fields, pairs }: Evidenced,
): void => {
  fields.forEach((field, at) => {
    const stated = pairs * field.stated
    const left = (each: Level): number => {
      const random = stated * (field.random[each] as number)
      return Math.max(random * leastChance, random - (found[8 * at + each] as number))
    }
    const total = weighed.reduce<number>((sum, each) => sum + left(each), 0)
    for (const each of weighed)
      other[8 * at + each] =
        (left(each) + priorPairs * (field.other[each - 1] as number)) / (total + priorPairs)
  })
}
