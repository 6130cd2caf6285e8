import { type CsvRow, cellPlace, decode, type File, readCsv } from '../../formats/index.ts'
import type { Placed, Read, SourceId } from '../../model/index.ts'
import type { ListFile } from '../reader.ts'

/** Columns of the tables of the legacy CSV set, which has no header lines (OFAC's data specification). */
export const columns = {
  sdn: [
    'ent_num',
    'SDN_Name',
    'SDN_Type',
    'Program',
    'Title',
    'Call_Sign',
    'Vess_type',
    'Tonnage',
    'GRT',
    'Vess_flag',
    'Vess_owner',
    'Remarks',
  ],
  alt: ['ent_num', 'alt_num', 'alt_type', 'alt_name', 'alt_remarks'],
  add: ['ent_num', 'add_num', 'address', 'city_etc', 'country', 'add_remarks'],
  comments: ['ent_num', 'remarks_continued'],
} as const

export type Table = keyof typeof columns

/** A row that names its party by number. */
export type Row = { readonly party: number; readonly csv: CsvRow }

/** A cell where it stands in one of the files of a set. */
export type Cell = Placed & { readonly source: SourceId }
/** Finds a cell of a row by its column. */
export type Cells<T extends Table> = (column: (typeof columns)[T][number]) => Cell | undefined

/** Cells of a row; undefined where OFAC prints `-0- ` or nothing. */
export const cellsOf =
  <T extends Table>(table: T, source: SourceId, { csv }: Row): Cells<T> =>
  (column) => {
    const text = csv.cells[(columns[table] as readonly string[]).indexOf(column)] ?? ''
    const value = text.trim()
    if (value === '' || value === '-0-') return undefined
    return { text, value, place: cellPlace(csv.row, column), source }
  }

/** The text of a row on one line. */
export const textOf = ({ csv }: Row): string => csv.cells.join(',')

/** OFAC closes its files with this mark of the end of a DOS text file. */
const endMark = '\u001a'

/** Streams the rows of a table; a row that cannot be read or names no party is rejected. */
export async function* readTable(
  { file, source }: ListFile,
  table: Table,
): AsyncGenerator<Row | (Read & { readonly ok: false })> {
  const { rows } = await readCsv(file, { columns: columns[table] })
  for await (const row of rows) {
    if (!row.ok) {
      if (row.text.trim() !== endMark) yield rejected(source.id, row.row, row.reason, row.text)
      continue
    }
    const number = (row.cells[0] ?? '').trim()
    if (/^\d{1,15}$/.test(number)) yield { party: Number(number), csv: row }
    else yield rejected(source.id, row.row, 'the row has no ent_num', row.cells.join(','))
  }
}

/** A row that is left, with its reason. */
export const rejected = (
  source: SourceId,
  row: number,
  reason: string,
  text: string,
): Read & { readonly ok: false } => ({ ok: false, source, place: `row:${row}`, reason, text })

/**
 * Whether the rows of a table stand in the order of their numbers, seen from the starts of its lines.
 * A line inside a quoted cell may make an ordered table look unordered, never the other way round.
 */
export const isOrdered = async (file: File): Promise<boolean> => {
  let rest = ''
  let before = -1
  for await (const text of decode(file, 'utf-8')) {
    const lines = (rest + text).split(/[\r\n]+/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const number = /^\uFEFF?"?\s*(\d{1,15})\s*"?,/.exec(line)?.[1]
      if (number === undefined) continue
      if (Number(number) < before) return false
      before = Number(number)
    }
  }
  const last = /^"?\s*(\d{1,15})\s*"?,/.exec(rest)?.[1]
  return last === undefined || Number(last) >= before
}
