import { parse } from 'csv-parse'
import { MusterError } from '../model/index.ts'
import type { File } from './file.ts'
import { decode } from './text.ts'

const maxRecordCharacters = 4_194_304

/** One data row; `row` counts from 1 and leaves the header out, `line` is where it starts. */
export type CsvRow = {
  readonly ok: true
  readonly row: number
  readonly line: number
  readonly cells: readonly string[]
}

/** A row that breaks the table: another number of cells than the header, or broken quotes. */
export type CsvFault = {
  readonly ok: false
  readonly row: number
  readonly line: number
  readonly reason: string
  readonly text: string
}

export type CsvTable = {
  readonly columns: readonly string[]
  readonly rows: AsyncIterable<CsvRow | CsvFault>
}

export type CsvOptions = {
  readonly delimiter?: string
  readonly encoding?: string
  /** Columns of a file that has no header line. */
  readonly columns?: readonly string[]
  /** What a line that is no row starts with. */
  readonly comment?: string
}

/** `row:N/column`, the place of one cell. */
export const cellPlace = (row: number, column: string): string => `row:${row}/${column}`

/** Opens a delimited file; the rows stream, a row that cannot be read is yielded as a fault. */
export const readCsv = async (file: File, options: CsvOptions = {}): Promise<CsvTable> => {
  const text = decode(file, options.encoding ?? 'utf-8')
  const records = parseRecords(file, text, options)
  if (options.columns)
    return { columns: options.columns, rows: toRows(records, options.columns.length) }
  const first = await records.next()
  if (first.done || !first.value.cells)
    throw new MusterError('file-empty', `${file.path} has no header line`)
  const columns = first.value.cells.map((cell) => cell.trim())
  return { columns, rows: toRows(records, columns.length) }
}

type Parsed = {
  readonly cells?: readonly string[]
  readonly line: number
  readonly fault?: string
}

async function* parseRecords(
  file: File,
  text: AsyncIterable<string>,
  { delimiter = ',', comment }: CsvOptions,
): AsyncGenerator<Parsed, void, undefined> {
  const faults: Parsed[] = []
  const parser = parse({
    delimiter,
    ...(comment ? { comment, comment_no_infix: true } : {}),
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: maxRecordCharacters,
    on_skip: (error) => {
      faults.push({
        line: Number((error as { lines?: number } | undefined)?.lines ?? 0),
        fault: error?.message ?? 'not readable',
      })
      return undefined
    },
  })
  const pump = async (): Promise<void> => {
    try {
      for await (const chunk of text) {
        if (!parser.write(chunk)) await new Promise((resolve) => parser.once('drain', resolve))
        if (parser.destroyed) return
      }
      parser.end()
    } catch (cause) {
      parser.destroy(cause as Error)
    }
  }
  void pump()
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      yield* faults.splice(0)
      yield { cells: record, line: info.lines }
    }
    yield* faults.splice(0)
  } catch (cause) {
    if (cause instanceof MusterError) throw cause
    throw new MusterError('file-malformed', `${file.path}: ${(cause as Error).message}`, { cause })
  } finally {
    parser.destroy()
  }
}

async function* toRows(
  records: AsyncIterable<Parsed>,
  width: number,
): AsyncGenerator<CsvRow | CsvFault> {
  let row = 0
  for await (const { cells, line, fault } of records) {
    row++
    if (!cells) {
      yield { ok: false, row, line, reason: fault as string, text: '' }
    } else if (cells.length !== width) {
      const reason = `${cells.length} cells where the table has ${width}`
      yield { ok: false, row, line, reason, text: cells.join(',') }
    } else yield { ok: true, row, line, cells }
  }
}
