import type { EntityKind, Schema } from '../../model/index.ts'
import { kindOf } from './properties.ts'

/** FollowTheMoney schemata that a subject can have, with the family of derived ids of each. */
const families: Partial<Record<Schema, EntityKind>> = {
  Person: 'person',
  LegalEntity: 'company',
  Organization: 'company',
  Company: 'company',
  PublicBody: 'company',
  Vessel: 'vessel',
  CryptoWallet: 'wallet',
  UserAccount: 'account',
  Airplane: 'entity',
  Vehicle: 'entity',
  Asset: 'entity',
  Thing: 'entity',
}

export const subjectSchemata: readonly Schema[] = Object.keys(families) as Schema[]

const spelled: ReadonlyMap<string, Schema> = new Map([
  ...subjectSchemata.map((schema) => [schema.toLowerCase(), schema] as const),
  ['organisation', 'Organization'] as const,
])

/** `person`, `Legal Entity` or `PublicBody` as the schema; undefined where no subject has it. */
export const parseSchema = (text: string): Schema | undefined =>
  spelled.get(text.toLowerCase().replace(/[\s_-]+/g, ''))

export const familyOf = (schema: Schema): EntityKind => families[schema] ?? 'entity'

/** Properties that tell what a row is of which does not say it, the first that is filled. */
const telling: readonly (readonly [Schema, readonly string[]])[] = [
  [
    'Person',
    ['firstName', 'lastName', 'birthDate', 'birthPlace', 'gender', 'nationality', 'citizenship'],
  ],
  ['Person', ['passportNumber', 'socialSecurityNumber']],
  ['Vessel', ['imoNumber', 'mmsi', 'callSign']],
  ['CryptoWallet', ['publicKey']],
  ['Company', ['leiCode', 'legalForm', 'incorporationDate', 'dissolutionDate', 'dunsCode']],
]

/**
 * The schema of a row without one. What the row fills in decides, then the columns of its file: a
 * ship whose IMO number is blank is a ship among ships. Who has a birth date is a person, also with a
 * wallet. A person where nothing tells.
 */
export const tellSchema = (filled: Iterable<string>, columns: Iterable<string>): Schema =>
  findTold(new Set(filled)) ?? findTold(new Set(columns)) ?? 'Person'

const findTold = (properties: ReadonlySet<string>): Schema | undefined =>
  telling.find(([, names]) => names.some((name) => properties.has(name) && kindOf(name)))?.[0]
