import { type CsvRow, cellPlace, readCsv } from '../../formats/index.ts'
import {
  Description,
  entityId,
  type Placed,
  parsePartialDate,
  type Read,
  type Schema,
  type Source,
} from '../../model/index.ts'
import type { Edition, ListFile } from '../reader.ts'

/** Columns of the starter list, in order. */
export const columns = [
  'reference',
  'schema',
  'name',
  'alias',
  'weakAlias',
  'previousName',
  'birthDate',
  'country',
  'program',
  'listingDate',
  'authority',
  'currency',
  'publicKey',
  'source',
] as const

type Column = (typeof columns)[number]

const schemata: ReadonlySet<string> = new Set<Schema>([
  'Person',
  'Organization',
  'Company',
  'PublicBody',
  'Vessel',
  'CryptoWallet',
])

/** Streams the parties of the starter list; rows of one reference that follow each other are one. */
export async function* readStarter(edition: Edition): AsyncGenerator<Read> {
  const { file, source } = edition.files[0] as ListFile
  const { rows } = await readCsv(file, { comment: '#' })
  let party: Description | undefined
  let key = ''
  for await (const row of rows) {
    if (!row.ok) {
      yield rejected(source, row.row, row.reason, row.text)
      continue
    }
    const reference = cell(row, 'reference')
    const schema = cell(row, 'schema')?.value ?? ''
    if (!reference || !schemata.has(schema)) {
      const reason = reference ? `unknown schema ${schema}` : 'the row has no reference'
      yield rejected(source, row.row, reason, row.cells.join(','))
    } else if (schema !== 'CryptoWallet') {
      if (party) yield { ok: true, entity: party.entity(key) }
      key = reference.value
      party = readParty(row, reference, source)
    } else if (party && key === reference.value) readWallet(row, party)
    else yield rejected(source, row.row, 'the wallet follows no party', row.cells.join(','))
  }
  if (party) yield { ok: true, entity: party.entity(key) }
}

const rejected = (source: Source, row: number, reason: string, text: string): Read => ({
  ok: false,
  source: source.id,
  place: `row:${row}`,
  reason,
  text,
})

const cell = (row: CsvRow, column: Column): Placed | undefined => {
  const text = row.cells[columns.indexOf(column)] ?? ''
  const value = text.trim()
  return value ? { text, value, place: cellPlace(row.row, column) } : undefined
}

const several = (row: CsvRow, column: Column): readonly Placed[] => {
  const whole = cell(row, column)
  if (!whole) return []
  const values = whole.value.split(';').map((part) => part.trim())
  return values.filter((value) => value !== '').map((value) => ({ ...whole, value }))
}

const readParty = (row: CsvRow, reference: Placed, source: Source): Description => {
  const party = new Description(
    entityId('designation', 'starter', reference.value),
    cell(row, 'schema')?.value as Schema,
    { source: source.id, learned: source.learned, owner: reference },
  )
  party.say('name', cell(row, 'name'))
  for (const column of ['alias', 'weakAlias', 'previousName', 'country'] as const)
    for (const value of several(row, column)) party.say(column, value)
  for (const birth of several(row, 'birthDate'))
    party.say('birthDate', birth, parsePartialDate(birth.value))
  party.part('sanction', 'Sanction', reference, [
    [/^KP[ei]\./.test(reference.value) ? 'unscId' : 'authorityId', reference],
    ...several(row, 'program').map((program) => ['program', program] as const),
    ['listingDate', cell(row, 'listingDate')],
    ['authority', cell(row, 'authority')],
    ['sourceUrl', cell(row, 'source')],
  ])
  return party
}

const readWallet = (row: CsvRow, party: Description): void => {
  const address = cell(row, 'publicKey')
  if (!address) return
  party.part('wallet', 'CryptoWallet', address, [
    ['publicKey', address],
    ['currency', cell(row, 'currency')],
    ['createdAt', cell(row, 'listingDate')],
    ['sourceUrl', cell(row, 'source')],
  ])
}
