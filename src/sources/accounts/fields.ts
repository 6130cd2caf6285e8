import { findNearest } from '../../config/index.ts'
import { kindsOf, MusterError } from '../../model/index.ts'
import { toField } from '../subjects/properties.ts'

/** Field → the file's own name of the column that holds it. */
export type FieldMap = ReadonlyMap<string, string>

/** A column of a file that is read, and the field that it holds. */
export type Chosen = { readonly column: string; readonly field: string }

/** Kinds of observation in the order of their names. */
export const kinds: readonly string[] = Object.values(kindsOf).flat().sort()

/** What an observation says beside its account, kind and value. */
const observationFields = [
  'account',
  'kind',
  'value',
  'first_seen',
  'last_seen',
  'time',
  'count',
] as const

/** Columns of a file of accounts that are observations too, by the kind that they are. */
const observedAs: Readonly<Record<string, string>> = {
  email: 'email',
  phone: 'phone',
  publicKey: 'wallet',
  idNumber: 'document',
  passportNumber: 'document',
  socialSecurityNumber: 'document',
  taxNumber: 'document',
  licenseNumber: 'document',
  ...Object.fromEntries(kinds.map((kind) => [kind, kind])),
}

/** Parts that make a name where a file has no column of whole names, in the order of their writing. */
export const nameParts = [
  'firstName',
  'secondName',
  'middleName',
  'fatherName',
  'lastName',
  'nameSuffix',
] as const

/** Other names of the same field. */
const sameAs: Readonly<Record<string, string>> = {
  account: 'id',
  accountId: 'id',
  citizenship: 'nationality',
}

/** Fields of a file of accounts: what the account states, and what it is seen with. */
export const accountFields: readonly string[] = [
  'id',
  'name',
  ...nameParts,
  'birthDate',
  'country',
  'nationality',
  'address',
  'employer',
  'createdAt',
  ...Object.keys(observedAs),
]

/** The kind of observation that a field of a file of accounts is; undefined of what it only states. */
export const kindOfField = (field: string): string | undefined => observedAs[field]

/** A name of a column without case, space, `_` and `-`. */
export const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '')
const spelled = (fields: readonly string[]): ReadonlyMap<string, string> =>
  new Map(fields.map((field) => [plain(field), field]))

const inAccounts = spelled(accountFields)
const inObservations = spelled(observationFields)

/** The field of a file of accounts that a column is named after. */
export const toAccountField = (column: string): string | undefined => {
  const field = inAccounts.get(plain(column)) ?? toField(column) ?? plain(column)
  const own = sameAs[field] ?? field
  return inAccounts.has(plain(own)) ? own : undefined
}

/** The field of a file of observations that a column is named after. */
export const toObservationField = (column: string): string | undefined =>
  inObservations.get(plain(column))

/**
 * A map of columns parted into that of files of accounts and that of files of observations. Error:
 * `column-unknown` where neither has such a field.
 */
export const partMap = (
  map: FieldMap,
): { readonly accounts: FieldMap; readonly observations: FieldMap } => {
  const accounts = new Map<string, string>()
  const observations = new Map<string, string>()
  for (const [name, column] of map) {
    const observed = toObservationField(name)
    const stated = toAccountField(name)
    if (observed) observations.set(observed, column)
    else if (stated) accounts.set(stated, column)
    else throw unknown(`there is no field "${name}" to map a column to`, name, accountFields)
  }
  return { accounts, observations }
}

export type Choosing = {
  readonly path: string
  readonly map: FieldMap
  readonly toField: (column: string) => string | undefined
}

/**
 * The columns of a file that are read. A column named by the map means that field, and the column with
 * the field's own name is then left. Error: `column-unknown` where the file lacks a mapped column.
 */
export const chooseColumns = (
  header: readonly string[],
  { path, map, toField }: Choosing,
): { readonly chosen: readonly Chosen[]; readonly ignored: readonly string[] } => {
  const lacking = [...map.values()].find((column) => !header.includes(column))
  if (lacking !== undefined) throw unknown(`${path} has no column "${lacking}"`, lacking, header)
  const mapped = new Map([...map].map(([field, column]) => [column, field]))
  const chosen: Chosen[] = []
  const ignored: string[] = []
  header.forEach((column, at) => {
    const named = toField(column)
    const field = mapped.get(column) ?? (named && map.has(named) ? undefined : named)
    if (field) chosen.push({ column, field })
    else ignored.push(column === '' ? `column ${at + 1}` : column)
  })
  return { chosen, ignored }
}

const unknown = (what: string, name: string, names: readonly string[]): MusterError => {
  const nearest = findNearest(name, names)
  return new MusterError('column-unknown', what, {
    hint: nearest ? `Did you mean "${nearest}"?` : `There are: ${names.join(', ')}.`,
  })
}
