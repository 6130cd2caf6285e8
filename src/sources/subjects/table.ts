import { findNearest } from '../../config/index.ts'
import { type CsvRow, cellPlace } from '../../formats/index.ts'
import { MusterError, type Placed, type Read, type Source } from '../../model/index.ts'
import { fields, isLookedFor, toField } from './properties.ts'
import type { TakenRow } from './subject.ts'

/** Field → the file's own name for it. */
export type FieldMap = ReadonlyMap<string, string>

/** What the columns of a table mean. */
export type Layout = {
  /** Position, the file's own name and the property of each column that is read. */
  readonly columns: readonly { readonly at: number; readonly name: string; readonly prop: string }[]
  readonly id: number | undefined
  readonly schema: number | undefined
  /** Columns that no property has the name of. */
  readonly ignored: readonly string[]
}

/**
 * The fields of a map by the names that the file has for them. Errors: `column-unknown` where there
 * is no such field, or where the file, whose names are given, lacks the column.
 */
export const turnMap = (
  map: FieldMap,
  path: string,
  names?: readonly string[],
): ReadonlyMap<string, string> => {
  const turned = new Map<string, string>()
  for (const [field, column] of map) {
    const known = toField(field)
    if (known === undefined)
      throw new MusterError('column-unknown', `there is no field "${field}" to map a column to`, {
        hint: meant(
          findNearest(field, fields),
          'Fields are FollowTheMoney properties, as name, birthDate, nationality, passportNumber.',
        ),
      })
    if (names && !names.includes(column))
      throw new MusterError('column-unknown', `${path} has no column "${column}"`, {
        hint: meant(findNearest(column, names), `Its columns are: ${names.join(', ')}.`),
      })
    turned.set(column, known)
  }
  return turned
}

const meant = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Did you mean "${nearest}"? ${otherwise}`

/**
 * Lays out a table by its header. A column named by the map means that field; the column which has
 * the field's own name is then left, unless it is mapped too. Errors: those of `turnMap`, and
 * `column-missing` where nothing could be looked for.
 */
export const layOut = (header: readonly string[], map: FieldMap, path: string): Layout => {
  const mapped = turnMap(map, path, header)
  const taken = new Set(mapped.values())
  const columns: { at: number; name: string; prop: string }[] = []
  const ignored: string[] = []
  let [id, schema]: (number | undefined)[] = []
  header.forEach((name, at) => {
    const named = toField(name)
    const field = mapped.get(name) ?? (named && taken.has(named) ? undefined : named)
    if (field === 'id' && id === undefined) id = at
    else if (field === 'schema' && schema === undefined) schema = at
    else if (field && field !== 'id' && field !== 'schema') columns.push({ at, name, prop: field })
    else ignored.push(name === '' ? `column ${at + 1}` : name)
  })
  if (!columns.some(({ prop }) => isLookedFor(prop)))
    throw new MusterError('column-missing', `${path} has no column with names or numbers`, {
      hint: `Its columns are: ${header.join(', ')}. Say which is which: --map name=COLUMN,birthDate=COLUMN`,
    })
  return { columns, id, schema, ignored }
}

/** What spreadsheets write into a cell whose formula failed. */
const failed = /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!)$/

/** A row of a table by its layout; several values of a cell are separated by `;`. */
export const toRow = (row: CsvRow, layout: Layout, source: Source): TakenRow => {
  const cell = (at: number | undefined): string | undefined =>
    (at === undefined ? undefined : row.cells[at]?.trim()) || undefined
  const values: [string, Placed][] = []
  const rejected: Read[] = []
  for (const { at, name, prop } of layout.columns) {
    const text = row.cells[at] as string
    if (text === '') continue
    if (text.startsWith('#') && failed.test(text)) {
      const place = cellPlace(row.row, name)
      const reason = 'a formula of the spreadsheet failed here'
      rejected.push({ ok: false, source: source.id, place, reason, text })
      continue
    }
    for (const placed of splitValues(text, cellPlace(row.row, name))) values.push([prop, placed])
  }
  const taken = {
    source,
    place: `row:${row.row}`,
    number: row.row,
    text: () => row.cells.join(','),
    key: cell(layout.id),
    schema: cell(layout.schema),
    values,
  }
  return { row: taken, rejected }
}

/** The values of one text, without the white space around each. */
export const splitValues = (text: string, place: string): Placed[] => {
  const values: Placed[] = []
  const parts = text.includes(';') ? text.split(';') : [text]
  for (const part of parts) {
    const value = part.trim()
    if (value) values.push({ text: value, value, place })
  }
  return values
}
