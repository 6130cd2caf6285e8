import { MusterError, type Placed } from '../model/index.ts'

/** `row:N/column`, the place of one cell. */
export const cellPlace = (row: number, column: string): string => `row:${row}/${column}`

/** Names of the columns with the position of each. */
export type Columns = ReadonlyMap<string, number>

/** One data row; `row` counts from 1 and leaves the header out, `line` is where it starts. */
export class CsvRow {
  readonly ok: true = true
  readonly row: number
  readonly line: number
  readonly cells: readonly string[]
  readonly #columns: Columns

  constructor(row: number, line: number, cells: readonly string[], columns: Columns) {
    this.row = row
    this.line = line
    this.cells = cells
    this.#columns = columns
  }

  /** The cell of a column with its place, undefined where it is blank or there is no such column. */
  value(column: string): Placed | undefined {
    const text = this.cells[this.#columns.get(column) ?? -1]
    const value = text?.trim()
    return text !== undefined && value
      ? { text, value, place: cellPlace(this.row, column) }
      : undefined
  }
}

/** A row that breaks the table: another number of cells than the header, or broken quotes. */
export type CsvFault = {
  readonly ok: false
  readonly row: number
  readonly line: number
  readonly reason: string
  /** The row as it stands in the file; of an endless one, its first 1,000 characters. */
  readonly text: string
}

/** Positions of columns by their names. */
export const toColumns = (names: readonly string[]): Columns =>
  new Map(names.map((name, position) => [name, position]))

/** The names of a header, none of them twice: `file-malformed`. */
export const nameColumns = (path: string, header: readonly string[]): readonly string[] => {
  const twice = header.find((name, i) => name !== '' && header.indexOf(name) !== i)
  if (twice === undefined) return header
  throw new MusterError('file-malformed', `${path} has two columns named ${twice}`, {
    hint: 'Give each column a name of its own, so that no value hides another.',
  })
}
