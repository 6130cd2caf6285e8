import { parseImo } from '../../identifiers/index.ts'
import {
  type EntityId,
  entityId,
  type NewStatement,
  type NumericOrder,
  type Placed,
  type Read,
  type Schema,
  type Source,
} from '../../model/index.ts'
import { isLookedFor, kindOf } from './properties.ts'
import { familyOf, parseSchema, subjectSchemata, tellSchema } from './schema.ts'
import type { SeenIds } from './seen.ts'
import { toValue } from './values.ts'

/** Longest value that is compared; a longer one is no name, number or date. */
const longestValue = 2_000

/** A row of a file of subjects before it is judged. */
export type SubjectRow = {
  readonly source: Source
  /** The row's own place, and its number from 1. */
  readonly place: string
  readonly number: number
  /** The whole row, kept where it is rejected. */
  readonly text: () => string
  readonly key: string | undefined
  readonly schema: string | undefined
  /** What the file says, by known properties. */
  readonly values: readonly (readonly [property: string, placed: Placed])[]
}

/** A row as it was taken apart, with the values in it that are none. */
export type TakenRow = { readonly row: SubjectRow; readonly rejected: readonly Read[] }

/** What is known of the file that a row is in. */
export type Setting = {
  /** Properties that the file has columns for. */
  readonly columns: readonly string[]
  readonly order: NumericOrder | undefined
  readonly seen: SeenIds
}

/** A row as an entity, or why it is none. */
export const toSubject = (row: SubjectRow, setting: Setting): Read => {
  const { values } = row
  const schema =
    row.schema === undefined
      ? tellSchema(
          values.map(([property]) => property),
          setting.columns,
        )
      : parseSchema(row.schema)
  if (!schema)
    return reject(
      row,
      `no subject has the schema ${row.schema}, only ${subjectSchemata.join(', ')}`,
    )
  if (!values.some(([property]) => isLookedFor(property)))
    return reject(row, 'the row has no name, number or contact that could be looked for')
  const long = values.find(
    ([property, { value }]) => value.length > longestValue && kindOf(property) !== 'prose',
  )
  if (long) return reject(row, `${long[0]} is longer than ${longestValue} characters`)
  const key = row.key ?? String(row.number)
  const id = idOf(schema, key, row, setting.seen)
  const statements: NewStatement[] = []
  for (const [property, { place, text, value: written }] of values) {
    const value = toValue(property, written, setting.order)
    const said = {
      source: row.source.id,
      place,
      learned: row.source.learned,
      entity: id,
      schema,
      prop: property,
      value,
    }
    statements.push(text === value ? said : { ...said, original: text })
  }
  return { ok: true, entity: { id, schema, key, statements } }
}

const reject = ({ source, place, text }: SubjectRow, reason: string): Read => ({
  ok: false,
  source: source.id,
  place,
  reason,
  text: text(),
})

/**
 * Two files may use the same ids, so the file's own id is part of it; an IMO number needs none. A row
 * whose id came before is a subject of its own: nobody goes unasked for the sake of a number.
 */
const idOf = (
  schema: Schema,
  key: string,
  { source, place, values }: SubjectRow,
  seen: SeenIds,
): EntityId => {
  const imo = values.find(([property]) => property === 'imoNumber')?.[1].value
  const ship = schema === 'Vessel' && imo ? parseImo(imo, 'ship') : undefined
  const file = source.id.slice(0, 8)
  const id =
    ship?.valid === 'checksum'
      ? entityId('vessel', 'imo', ship.number)
      : entityId(familyOf(schema), file, key)
  return seen.isNew(id) ? id : entityId(familyOf(schema), file, key, place)
}
