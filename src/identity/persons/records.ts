import type { Field } from './field.ts'
import type { Layout } from './lay-out.ts'

/**
 * The distinct records of a table: rows that state the same in every field are one. They stand in the
 * order of their values, so that nothing after this depends on the order of rows.
 */
export type Records = {
  readonly count: number
  /** Rows of each record. */
  readonly rows: Int32Array
  readonly recordOf: Int32Array
  readonly fields: readonly Field[]
  readonly written: Field | undefined
}

/** Folds rows that state the same. */
export const foldRows = ({ fields, written }: Layout, rows: number): Records => {
  const columns = [...fields, ...(written ? [written] : [])].map(({ cells }) => cells)
  const compare = (a: number, b: number): number => {
    for (const cells of columns) {
      const difference = (cells[a] as number) - (cells[b] as number)
      if (difference !== 0) return difference
    }
    return 0
  }
  const order = new Int32Array(rows).map((_, row) => row).sort(compare)
  const recordOf = new Int32Array(rows)
  const first: number[] = []
  order.forEach((row, at) => {
    if (at === 0 || compare(order[at - 1] as number, row) !== 0) first.push(row)
    recordOf[row] = first.length - 1
  })
  const counts = new Int32Array(first.length)
  for (const record of recordOf) counts[record] = (counts[record] as number) + 1
  const firstRows = Int32Array.from(first)
  const refold = (field: Field): Field => ({
    ...field,
    cells: firstRows.map((row) => field.cells[row] as number),
  })
  return {
    count: first.length,
    rows: counts,
    recordOf,
    fields: fields.map(refold),
    written: written && refold(written),
  }
}
