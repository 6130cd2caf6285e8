import type { Millibits } from '../../model/index.ts'
import type { Linked } from './link.ts'

export type RowPair = { readonly a: number; readonly b: number; readonly millibits: Millibits }

/**
 * Pairs of rows that weigh at least so much, those of one person and others: the pairs of records with each
 * of their rows, and the rows that state the same.
 */
export function* pairsOfRows(linked: Linked, least: Millibits): Generator<RowPair> {
  const { records, pairs, copies } = linked
  const rowsOf = rowsOfRecords(records.recordOf, records.count)
  for (let record = 0; record < records.count; record++) {
    const rows = rowsOf(record)
    const millibits = copies[record] as number
    if (rows.length < 2 || millibits < least) continue
    for (let i = 0; i < rows.length; i++)
      for (let j = i + 1; j < rows.length; j++)
        yield { a: rows[i] as number, b: rows[j] as number, millibits }
  }
  for (let at = 0; at < pairs.weight.length; at++) {
    const millibits = pairs.weight[at] as number
    if (millibits < least) continue
    for (const one of rowsOf(pairs.a[at] as number))
      for (const other of rowsOf(pairs.b[at] as number))
        yield { a: Math.min(one, other), b: Math.max(one, other), millibits }
  }
}

/** The rows of each record, in order. */
const rowsOfRecords = (recordOf: Int32Array, count: number): ((record: number) => Int32Array) => {
  const starts = new Int32Array(count + 2)
  for (const record of recordOf) starts[record + 2] = (starts[record + 2] as number) + 1
  for (let at = 2; at < starts.length; at++)
    starts[at] = (starts[at] as number) + (starts[at - 1] as number)
  const rows = new Int32Array(recordOf.length)
  recordOf.forEach((record, row) => {
    const place = starts[record + 1] as number
    starts[record + 1] = place + 1
    rows[place] = row
  })
  return (record) => rows.subarray(starts[record], starts[record + 1])
}
