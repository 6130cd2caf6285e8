import type { DuckDBDataChunk } from '@duckdb/node-api'
import { MusterError } from '../model/index.ts'
import type { Column } from './engine.ts'

/** Writes the cells of a chunk into the arrays of their columns, `at` being its first row there. */
export const fillColumns = (
  chunk: DuckDBDataChunk,
  columns: readonly Column[],
  at: number,
): void => {
  if (chunk.columnCount !== columns.length)
    throw new MusterError('internal', `${chunk.columnCount} columns for ${columns.length} arrays`)
  columns.forEach((column, i) => {
    const vector = chunk.getColumnVector(i)
    const rows = chunk.rowCount
    if (Array.isArray(column)) {
      const list = column as unknown[]
      for (let row = 0; row < rows; row++) list[at + row] = vector.getItem(row)
      return
    }
    // A typed array would drop what lies beyond its end without a word.
    if (at + rows > column.length)
      throw new MusterError('internal', `more than ${column.length} rows for an array`)
    for (let row = 0; row < rows; row++) column[at + row] = toNumber(vector.getItem(row))
  })
}

const toNumber = (cell: unknown): number => {
  if (typeof cell === 'number') return cell
  throw new MusterError(
    'internal',
    `${cell === null ? 'null' : typeof cell} in a column of numbers`,
  )
}
