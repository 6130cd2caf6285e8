import {
  type CsvTable,
  type File,
  headText,
  isOldExcel,
  isXlsx,
  readCsv,
  readJsonLines,
  readXlsx,
  recogniseEncoding,
} from '../../formats/index.ts'
import { MusterError } from '../../model/index.ts'
import { sniffDelimiter } from '../subjects/delimiter.ts'
import { isJson } from '../subjects/read.ts'
import { flatten } from './flatten.ts'

/** A row of any table: the text of each cell by the position of its column, `''` where it is blank. */
export type RecordRow = {
  readonly ok: true
  /** From 1, as the input counts its rows. */
  readonly row: number
  readonly cells: readonly string[]
}

/** A row that cannot be read: kept with its place and the reason. */
export type RecordFault = {
  readonly ok: false
  readonly row: number
  readonly place: string
  readonly reason: string
  readonly text: string
}

/** A table of any columns that is open. */
export type RecordTable = {
  /** Names of the columns; of JSON lines complete when all has been read. */
  readonly columns: readonly string[]
  readonly rows: AsyncIterable<RecordRow | RecordFault>
}

/**
 * Streams the rows of a CSV, TSV or Excel table, or of JSON lines, whatever their columns mean. Of
 * JSON, members of members are columns by their own names, and lists hold several values, joined by
 * `;`. Errors: `file-empty`, `file-malformed`, `encoding-unknown` and those of the format.
 */
export const openRecords = async (file: File, encoding?: string): Promise<RecordTable> => {
  if (isXlsx(file) || isOldExcel(file)) return fromTable(await readXlsx(file))
  const told = encoding ?? (await recogniseEncoding(file))
  const head = headText(file, told)
  if (isJson(head)) return fromJson(file, told)
  return fromTable(await readCsv(file, { encoding: told, delimiter: sniffDelimiter(head) }))
}

const fromTable = ({ columns, rows }: CsvTable): RecordTable => {
  async function* read(): AsyncGenerator<RecordRow | RecordFault> {
    for await (const row of rows) {
      if (row.ok) yield { ok: true, row: row.row, cells: row.cells }
      else yield { ...row, place: `row:${row.row}` }
    }
  }
  return { columns: columns.map((name) => name.trim()), rows: read() }
}

const fromJson = (file: File, encoding: string): RecordTable => {
  if (/^\uFEFF?\s*\[/.test(headText(file, encoding)))
    throw new MusterError('file-malformed', `${file.path} is one list of JSON, not a line each`, {
      hint: "Write one object a line, as `jq -c '.[]'` does.",
    })
  const columns: string[] = []
  const places = new Map<string, number>()
  const placeOf = (name: string): number => {
    const place = places.get(name) ?? columns.push(name) - 1
    places.set(name, place)
    return place
  }
  async function* read(): AsyncGenerator<RecordRow | RecordFault> {
    let row = 0
    for await (const line of readJsonLines(file, encoding)) {
      row++
      const { text } = line
      const values = line.ok ? flatten(line.value) : undefined
      if (!values) {
        const reason = line.ok ? 'the line is no JSON object' : line.reason
        yield { ok: false, row, place: `line:${line.line}`, reason, text }
        continue
      }
      const cells: string[] = []
      for (const [name, all] of values) cells[placeOf(name)] = all.join(';')
      for (let at = 0; at < columns.length; at++) cells[at] ??= ''
      yield { ok: true, row, cells }
    }
  }
  return { columns, rows: read() }
}
