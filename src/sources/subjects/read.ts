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
import { MusterError, type NumericOrder, type Read, type Source } from '../../model/index.ts'
import { sniffOrder } from './dates.ts'
import { sniffDelimiter } from './delimiter.ts'
import { JsonRows } from './json.ts'
import { SeenIds } from './seen.ts'
import { type Setting, toSubject } from './subject.ts'
import { type FieldMap, layOut, toRow, turnMap } from './table.ts'

export type SubjectOptions = {
  /** Field → column of the file. */
  readonly map?: FieldMap
  /** Encoding of the file; recognised where it is not said. */
  readonly encoding?: string
  /** How the file orders day and month; told by its dates where it is not said. */
  readonly order?: NumericOrder
}

/** A file of subjects that is open. */
export type Subjects = {
  /** Names of its columns in order; none of JSON lines, which name each value. */
  readonly columns: readonly string[]
  /** Columns that no property has the name of; of JSON lines complete when all has been read. */
  readonly ignored: readonly string[]
  /** One for each row of the file, in order, beside single values that could not be read. */
  readonly reads: AsyncIterable<Read>
}

/**
 * Streams who a file asks about: a CSV, TSV or Excel table, or JSON lines. Memory does not grow with
 * the file, save for Excel's. Errors: `column-unknown`, `column-missing`, `encoding-unknown` and those
 * of the format.
 */
export const openSubjects = async (
  file: File,
  source: Source,
  options: SubjectOptions = {},
): Promise<Subjects> => {
  const { map = new Map(), order } = options
  if (isXlsx(file) || isOldExcel(file))
    return fromTable(await readXlsx(file), { map, source, order })
  const encoding = options.encoding ?? (await recogniseEncoding(file))
  const head = headText(file, encoding)
  const setting = { map, source, order: order ?? sniffOrder(head) }
  if (isJson(head)) return fromJson(file, encoding, setting)
  const table = await readCsv(file, { encoding, delimiter: sniffDelimiter(head) })
  return fromTable(table, setting)
}

type Reading = {
  readonly map: FieldMap
  readonly source: Source
  readonly order: NumericOrder | undefined
}

/** Whether a text begins like JSON lines; a list around them all is refused. */
export const isJson = (head: string): boolean => /^\uFEFF?\s*(?:\{|\[\s*[{\]])/.test(head)

const fromTable = (table: CsvTable, { map, source, order }: Reading): Subjects => {
  const layout = layOut(table.columns, map, source.path)
  const columns = layout.columns.map(({ prop }) => prop)
  const setting: Setting = { columns, order, seen: new SeenIds() }
  async function* reads(): AsyncGenerator<Read> {
    for await (const row of table.rows) {
      if (row.ok) {
        const taken = toRow(row, layout, source)
        yield toSubject(taken.row, setting)
        for (const value of taken.rejected) yield value
      } else {
        const { reason, text } = row
        yield { ok: false, source: source.id, place: `row:${row.row}`, reason, text }
      }
    }
  }
  return { columns: table.columns, ignored: layout.ignored, reads: reads() }
}

const fromJson = (file: File, encoding: string, { map, source, order }: Reading): Subjects => {
  const head = headText(file, encoding)
  if (/^\uFEFF?\s*\[/.test(head))
    throw new MusterError('file-malformed', `${file.path} is one list of JSON, not a line each`, {
      hint: "Write one object a line, as `jq -c '.[]'` does.",
    })
  const mapped = turnMap(map, file.path, file.once ? undefined : namesIn(head))
  const rows = new JsonRows(source, mapped)
  const setting: Setting = { columns: [], order, seen: new SeenIds() }
  async function* reads(): AsyncGenerator<Read> {
    let number = 0
    for await (const line of readJsonLines(file, encoding)) {
      number++
      const read = line.ok ? rows.read(line, number) : undefined
      if (read) {
        yield toSubject(read.row, setting)
        for (const value of read.rejected) yield value
        continue
      }
      const reason = line.ok ? 'the line is no JSON object' : line.reason
      yield { ok: false, source: source.id, place: `line:${line.line}`, reason, text: line.text }
    }
  }
  return { columns: [], ignored: rows.ignored, reads: reads() }
}

/** Names that occur in lines of JSON: none need have a mapped one, but when all lack it, it is a slip. */
const namesIn = (head: string): string[] => [
  ...new Set([...head.matchAll(/"([^"\\]{1,64})"\s*:/g)].map(([, name]) => name as string)),
]
