import { type Dependence, independent, type LevelCounts, learnDependence } from './dependence.ts'
import { type Level, level, priorPairs, weighed } from './levels.ts'

/**
 * Learns how the fields of records of one person compare (Fellegi and Sunter 1969; EM after Winkler 1988)
 * from the combinations of levels that pairs show, each with its count. Unlike the usual recipe the
 * chance that two random rows are of one person is learned over all pairs there are, of which those that
 * no key brought together count as different; what the found pairs contribute to agreements by chance is
 * taken off, because in a file full of copies most that agree are of one person; fields that go together
 * among different persons are weighed together; and a third kind of pair is learned beside those of one
 * person and of strangers: relatives, who share a family name, a place or a phone, but whose given names
 * and birth dates agree by chance only.
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
  /** Whether most records of one person agree in it, whatever the records: names and dates. */
  readonly isFirm: boolean
  /** Whether a value is given to one holder only, whatever else is known: a mailbox, a document. */
  readonly identifies: boolean
  /** Whether relatives state the same no oftener than strangers do. */
  readonly isOwn: boolean
}

export type Model = {
  /** Chance that two random rows are of one person. */
  readonly prior: number
  /** Field after field, 8 each by level: shares among pairs of one person, and of two. */
  readonly match: Float64Array
  readonly other: Float64Array
  readonly dependence: Dependence
  readonly kin: Kin
}

/** Pairs of relatives. */
export type Kin = {
  /** Chance that two random rows are of relatives; 0 where no field would tell them apart. */
  readonly prior: number
  /** Field after field, 8 each by level: shares among relatives, those of strangers in fields of one's own. */
  readonly share: Float64Array
  readonly isOwn: readonly boolean[]
}

const mostRounds = 200
const settled = 1e-4
/** Least share of the pairs that agree by level which is left to chance. */
const leastChance = 0.02

/**
 * Pairs of relatives count as such from this share of the pairs of one person on. Mistakes come several to a
 * record, so that a few pairs of one person agree in nothing of their own; below it, those are what is seen.
 */
const leastKin = 0.05

/** Fields of a person's own that it takes to tell relatives from one person. */
const leastOwn = 2

/** Learns twice: which fields depend on each other shows once the pairs of one person are known. */
export const estimate = (learning: Learning): Model => {
  const width = learning.fields.length
  const [only] = learning.fields
  if (only?.identifies && width === 1) return byIdentifier(only, learning.rows)
  const first = learn(learning, { dependence: independent(width), withKin: true })
  const { levels } = learning.compared
  const drawn = learning.drawn.counts.reduce((sum, count) => sum + count, 0)
  const share = drawn / Math.max(1, learning.pairs)
  const counts = first.expected.map((count) => count * share)
  const dependence = learnDependence({ width, rows: learning.rows }, learning.drawn, {
    levels,
    counts,
  })
  const { model } = learn(learning, { dependence, withKin: true })
  return model.kin.prior >= leastKin * model.prior
    ? model
    : learn(learning, { dependence, withKin: false }).model
}

/** Of those who share an identifier, and of whom nothing else is known, so many share it by chance. */
const sharedByChance = 1 / 32
/** Least chance that two rows are of one, where nothing but identifiers is known. */
const leastPrior = 1e-5

/**
 * Whether identifiers agree by chance cannot be learned where they are all there is: that is judgement.
 * Each row is expected to have one other of its holder; what only resembles it says nothing.
 */
const byIdentifier = ({ match, other, random }: Expectation, rows: number): Model => {
  const chances = Float64Array.from({ length: 8 }, (_, each) => other[each - 1] ?? 0)
  const shares = chances.map((chance, each) =>
    each === level.same || each === level.differ ? (match[each - 1] as number) : chance,
  )
  const equal = (random[level.same] as number) * sharedByChance
  if (equal > 0) chances[level.same] = equal
  return {
    prior: Math.max(leastPrior, 1 / (rows + 1)),
    match: shares,
    other: chances,
    dependence: independent(1),
    kin: { prior: 0, share: chances, isOwn: [true] },
  }
}

type Manner = { readonly dependence: Dependence; readonly withKin: boolean }

type Learnt = {
  readonly model: Model
  /** Of each combination of levels, the pairs that are expected to be of one person. */
  readonly expected: Float64Array
}

const learn = (learning: Learning, { dependence, withKin }: Manner): Learnt => {
  const { fields, compared, pairs, rows } = learning
  const width = fields.length
  let match = new Float64Array(8 * width)
  for (const [at, field] of fields.entries())
    for (const each of weighed) match[8 * at + each] = field.match[each - 1] as number
  const other = new Float64Array(8 * width)
  setChances(other, new Float64Array(8 * width), learning)
  // Where a kind of number is hardly ever shared, those who share it are first taken for one person.
  for (const [at, field] of fields.entries())
    other[8 * at + level.same] = Math.min(
      other[8 * at + level.same] as number,
      field.other[level.same - 1] as number,
    )
  const isOwn = fields.map((field) => field.isOwn)
  const [expected, related] = [compared.counts.slice(), compared.counts.slice()]
  let prior = Math.min(0.5, 0.5 / Math.max(1, rows))
  let kin: Kin = {
    prior: withKin && isOwn.filter((each) => each).length >= leastOwn ? prior : 0,
    share: kinShares(match, other, isOwn),
    isOwn,
  }
  for (let round = 0; round < mostRounds; round++) {
    expect({ expected, related }, compared, { prior, match, other, dependence, kin })
    const sums = sumLevels(expected, compared, width)
    const next = holdTogether(matchShares(sums, fields), fields)
    const nextPrior = (sumOf(expected) + 0.5) / (pairs + 10)
    const moved = next.reduce(
      (most, each, cell) => Math.max(most, Math.abs(each - (match[cell] as number))),
      Math.abs(nextPrior / prior - 1) / 10,
    )
    setChances(other, sums, learning)
    if (kin.prior > 0)
      kin = {
        prior: (sumOf(related) + 0.5) / (pairs + 10),
        share: kinShares(matchShares(sumLevels(related, compared, width), fields), other, isOwn),
        isOwn,
      }
    match = next
    prior = nextPrior
    if (moved < settled) break
  }
  return { model: { prior, match, other, dependence, kin }, expected }
}

const sumOf = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0)

const kinShares = (
  shared: Float64Array,
  other: Float64Array,
  isOwn: readonly boolean[],
): Float64Array => shared.map((share, cell) => (isOwn[cell >> 3] ? (other[cell] as number) : share))

type Expected = { readonly expected: Float64Array; readonly related: Float64Array }

/** How many pairs of each combination of levels are of one person, and of relatives, by the model so far. */
const expect = (
  { expected, related }: Expected,
  { levels, counts }: LevelCounts,
  { prior, match, other, dependence, kin }: Model,
): void => {
  const width = match.length / 8
  const weights = match.map((share, cell) => logRatio(share, other[cell] as number))
  const kinWeights = kin.share.map((share, cell) => logRatio(share, other[cell] as number))
  const links = dependence.lifts.map((lift) => -Math.log2(lift))
  const [base, kinBase] = [prior, kin.prior].map((share) => Math.log2(share / (1 - share)))
  for (let pattern = 0; pattern < counts.length; pattern++) {
    let [weight, kinWeight] = [base as number, kinBase as number]
    const start = pattern * width
    for (let at = 0; at < width; at++) {
      const each = levels[start + at] as number
      const parent = dependence.parents[at] as number
      const link =
        parent < 0 ? 0 : (links[64 * at + 8 * (levels[start + parent] as number) + each] as number)
      weight += (weights[8 * at + each] as number) + link
      if (!kin.isOwn[at]) kinWeight += (kinWeights[8 * at + each] as number) + link
    }
    const [odds, kinOdds] = [2 ** weight, 2 ** kinWeight]
    const count = counts[pattern] as number
    expected[pattern] = (count * odds) / (1 + odds + kinOdds)
    related[pattern] = (count * kinOdds) / (1 + odds + kinOdds)
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

/**
 * At most this share of the pairs of one person differ in a name or in a birth date. Without it, EM may take
 * some other kind of pair for one person where there is hardly a copy: neighbours, or relatives of some kind.
 */
const mostDiffer = 0.5

const holdTogether = (
  shares: Float64Array<ArrayBuffer>,
  fields: readonly Expectation[],
): Float64Array<ArrayBuffer> => {
  for (const [at, { isFirm }] of fields.entries()) {
    const differ = shares[8 * at + level.differ] as number
    if (!isFirm || differ <= mostDiffer) continue
    for (const each of weighed) {
      const cell = 8 * at + each
      const share = shares[cell] as number
      shares[cell] = each === level.differ ? mostDiffer : (share * mostDiffer) / (1 - differ)
    }
  }
  return shares
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
