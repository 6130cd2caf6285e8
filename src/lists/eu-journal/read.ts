import { readCsv } from '../../formats/index.ts'
import { parseCountries, parseCountry, parseImo } from '../../identifiers/index.ts'
import {
  Description,
  type EntityId,
  entityId,
  type Placed,
  parsePartialDate,
  type Read,
  type Schema,
  type Source,
  sha256,
} from '../../model/index.ts'
import { listedNames } from '../listed-names.ts'
import { readWallets } from '../prose.ts'
import type { Edition } from '../reader.ts'
import { readBirthDates, readBirthPlaces } from './birth.ts'
import { Cells } from './cells.ts'
import type { Column } from './columns.ts'
import { readAddresses, readEmails, readPhones } from './contacts.ts'
import { readDocuments } from './documents.ts'
import { readNumbers } from './numbers.ts'

const schemata: ReadonlySet<string> = new Set<Schema>([
  'Person',
  'LegalEntity',
  'Organization',
  'Company',
  'Vessel',
  'Asset',
])

/** Streams the rows of the transcription: the snapshots first, then the acts that amend them. */
export async function* readJournal(edition: Edition): AsyncGenerator<Read> {
  const files = [...edition.files].sort((a, b) =>
    `${b.part}/${a.file.name}` < `${a.part}/${b.file.name}` ? -1 : 1,
  )
  const used = new Map<string, number>()
  for (const { file, source } of files) {
    const { columns, rows } = await readCsv(file)
    for await (const row of rows) {
      if (!row.ok) {
        const place = `row:${row.row}`
        yield { ok: false, source: source.id, place, reason: row.reason, text: row.text }
        continue
      }
      yield readRow(new Cells(row.row, columns, row.cells), source, used)
    }
  }
}

const readRow = (cells: Cells, source: Source, used: Map<string, number>): Read => {
  const name = cells.one('name')
  const schema = cells.one('schema')?.value ?? ''
  if (!name || !schemata.has(schema)) {
    const reason = name ? `unknown schema ${schema}` : 'the row has no name'
    const text = [name?.value, schema].join(' ').trim()
    return { ok: false, source: source.id, place: `row:${cells.row}`, reason, text }
  }
  const reference = toReference(cells, name, used)
  const owner = cells.one('recordId') ?? name
  const id: EntityId = entityId('designation', 'eu-journal', reference)
  const entry = new Description(id, schema as Schema, {
    source: source.id,
    learned: source.learned,
    owner,
  })
  describe(cells, entry)
  return { ok: true, entity: entry.entity(reference) }
}

/**
 * `<act>/<annex>/<number of the entry>`; an amending act names the amended one too. Where the annex
 * prints no number, eight digits of a hash of kind and name stand for it, which later editions keep
 * while row numbers move. The same number again (another measure or kind) adds `/2`, `/3`.
 */
const toReference = (cells: Cells, name: Placed, used: Map<string, number>): string => {
  const number =
    cells.one('recordId')?.value ??
    `~${sha256(`${cells.one('schema')?.value}\n${name.value}`).slice(0, 8)}`
  const acts = [cells.one('celex'), cells.one('amendmentCelex'), cells.one('amendedCelex')]
  const path = [...acts, cells.one('annex')].flatMap((part) => part?.value ?? [])
  const reference = [...path, number].join('/')
  const times = (used.get(reference) ?? 0) + 1
  used.set(reference, times)
  return times === 1 ? reference : `${reference}/${times}`
}

/** Columns whose values are said as they are. */
const plain = [
  'position',
  'appearance',
  'ethnicity',
  'fatherName',
  'motherName',
  'legalForm',
  'sector',
  'innCode',
  'ogrnCode',
  'kppCode',
  'okpoCode',
  'leiCode',
  'swiftBic',
  'ticker',
  'mmsi',
  'website',
] as const satisfies readonly Column[]

const countries = ['country', 'nationality', 'jurisdiction', 'flag'] as const

const describe = (cells: Cells, entry: Description): void => {
  readNames(cells, entry)
  for (const column of countries)
    for (const cell of cells.several(column)) sayCountries(column, cell, entry)
  readBirthDates(cells.several('birthDate'), entry)
  readBirthPlaces(cells.several('birthPlace'), entry)
  for (const cell of cells.several('gender')) entry.say('gender', cell, cell.value.toLowerCase())
  readDocuments(cells.several('passportNumber'), 'Passport', entry)
  readDocuments(cells.several('idNumber'), 'Identification', entry)
  readNumbers(cells.several('registrationNumber'), 'registrationNumber', entry)
  readNumbers(cells.several('taxNumber'), 'taxNumber', entry)
  for (const cell of cells.several('imoNumber')) sayImo(cell, entry)
  for (const column of plain) for (const cell of cells.several(column)) entry.say(column, cell)
  for (const cell of cells.several('incorporationDate'))
    entry.say('incorporationDate', cell, parsePartialDate(cell.value))
  readAddresses(cells.several('address'), entry)
  readPhones(cells.several('phone'), entry)
  readEmails(cells.several('email'), entry)
  for (const note of cells.several('notes')) entry.say('notes', note)
  for (const prose of [...cells.several('notes'), cells.one('reason')])
    if (prose) readWallets(prose, entry)
  readSanction(cells, entry)
}

const readNames = (cells: Cells, entry: Description): void => {
  for (const prop of ['name', 'alias', 'weakAlias', 'previousName'] as const) {
    const whole = cells.one(prop)
    for (const cell of prop === 'name' && whole ? [whole] : cells.several(prop))
      for (const [i, { value, short }] of listedNames(cell.value).entries()) {
        const said = prop === 'name' && i > 0 ? 'alias' : prop
        entry.say(short && said === 'alias' ? 'weakAlias' : said, cell, value)
      }
  }
}

/** `Indonesian. National Identification No.: …`: the country stands before the rest. */
const sayCountries = (prop: string, cell: Placed, entry: Description): void => {
  const codes = parseCountries(cell.value)
  const first = cell.value.split(/[.(]|, passport|\ssince\s/i)[0] as string
  const code = codes.length === 0 ? parseCountry(first) : undefined
  if (codes.length === 0) entry.say(prop, cell, code)
  for (const each of codes) entry.say(prop, cell, each)
}

/** A text that is no number (`Does not exist`) is a note. */
const sayImo = (cell: Placed, entry: Description): void => {
  const imo = parseImo(cell.value)
  entry.say(imo ? 'imoNumber' : 'notes', cell, imo?.number)
}

const readSanction = (cells: Cells, entry: Description): void => {
  const act = cells.one('celex') ?? cells.one('amendmentCelex')
  const amended = cells.one('amendedCelex')
  const listed = cells.one('startDate')
  const number = cells.one('recordId')
  entry.part('sanction', 'Sanction', act ?? (cells.one('name') as Placed), [
    ['authorityId', act],
    ['authorityId', amended],
    ['recordId', number],
    ['program', cells.one('programKey')],
    ['summary', cells.one('annex')],
    ['provisions', cells.one('measure')],
    ['listingDate', listed, listed && parsePartialDate(listed.value)],
    ['reason', cells.one('reason')],
    [
      'sourceUrl',
      act,
      act && `https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:${act.value}`,
    ],
  ])
}
