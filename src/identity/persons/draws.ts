import type { Comparison } from './comparison.ts'
import { type Field, membersOf } from './field.ts'
import { Patterns } from './patterns.ts'
import type { Records } from './records.ts'
import type { LevelCounts } from './rules/dependence.ts'
import type { Expectation } from './rules/estimate.ts'
import { expected, level, priorPairs, weighed } from './rules/levels.ts'
import { mix } from './rules/random.ts'
import { identifying, type Kind } from './rules/values.ts'

/** Pairs of rows that are drawn to see how two persons compare; all there are where these are fewer. */
const drawsOf = (rows: number): number => Math.min(200_000, Math.max(20_000, 5 * rows))

/** Kinds of which relatives have each their own, but for the family name; a mailbox may be a household's. */
const own: ReadonlySet<Kind> = new Set<Kind>(['name', 'title', 'date', 'number'])

/** Kinds in which most records of one agree, whatever the records. */
const firm: ReadonlySet<Kind> = new Set<Kind>(['name', 'title', 'date'])

/** How many rows state each single value of a field. */
export const frequencies = ({ rows, count }: Records, field: Field): Float64Array => {
  const counts = new Float64Array(field.texts.length)
  for (let record = 0; record < count; record++) {
    const value = field.cells[record] as number
    if (value < 0) continue
    const members = membersOf(field, value)
    for (let at = 0; at < members.length; at++)
      counts[members[at] as number] =
        (counts[members[at] as number] as number) + (rows[record] as number)
  }
  return counts
}

/**
 * How the fields of random pairs compare. Which pairs are drawn follows from their numbers by a hash, so
 * that the same records give the same answer. How often values are equal is not drawn but counted.
 */
export const drawExpectations = (
  records: Records,
  comparison: Comparison,
  family: number,
): { readonly expectations: readonly Expectation[]; readonly drawn: LevelCounts } => {
  const order = rowOrder(records)
  const patterns = new Patterns()
  const draw = (one: number, other: number): void => {
    comparison.compare(order[one] as number, order[other] as number)
    patterns.add(comparison.low, comparison.high, 1)
  }
  const all = (order.length * (order.length - 1)) / 2
  const draws = drawsOf(order.length)
  if (all <= draws) {
    for (let i = 0; i < order.length; i++) for (let j = i + 1; j < order.length; j++) draw(i, j)
  } else {
    for (let nth = 0; nth < draws; nth++) {
      const [one, other] = [mix(nth, 1) % order.length, mix(nth, 2) % order.length]
      if (one !== other) draw(one, other)
    }
  }
  const expectations = records.fields.map((field, at) => {
    const counts = new Float64Array(8)
    for (let pattern = 0; pattern < patterns.length; pattern++) {
      const each = patterns.levelOf(pattern, at)
      counts[each] = (counts[each] as number) + patterns.countOf(pattern)
    }
    const drawn = counts.reduce((sum, count) => sum + count, 0)
    const stated = weighed.reduce<number>((sum, each) => sum + (counts[each] as number), 0)
    const random = smooth(counts, stated, expected[field.kind].other)
    return {
      match: expected[field.kind].match,
      other: expected[field.kind].other,
      random: field.sets.length > 0 ? random : countSame(records, field, random),
      stated: drawn === 0 ? 0 : stated / drawn,
      isFirm: firm.has(field.kind),
      identifies: identifying.has(field.kind),
      isOwn: own.has(field.kind) && at !== family,
    }
  })
  return { expectations, drawn: patterns.toCounts(records.fields.length) }
}

/** Shares of levels among drawn pairs: one that was never drawn is rare, but not impossible. */
const smooth = (counts: Float64Array, stated: number, other: readonly number[]): Float64Array =>
  counts.map((count, each) => {
    if (stated === 0) return 0
    return (count + priorPairs * (other[each - 1] ?? 0)) / (stated + priorPairs)
  })

/** Rows in the order of their records. */
const rowOrder = ({ rows, count }: Records): Int32Array => {
  const order = new Int32Array(rows.reduce((sum, each) => sum + each, 0))
  let at = 0
  for (let record = 0; record < count; record++)
    for (let row = 0; row < (rows[record] as number); row++) order[at++] = record
  return order
}

/** Puts the counted share of equal values in place of the drawn one. */
const countSame = (records: Records, field: Field, random: Float64Array): Float64Array => {
  let [stated, same] = [0, 0]
  for (const count of frequencies(records, field)) {
    stated += count
    same += count * (count - 1)
  }
  if (stated < 2) return random
  const share = same / (stated * (stated - 1))
  const others = 1 - (random[level.same] as number)
  const rest = others > 0 ? (1 - share) / others : 1
  return random.map((each, at) => (at === level.same ? share : each * rest))
}
