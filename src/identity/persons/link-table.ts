import type { Millibits } from '../../model/index.ts'
import { atomsOf, variantsOf } from './atoms.ts'
import { type Ceiling, estimateCeiling } from './ceiling.ts'
import { Comparison } from './comparison.ts'
import { drawExpectations } from './draws.ts'
import { chooseKeys } from './keys.ts'
import type { Sorted } from './kinds.ts'
import { type Layout, layOut } from './lay-out.ts'
import { type Pairs, type PairsJob, toBytes, toPieces } from './pairs.ts'
import { foldRows, type Records } from './records.ts'
import { clusterByMean, components, type Edges } from './rules/cluster.ts'
import { estimate, type Model } from './rules/estimate.ts'
import type { RecordKind } from './rules/kinds.ts'
import { type PatternWeight, Weights } from './weights.ts'

/** Told of each step while it works. */
export type Reach = (step: string, done: number, total?: number) => void

export type LinkOptions = {
  readonly reach: Reach
  /** Least weight of the pairs that are given; weaker ones may be among them. */
  readonly least?: Millibits
}

/** A table of records of one kind: what links them, and what they were linked by. */
export type LinkedTable = {
  readonly kind: RecordKind
  /** Where each of its rows stands among all. */
  readonly rows: Int32Array
  readonly layout: Layout
  readonly records: Records
  readonly comparison: Comparison
  readonly weights: Weights
  readonly model: Model
  /** Pairs of records that may be of one person, with their weights. */
  readonly pairs: Edges
  /** What two rows of a record weigh that state the same; 0 where it has one row. */
  readonly copies: Int32Array
  /** Of each of its rows the first that is of the same person. */
  readonly personOf: Int32Array
  readonly keys: readonly string[]
  readonly compared: number
  readonly ceiling: Ceiling
  readonly crowded: number
}

/** A table that is made ready for comparing its pairs, which threads may do. */
export type PreparedTable = {
  readonly sorted: Sorted
  readonly layout: Layout
  readonly records: Records
  readonly comparison: Comparison
  readonly drawn: ReturnType<typeof drawExpectations>
  readonly names: readonly string[]
  readonly crowded: number
  readonly job: PairsJob
}

/** Lays a table out and chooses which of its records are compared. */
export const prepareTable = (sorted: Sorted, reach: Reach): PreparedTable => {
  reach('laying out columns', 0)
  const layout = layOut(sorted.gathered, sorted.rows.length, sorted.kind)
  const records = foldRows(layout, sorted.rows.length)
  reach('choosing keys', 0)
  const variants = variantsOf(records)
  const { keys, crowded } = chooseKeys(variants, atomsOf(records.fields))
  const names = { given: layout.given, family: layout.family }
  const comparison = new Comparison(records, names)
  const { recordOf, isSeveral } = variants
  const bytes = toBytes(keys, recordOf.length)
  return {
    sorted,
    layout,
    records,
    comparison,
    drawn: drawExpectations(records, comparison, layout.family),
    names: keys.map(({ name }) => name),
    crowded,
    job: {
      records,
      names,
      keys: keys.map(({ hashes, blocks }) => ({ hashes, blocks })),
      bytes,
      recordOf,
      isSeveral,
      pieces: toPieces(keys),
    },
  }
}

/** Finds which rows of one kind are of one. The same rows in any order give the same answer. */
export const finishTable = (
  { sorted, layout, records, comparison, drawn: draws, names, crowded }: PreparedTable,
  compared: Pairs,
  { reach, least = 0 }: LinkOptions,
): LinkedTable => {
  const { kind, rows } = sorted
  const { expectations, drawn } = draws
  reach('weighing', 0)
  const patternOfCopies = patternsOfCopies(records, comparison, compared)
  const model = estimate({
    fields: expectations,
    compared: compared.patterns.toCounts(records.fields.length),
    drawn,
    pairs: (rows.length * (rows.length - 1)) / 2,
    rows: rows.length,
  })
  const weights = new Weights(records, comparison, { model, expectations, given: layout.given })
  const copies = weighCopies(weights, compared, patternOfCopies)
  const pairs = weighPairs(compared, weights, { records, copies, least })
  reach('grouping', 0)
  const personOf = group(records, pairs, copies)
  return {
    kind,
    rows,
    layout,
    records,
    comparison,
    weights,
    model,
    pairs,
    copies,
    personOf,
    keys: names,
    compared: compared.length,
    ceiling: estimateCeiling(records, personOf, pairs),
    crowded,
  }
}

/** Counts pairs of rows that state the same; gives the pattern of each record with several rows. */
const patternsOfCopies = (
  { rows, count }: Records,
  comparison: Comparison,
  { patterns }: Pairs,
): Int32Array => {
  const patternOf = new Int32Array(count).fill(-1)
  for (let record = 0; record < count; record++) {
    const times = rows[record] as number
    if (times < 2) continue
    comparison.compare(record, record)
    patternOf[record] = patterns.add(comparison.low, comparison.high, (times * (times - 1)) / 2)
  }
  return patternOf
}

/** What two rows of a record weigh: two of `John` are not one person. */
const weighCopies = (weights: Weights, { patterns }: Pairs, patternOf: Int32Array): Int32Array =>
  patternOf.map((pattern, record) => {
    if (pattern < 0) return 0
    const weight = weights.ofPattern(patterns, pattern)
    return weights.ofPair(record, record, weight, (field) => patterns.levelOf(pattern, field))
  })

/** A pair that weighs less is as good as one at this. */
const weakest: Millibits = -12_000

type Weighing = {
  readonly records: Records
  readonly copies: Int32Array
  readonly least: Millibits
}

/** The pairs that may matter: those for one person, and those against within what these would connect. */
const weighPairs = (
  { a, b, pattern, length, patterns }: Pairs,
  weights: Weights,
  { records, copies, least }: Weighing,
): Edges => {
  const ofPattern = Array.from({ length: patterns.length }, (_, each) =>
    weights.ofPattern(patterns, each),
  )
  const all = new Int32Array(length).fill(weakest)
  for (let at = 0; at < length; at++) {
    const each = pattern[at] as number
    const says = ofPattern[each] as PatternWeight
    if (says.weight + says.most < Math.min(weakest, least)) continue
    const [one, other] = [a[at] as number, b[at] as number]
    // What agrees with another says no more than what it says of itself.
    if ((copies[one] as number) < 0 || (copies[other] as number) < 0) continue
    all[at] = weights.ofPair(one, other, says, (field) => patterns.levelOf(each, field))
  }
  const connected = components(records.count, { a, b, weight: all })
  const kept: number[] = []
  for (let at = 0; at < length; at++)
    if ((all[at] as number) >= least || connected[a[at] as number] === connected[b[at] as number])
      kept.push(at)
  return {
    a: Int32Array.from(kept, (at) => a[at] as number),
    b: Int32Array.from(kept, (at) => b[at] as number),
    weight: Int32Array.from(kept, (at) => all[at] as number),
  }
}

/** The person of each row. */
const group = ({ rows, recordOf }: Records, pairs: Edges, copies: Int32Array): Int32Array => {
  const groups = clusterByMean(rows, pairs)
  const first = new Map<number, number>()
  return recordOf.map((record, row) => {
    if ((copies[record] as number) < 0) return row
    const cluster = groups[record] as number
    const person = first.get(cluster) ?? row
    first.set(cluster, person)
    return person
  })
}
