import type { Paint } from '../terminal/colour.ts'
import { toPlain } from '../terminal/plain.ts'
import { layOut, tableHead, tableLine } from '../terminal/table.ts'
import { toCsvRecord } from './csv.ts'
import type { Sink } from './sink.ts'
import { type AnswerRow, toCell, toJson } from './value.ts'

export type Format = 'table' | 'json' | 'jsonl' | 'csv' | 'html'

type Rows = AsyncIterable<AnswerRow> | Iterable<AnswerRow>

/** The answer of a command, in the format that was asked for. */
export interface Output {
  readonly format: Format
  /** Columns that a table may take; without end where the output is no terminal. */
  readonly width: number
  readonly paint: Paint
  /** Text as it is: pages, and tables of a command's own making. */
  text(text: string): Promise<void>
  /** One JSON value on a line of its own. */
  value(value: unknown): Promise<void>
  /** Rows as a table, an array, lines or records; gives how many there were. */
  rows(columns: readonly string[], rows: Rows): Promise<number>
}

export type OutputOptions = { readonly format: Format; readonly sink: Sink; readonly paint: Paint }

export const makeOutput = ({ format, sink, paint }: OutputOptions): Output => {
  const width = sink.terminal ? sink.columns || 80 : Number.POSITIVE_INFINITY
  const writers: Readonly<Record<Format, WriteRows>> = {
    table: tableWriter(sink, width, paint),
    html: tableWriter(sink, width, paint),
    csv: csvWriter(sink),
    jsonl: jsonLinesWriter(sink),
    json: jsonWriter(sink),
  }
  return {
    format,
    width,
    paint,
    text: (text) => sink.write(text),
    value: (value) => sink.write(`${toJson(value)}\n`),
    rows: (columns, rows) => writers[format](columns, rows),
  }
}

type WriteRows = (columns: readonly string[], rows: Rows) => Promise<number>

const jsonLinesWriter =
  (sink: Sink): WriteRows =>
  async (_columns, rows) => {
    let count = 0
    for await (const row of rows) {
      await sink.write(`${toJson(row)}\n`)
      count++
    }
    return count
  }

const jsonWriter =
  (sink: Sink): WriteRows =>
  async (_columns, rows) => {
    let count = 0
    for await (const row of rows) {
      await sink.write(`${count === 0 ? '[' : ',\n '}${toJson(row)}`)
      count++
    }
    await sink.write(count === 0 ? '[]\n' : ']\n')
    return count
  }

const csvWriter =
  (sink: Sink): WriteRows =>
  async (columns, rows) => {
    // A file gets every byte; a screen must not obey what a file says.
    const shown = sink.terminal ? (value: unknown) => toPlain(toCell(value)) : toCell
    await sink.write(toCsvRecord(columns))
    let count = 0
    for await (const row of rows) {
      await sink.write(toCsvRecord(columns.map((column) => shown(row[column]))))
      count++
    }
    return count
  }

/** Rows that are looked at before the widths of a table are set; the rest keeps to them. */
const sampleRows = 1000

const tableWriter =
  (sink: Sink, width: number, paint: Paint): WriteRows =>
  async (columns, rows) => {
    const heads = columns.map(toPlain)
    const sample: string[][] = []
    let layout: ReturnType<typeof layOut> | undefined
    const start = async (): Promise<ReturnType<typeof layOut>> => {
      const made = layOut(heads, sample, width)
      await sink.write(`${tableHead(heads, made, paint)}\n`)
      for (const cells of sample) await sink.write(`${tableLine(cells, made)}\n`)
      return made
    }
    let count = 0
    for await (const row of rows) {
      const cells = columns.map((column) => toPlain(toCell(row[column])))
      count++
      if (layout) await sink.write(`${tableLine(cells, layout)}\n`)
      else if (sample.push(cells) === sampleRows) layout = await start()
    }
    if (!layout) await start()
    return count
  }
