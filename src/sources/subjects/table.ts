import { type CsvRow, cellPlace } from '../../formats/index.ts'
import { MusterError, type Placed, type Source } from '../../model/index.ts'
import { knownProperties } from './properties.ts'
import type { SubjectRow } from './subject.ts'

/** What the columns of a table mean. */
export type Layout = {
  /** Position, the file's own name and the property of each column that is read. */
  readonly columns: readonly { readonly at: number; readonly name: string; readonly prop: string }[]
  readonly id: number | undefined
  readonly schema: number | undefined
  /** Columns that no property has the name of. */
  readonly ignored: readonly string[]
}

/** Names of columns that mean the id and the schema of a row. */
const own: ReadonlySet<string> = new Set(['id', 'schema'])

const spelled: ReadonlyMap<string, string> = new Map(
  [...knownProperties, ...own].map((prop) => [prop.toLowerCase(), prop]),
)

/** `birth_date`, `Birth Date` and `birthDate` are one name. */
const toProperty = (column: string): string | undefined =>
  spelled.get(column.toLowerCase().replace(/[\s_-]+/g, ''))

/**
 * Lays out a table by its header. `map` names columns for fields: `name` → `Full name`. Errors:
 * `column-unknown` where the file lacks a mapped column, `column-missing` where nothing can be compared.
 */
export const layOut = (
  header: readonly string[],
  map: ReadonlyMap<string, string>,
  path: string,
): Layout => {
  const mapped = new Map<string, string>()
  for (const [field, column] of map) {
    if (!header.includes(column))
      throw new MusterError('column-unknown', `${path} has no column "${column}"`, {
        hint: `Its columns are: ${header.join(', ')}.`,
      })
    const prop = toProperty(field)
    if (prop === undefined)
      throw new MusterError('column-unknown', `there is no field "${field}" to map a column to`, {
        hint: 'Fields are FollowTheMoney properties, as name, birthDate, nationality, passportNumber.',
      })
    mapped.set(column, prop)
  }
  const taken = new Set(mapped.values())
  const columns: { at: number; name: string; prop: string }[] = []
  const ignored: string[] = []
  let [id, schema]: (number | undefined)[] = []
  header.forEach((name, at) => {
    const named = toProperty(name)
    const prop = mapped.get(name) ?? (named !== undefined && taken.has(named) ? undefined : named)
    if (prop === 'id') id = at
    else if (prop === 'schema') schema = at
    else if (prop) columns.push({ at, name, prop })
    else if (name !== '') ignored.push(name)
  })
  if (columns.length === 0)
    throw new MusterError('column-missing', `${path} has no column that Muster knows`, {
      hint: `Its columns are: ${header.join(', ')}. Say which is which: --map name=COLUMN,birthDate=COLUMN`,
    })
  return { columns, id, schema, ignored }
}

/** A row of a table by its layout; several values of a cell are separated by `;`. */
export const toRow = (row: CsvRow, layout: Layout, source: Source): SubjectRow => {
  const cell = (at: number | undefined): string | undefined =>
    (at === undefined ? undefined : row.cells[at]?.trim()) || undefined
  return {
    source,
    place: `row:${row.row}`,
    number: row.row,
    text: row.cells.join(','),
    key: cell(layout.id),
    schema: cell(layout.schema),
    values: layout.columns.flatMap(({ at, name, prop }) =>
      splitCell(row.cells[at] ?? '', cellPlace(row.row, name)).map(
        (placed) => [prop, placed] as const,
      ),
    ),
  }
}

const splitCell = (cell: string, place: string): Placed[] => {
  const texts = cell.includes(';') ? cell.split(';').map((part) => part.trim()) : [cell]
  return texts.flatMap((text) => {
    const value = text.trim()
    return value ? [{ text, value, place }] : []
  })
}
