import type { Millibits } from '../../model/index.ts'
import type { Linked } from './link.ts'
import type { LinkedTable } from './link-table.ts'
import type { Records } from './records.ts'

export type RowPair = { readonly a: number; readonly b: number; readonly millibits: Millibits }

/**
 * Pairs of rows that weigh at least so much, those of one person and others: the pairs of records with each
 * of their rows, and the rows that state the same.
 */
export function* pairsOfRows({ tables }: Linked, least: Millibits): Generator<RowPair> {
  for (const table of tables) yield* pairsOfTable(table, least)
}

function* pairsOfTable(table: LinkedTable, least: Millibits): Generator<RowPair> {
  const { records, pairs, copies, rows } = table
  const rowsOf = rowsOfRecords(records, rows)
  for (let record = 0; record < records.count; record++) {
    const same = rowsOf(record)
    const millibits = copies[record] as number
    if (same.length < 2 || millibits < least) continue
    for (let i = 0; i < same.length; i++)
      for (let j = i + 1; j < same.length; j++)
        yield { a: same[i] as number, b: same[j] as number, millibits }
  }
  for (let at = 0; at < pairs.weight.length; at++) {
    const millibits = pairs.weight[at] as number
    if (millibits < least) continue
    for (const one of rowsOf(pairs.a[at] as number))
      for (const other of rowsOf(pairs.b[at] as number))
        yield { a: Math.min(one, other), b: Math.max(one, other), millibits }
  }
}

/** The rows of each record, in order, as they stand among all. */
const rowsOfRecords = (
  { recordOf, count }: Records,
  rows: Int32Array,
): ((record: number) => Int32Array) => {
  const starts = new Int32Array(count + 2)
  for (const record of recordOf) starts[record + 2] = (starts[record + 2] as number) + 1
  for (let at = 2; at < starts.length; at++)
    starts[at] = (starts[at] as number) + (starts[at - 1] as number)
  const grouped = new Int32Array(recordOf.length)
  recordOf.forEach((record, place) => {
    const to = starts[record + 1] as number
    starts[record + 1] = to + 1
    grouped[to] = rows[place] as number
  })
  return (record) => grouped.subarray(starts[record], starts[record + 1])
}
