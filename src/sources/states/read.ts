import { basename } from 'node:path'
import {
  cellPlace,
  type File,
  headText,
  readCsv,
  readJsonLines,
  recogniseEncoding,
} from '../../formats/index.ts'
import { MusterError, type Rejected, type Source, type StateStatement } from '../../model/index.ts'
import { type Column, columns as contract, neededColumns, toColumn } from './columns.ts'
import { toJsonRow } from './json.ts'
import { SeenStatements } from './seen.ts'
import { type Row, toStatement } from './statement.ts'

export type StateOptions = {
  /** Encoding of the file; recognised where it is not said. */
  readonly encoding?: string
  /** Ids that other files of the run have taken. */
  readonly seen?: SeenStatements
}

/** A statement with its place in the file, or what had to be left. */
export type StateRead =
  | { readonly ok: true; readonly statement: StateStatement; readonly place: string }
  | ({ readonly ok: false } & Rejected)

/** A file of statements that is open. */
export type StateStatements = {
  /** Columns of the file that the contract does not know; none are told of JSON lines. */
  readonly ignored: readonly string[]
  /** One for each row of the file, in order. */
  readonly reads: AsyncIterable<StateRead>
}

/** Whether a text begins like JSON lines. */
export const isJsonLines = (head: string): boolean => /^\uFEFF?\s*\{/.test(head)

/** Lines before the header that are remarks. */
export const isRemarked = (head: string): boolean => /^\uFEFF?#/.test(head)

/** The sign among comma, semicolon and tab that the header, whose names hold none, has most of. */
export const delimiterOf = (head: string): string => {
  const header = /^(?:#[^\n]*\n)*([^\n]*)/.exec(head.replace('\uFEFF', ''))?.[1] ?? ''
  const count = (sign: string): number => header.split(sign).length
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}

/**
 * Streams the statements of a file about states: CSV, TSV or JSON lines by the statements contract.
 * Lines at the top that begin with # are remarks, in such a file also between the rows. Errors:
 * `column-missing`, `encoding-unknown` and those of the format.
 */
export const openStateStatements = async (
  file: File,
  source: Source,
  options: StateOptions = {},
): Promise<StateStatements> => {
  const encoding = options.encoding ?? (await recogniseEncoding(file))
  const head = headText(file, encoding)
  const opening = { file, source, encoding, seen: options.seen ?? new SeenStatements() }
  return isJsonLines(head)
    ? { ignored: [], reads: readLines(opening) }
    : await openTable(opening, head)
}

/** The column of the contract at each position; a second column of one meaning is not read. */
const layOut = (names: readonly string[]): readonly (Column | undefined)[] => {
  const columns = names.map(toColumn)
  return columns.map((column, at) => (columns.indexOf(column) === at ? column : undefined))
}

type Opening = {
  readonly file: File
  readonly source: Source
  readonly encoding: string
  readonly seen: SeenStatements
}

const openTable = async (opening: Opening, head: string): Promise<StateStatements> => {
  const { file, encoding } = opening
  const remarks = isRemarked(head) ? { comment: '#' } : {}
  const table = await readCsv(file, { encoding, delimiter: delimiterOf(head), ...remarks })
  const layout = layOut(table.columns)
  const missing = neededColumns.filter((column) => !layout.includes(column))
  if (missing.length > 0)
    throw new MusterError('column-missing', `${file.path} has no column ${missing.join(', ')}`, {
      hint: `Statements about states have the columns ${contract.join(',')}.`,
    })
  async function* reads(): AsyncGenerator<StateRead> {
    for await (const row of table.rows) {
      const place = `row:${row.row}`
      if (!row.ok) {
        yield reject(opening, place, row)
        continue
      }
      const values = new Map<Column, string>()
      layout.forEach((column, at) => {
        const value = row.cells[at]?.trim()
        if (column && value) values.set(column, value)
      })
      yield take(opening, values, {
        row: place,
        cell: (column) => cellPlace(row.row, column),
        text: () => row.cells.join(','),
      })
    }
  }
  return { ignored: table.columns.filter((_, at) => layout[at] === undefined), reads: reads() }
}

async function* readLines(opening: Opening): AsyncGenerator<StateRead> {
  for await (const line of readJsonLines(opening.file, opening.encoding)) {
    const place = `line:${line.line}`
    if (!line.ok) {
      yield reject(opening, place, line)
      continue
    }
    const row = toJsonRow(line.value)
    if ('reason' in row) yield reject(opening, place, { reason: row.reason, text: line.text })
    else yield take(opening, row.values, { row: place, cell: () => place, text: () => line.text })
  }
}

type Where = {
  readonly row: string
  readonly cell: (column: Column) => string
  readonly text: () => string
}

const take = (opening: Opening, row: Row, where: Where): StateRead => {
  const read = toStatement(row)
  if ('reason' in read) {
    const place = read.column ? where.cell(read.column) : where.row
    return reject(opening, place, { reason: read.reason, text: where.text() })
  }
  const fault = opening.seen.take(read.statement, `${basename(opening.source.path)} ${where.row}`)
  return fault
    ? reject(opening, where.row, { reason: fault, text: where.text() })
    : { ok: true, statement: read.statement, place: where.row }
}

const reject = (
  { source }: Opening,
  place: string,
  { reason, text }: { readonly reason: string; readonly text: string },
): StateRead => ({ ok: false, source: source.id, place, reason, text })
