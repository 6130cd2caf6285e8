import { parseImo } from '../../identifiers/index.ts'
import {
  type Entity,
  type EntityId,
  type EntityKind,
  entityId,
  type NewStatement,
  type Placed,
  type Read,
  type Schema,
  type Source,
} from '../../model/index.ts'
import { knownProperties, normalisers, subjectSchemata, tellingProperties } from './properties.ts'

/** Longest value that is compared; a longer one is no name, number or address. */
const longestValue = 2000

/** The family of derived ids that each schema belongs to. */
const families: Partial<Record<Schema, EntityKind>> = {
  Person: 'person',
  LegalEntity: 'company',
  Organization: 'company',
  Company: 'company',
  PublicBody: 'company',
  Vessel: 'vessel',
  CryptoWallet: 'wallet',
  UserAccount: 'account',
}

/** A row of a file of subjects before it is judged. */
export type SubjectRow = {
  readonly source: Source
  /** The row's own place, and its number from 1. */
  readonly place: string
  readonly number: number
  /** The whole row, kept where it is rejected. */
  readonly text: string
  readonly key: string | undefined
  readonly schema: string | undefined
  readonly values: readonly (readonly [prop: string, placed: Placed])[]
}

/** A row as an entity, or why it is none. */
export const toSubject = (row: SubjectRow): Read => {
  const schema = schemaOf(row)
  if (schema === undefined) return reject(row, `there is no schema ${row.schema}`)
  const told = row.values.filter(([prop]) => knownProperties.has(prop))
  if (told.length === 0) return reject(row, 'the row says nothing that can be compared')
  const long = told.find(([, { value }]) => value.length > longestValue)
  if (long) return reject(row, `${long[0]} is longer than ${longestValue} characters`)
  const key = row.key ?? String(row.number)
  const id = idOf(schema, key, row)
  const statements = told.map(([prop, placed]) =>
    toStatement(row.source, { id, schema }, prop, placed),
  )
  return { ok: true, entity: { id, schema, key, statements } }
}

const reject = ({ source, place, text }: SubjectRow, reason: string): Read => ({
  ok: false,
  source: source.id,
  place,
  reason,
  text,
})

const schemaOf = ({ schema, values }: SubjectRow): Schema | undefined => {
  if (schema !== undefined) return subjectSchemata.get(schema.toLowerCase())
  const telling = tellingProperties.find(([prop]) => values.some(([own]) => own === prop))
  return telling?.[1] ?? 'Person'
}

/** Two files may use the same ids, so the file's own id is part of it; an IMO number needs none. */
const idOf = (schema: Schema, key: string, { source, values }: SubjectRow): EntityId => {
  const imo = values.find(([prop]) => prop === 'imoNumber')?.[1].value
  const number = schema === 'Vessel' && imo ? parseImo(imo, 'ship') : undefined
  if (number?.valid === 'checksum') return entityId('vessel', 'imo', number.number)
  return entityId(families[schema] ?? 'entity', source.id.slice(0, 8), key)
}

const toStatement = (
  source: Source,
  { id, schema }: Pick<Entity, 'id' | 'schema'>,
  prop: string,
  { place, text, value: written }: Placed,
): NewStatement => {
  const value = normalisers[prop]?.(written) ?? written
  return {
    source: source.id,
    place,
    learned: source.learned,
    entity: id,
    schema,
    prop,
    value,
    ...(text === value ? {} : { original: text }),
  }
}
