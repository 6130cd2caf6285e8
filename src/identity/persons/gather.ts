import { MusterError } from '../../model/index.ts'
import { Ints } from './ints.ts'
import { fieldOf, type Known, knowColumn, knowField, knownFields } from './rules/headers.ts'

/** A field of the input as it was written: each distinct text once, and which of them a row has. */
export type Gathered = {
  readonly field: string
  /** What its name tells, if anything. */
  readonly known: Known | undefined
  readonly texts: readonly string[]
  /** Number of a row's text, or −1 where it is blank. */
  readonly cells: Int32Array
}

class Column {
  readonly known: Known | undefined
  readonly texts: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #cells = new Ints()

  constructor(known: Known | undefined) {
    this.known = known
  }

  /** Sets the text of a row; a second text of the same row is a further value. */
  set(row: number, text: string): void {
    while (this.#cells.length < row) this.#cells.push(-1)
    if (this.#cells.length === row) this.#cells.push(this.#numberOf(text))
    else this.#add(row, text)
  }

  #add(row: number, text: string): void {
    const cells = this.#cells.view()
    const before = this.texts[cells[row] as number]
    cells[row] = this.#numberOf(before === undefined ? text : `${before};${text}`)
  }

  #numberOf(text: string): number {
    const found = this.#numbers.get(text)
    if (found !== undefined) return found
    this.#numbers.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }

  cells(rows: number): Int32Array {
    while (this.#cells.length < rows) this.#cells.push(-1)
    return this.#cells.view()
  }
}

/** Field → column of the file, as `--map` says. */
export type ColumnMap = ReadonlyMap<string, string>

/** Takes the rows of one file after another; columns that mean the same field meet in it. */
export class Gatherer {
  readonly #columns = new Map<string, Column>()
  readonly #map: ReadonlyMap<string, Known>
  readonly #left = new Set<string>()
  rows = 0

  /** Error: `column-unknown` where the map names no field that there is. */
  constructor(map: ColumnMap = new Map()) {
    this.#map = new Map(
      [...map].map(([field, column]) => {
        const known = knowField(field)
        if (known) return [column, known]
        throw new MusterError('column-unknown', `there is no field "${field}" to map a column to`, {
          hint: `Fields are ${knownFields.join(', ')}.`,
        })
      }),
    )
  }

  /** Columns that say nothing of the person by their name, as far as rows have been added. */
  get left(): readonly string[] {
    return [...this.#left]
  }

  /**
   * Takes the rows of a file whose columns are these; JSON lines may name more as they are read. A
   * column of the map means its field, and none else of that file does.
   */
  open(columns: readonly string[]): (cells: readonly string[]) => void {
    const places: (Column | undefined)[] = []
    const mapped = new Set(columns.flatMap((name) => this.#map.get(name)?.field ?? []))
    return (cells) => {
      while (places.length < cells.length)
        places.push(this.#place(columns[places.length] ?? '', mapped))
      for (let at = 0; at < cells.length; at++) {
        const text = (cells[at] as string).trim()
        if (text !== '') places[at]?.set(this.rows, text)
      }
      this.rows++
    }
  }

  #place(name: string, mapped: ReadonlySet<string>): Column | undefined {
    const own = this.#map.get(name)
    const told = own ?? knowColumn(name)
    const known = !own && told && mapped.has(told.field) ? undefined : told
    if (known?.role === 'none' || (told && !known) || name === '') {
      this.#left.add(name)
      return undefined
    }
    const field = known?.field ?? fieldOf(name)
    const column = this.#columns.get(field) ?? new Column(known)
    this.#columns.set(field, column)
    return column
  }

  /** The fields in code-point order of their names, whatever the order of columns. */
  fields(): readonly Gathered[] {
    return [...this.#columns]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, column]) => ({
        field,
        known: column.known,
        texts: column.texts,
        cells: column.cells(this.rows),
      }))
  }
}
