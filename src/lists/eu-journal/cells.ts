import { cellPlace } from '../../formats/index.ts'
import type { Placed } from '../../model/index.ts'
import type { Column } from './columns.ts'

/** One row of the transcription: its cells by column. */
export class Cells {
  readonly row: number
  readonly #columns: readonly string[]
  readonly #cells: readonly string[]

  constructor(row: number, columns: readonly string[], cells: readonly string[]) {
    this.row = row
    this.#columns = columns
    this.#cells = cells
  }

  /** The whole of a cell; undefined where it is empty or the file has no such column. */
  one(column: Column): Placed | undefined {
    const text = this.#cells[this.#columns.indexOf(column)] ?? ''
    const value = text.trim()
    return value ? { text, value, place: cellPlace(this.row, column) } : undefined
  }

  /** The values of a cell, each with its own text. */
  several(column: Column): readonly Placed[] {
    const whole = this.one(column)
    return whole ? splitCell(whole.value).map((part) => ({ ...whole, ...part })) : []
  }
}

type Part = Pick<Placed, 'text' | 'value'>

/**
 * Values are parted by semicolons; one that holds a semicolon or a quotation mark stands in
 * quotation marks, which are doubled inside.
 */
export const splitCell = (cell: string): readonly Part[] =>
  [...cell.matchAll(/\s*("(?:[^"]|"")*"(?=\s*(?:;|$))|[^;]*)\s*(?:;|$)/g)]
    .map((match) => (match[1] as string).trim())
    .filter((text) => text !== '')
    .map((text) => ({ text, value: unquoted(text) }))

const unquoted = (text: string): string =>
  /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text
