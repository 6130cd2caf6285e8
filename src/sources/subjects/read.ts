import {
  type File,
  headText,
  readCsv,
  readJsonLines,
  recogniseEncoding,
} from '../../formats/index.ts'
import type { NewStatement, Read, Source } from '../../model/index.ts'
import { toJsonRow } from './json.ts'
import { type SubjectRow, toSubject } from './subject.ts'
import { layOut, toRow } from './table.ts'

export type SubjectOptions = {
  /** Field → column of the file. */
  readonly map?: ReadonlyMap<string, string>
  /** Encoding of the file; recognised where it is not said. */
  readonly encoding?: string
}

/** A file of subjects that is open. */
export type Subjects = {
  /** Columns that no property has the name of. */
  readonly ignored: readonly string[]
  /** One for each row of the file, in order. */
  readonly reads: AsyncIterable<Read>
}

/** Streams who a file asks about; memory does not grow with the file. */
export const openSubjects = async (
  file: File,
  source: Source,
  options: SubjectOptions = {},
): Promise<Subjects> => {
  const encoding = options.encoding ?? (await recogniseEncoding(file))
  const map = options.map ?? new Map()
  if (isJson(file, encoding)) return { ignored: [], reads: readJson(file, source, encoding, map) }
  const delimiter = sniffDelimiter(headText(file, encoding))
  const table = await readCsv(file, { encoding, delimiter })
  const layout = layOut(table.columns, map, file.path)
  async function* rows(): AsyncGenerator<SubjectRow | Read> {
    for await (const row of table.rows) {
      if (row.ok) yield toRow(row, layout, source)
      else yield { ...row, ok: false, source: source.id, place: `row:${row.row}` }
    }
  }
  return { ignored: layout.ignored, reads: judge(rows()) }
}

/** Whether the file holds JSON lines. */
export const isJson = (file: File, encoding?: string): boolean =>
  /^\uFEFF?\s*\{/.test(headText(file, encoding))

async function* readJson(
  file: File,
  source: Source,
  encoding: string,
  map: ReadonlyMap<string, string>,
): AsyncGenerator<Read> {
  async function* rows(): AsyncGenerator<SubjectRow | Read> {
    let number = 0
    for await (const line of readJsonLines(file, encoding)) {
      number++
      const place = `line:${line.line}`
      const row = line.ok ? toJsonRow(line, number, source, map) : undefined
      if (row) yield row
      else
        yield {
          ok: false,
          source: source.id,
          place,
          reason: line.ok ? 'the line is no JSON object' : line.reason,
          text: line.ok ? JSON.stringify(line.value) : line.text,
        }
    }
  }
  yield* judge(rows())
}

async function* judge(rows: AsyncIterable<SubjectRow | Read>): AsyncGenerator<Read> {
  for await (const row of rows) yield 'ok' in row ? row : toSubject(row)
}

/**
 * Rejects a second row with the id of one before, because the two would be taken for one subject where
 * they are kept. Holds the ids of the file.
 */
export async function* rejectRepeated(reads: AsyncIterable<Read>): AsyncGenerator<Read> {
  const seen = new Set<string>()
  for await (const read of reads) {
    if (!read.ok || !seen.has(read.entity.id)) {
      if (read.ok) seen.add(read.entity.id)
      yield read
      continue
    }
    const { key, statements } = read.entity
    const [first] = statements as readonly [NewStatement]
    yield {
      ok: false,
      source: first.source,
      place: first.place.replace(/\/.*/, ''),
      reason: `a row before describes ${read.entity.id} (id ${key})`,
      text: statements.map(({ prop, value }) => `${prop}=${value}`).join('; '),
    }
  }
}

/** The sign among comma, semicolon and tab that the header line holds most of. */
export const sniffDelimiter = (head: string): string => {
  const line = /^[^\r\n]*/.exec(head.replace(/"[^"]*"/g, ''))?.[0] ?? ''
  const count = (sign: string): number => line.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
