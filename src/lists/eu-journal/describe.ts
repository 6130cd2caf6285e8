import { parseCountries, parseCountry, parseImo } from '../../identifiers/index.ts'
import { type Description, type Placed, parsePartialDate } from '../../model/index.ts'
import { listedNames } from '../listed-names.ts'
import { readWallets } from '../prose.ts'
import { withoutParticulars } from './alias-particulars.ts'
import { readBirthDates, readBirthPlaces } from './birth.ts'
import type { Cells } from './cells.ts'
import type { Column } from './columns.ts'
import { readAddresses, readEmails, readPhones } from './contacts.ts'
import { readDocuments } from './documents.ts'
import { readNumbers } from './numbers.ts'

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

/** Says what a row says of its entry. */
export const describe = (cells: Cells, entry: Description): void => {
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
    for (const cell of prop === 'name' && whole ? [whole] : cells.several(prop)) {
      const named = withoutParticulars(cell, entry)
      for (const [i, { value, short }] of listedNames(named.value).entries()) {
        const said = prop === 'name' && i > 0 ? 'alias' : prop
        entry.say(short && said === 'alias' ? 'weakAlias' : said, cell, value)
      }
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
