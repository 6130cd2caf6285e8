import { readXml, type XmlElement, type XmlValue } from '../../formats/index.ts'
import { parseCountry } from '../../identifiers/index.ts'
import {
  Description,
  entityId,
  type Origin,
  type Placed,
  parsePartialDate,
  type Read,
  type Source,
} from '../../model/index.ts'
import { leftovers } from '../leftovers.ts'
import type { Edition, ListFile } from '../reader.ts'
import { left } from './left.ts'

/** Streams the entries of the UN Security Council consolidated list, in file order. */
export async function* readUn(edition: Edition): AsyncGenerator<Read> {
  const { file, source } = edition.files[0] as ListFile
  for await (const record of readXml(file, 3)) {
    if (record.name !== 'INDIVIDUAL' && record.name !== 'ENTITY') {
      yield* leftovers(record, source.id, left)
      continue
    }
    yield* readEntry(record, source)
    yield* leftovers(record, source.id, left)
  }
}

const nameParts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'] as const
const namePartProps = ['firstName', 'secondName', 'thirdName', 'fourthName'] as const

/** UN names of alias qualities and the FollowTheMoney property of each. */
const aliasProps: Readonly<Record<string, string>> = {
  Good: 'alias',
  Low: 'weakAlias',
  'a.k.a.': 'alias',
  'f.k.a.': 'previousName',
}

function* readEntry(record: XmlElement, source: Source): Generator<Read> {
  const reference = record.value('REFERENCE_NUMBER')
  if (!reference) {
    const reason = 'the entry has no reference number'
    yield { ok: false, source: source.id, place: record.place, reason, text: wholeText(record) }
    return
  }
  const kind = record.name
  const origin: Origin = { source: source.id, learned: source.learned, owner: reference }
  const entry = new Description(
    entityId('designation', 'un', reference.value),
    kind === 'INDIVIDUAL' ? 'Person' : 'Organization',
    origin,
  )
  readNames(record, entry)
  for (const title of record.child('TITLE')?.values('VALUE') ?? []) entry.say('title', title)
  for (const post of record.child('DESIGNATION')?.values('VALUE') ?? []) entry.say('position', post)
  for (const nation of record.child('NATIONALITY')?.values('VALUE') ?? [])
    entry.say('nationality', nation, parseCountry(nation.value))
  const gender = record.value('GENDER')
  entry.say('gender', gender, gender?.value.toLowerCase())
  for (const birth of record.all(`${kind}_DATE_OF_BIRTH`)) readBirthDate(birth, entry)
  for (const birth of record.all(`${kind}_PLACE_OF_BIRTH`)) readBirthPlace(birth, entry)
  for (const address of record.all(`${kind}_ADDRESS`)) readAddress(address, entry)
  for (const document of record.all(`${kind}_DOCUMENT`)) readDocument(document, entry)
  readComments(record, entry)
  entry.part('sanction', 'Sanction', whole(record), [
    ['unscId', reference],
    ['program', record.value('UN_LIST_TYPE')],
    ['recordId', record.value('DATAID')],
    ...dated('listingDate', record.values('LISTED_ON')),
    ...dated('modifiedAt', record.child('LAST_DAY_UPDATED')?.values('VALUE') ?? []),
    ...dated('modifiedAt', record.values('DELISTED_ON')),
    ['summary', record.child('LIST_TYPE')?.value('VALUE')],
  ])
  yield { ok: true, entity: entry.entity(reference.value) }
}

const dated = (prop: string, values: readonly XmlValue[]): [string, Placed, string | undefined][] =>
  values.map((value) => [prop, value, parsePartialDate(value.value)])

/** All text of an element on one line, as the place of a value that is made of several parts. */
const wholeText = (element: XmlElement): string =>
  [element.text, ...element.children.map(wholeText)].join(' ').replace(/\s+/g, ' ').trim()

const whole = (element: XmlElement): Placed => {
  const text = wholeText(element)
  return { text, value: text, place: element.place }
}

const readNames = (record: XmlElement, entry: Description): void => {
  const parts = nameParts.flatMap((part) => record.value(part) ?? [])
  const full = parts.map((part) => part.value.replace(/\s+/g, ' ')).join(' ')
  if (full) {
    const text = parts.length === 1 ? (parts[0] as XmlValue).text : full
    const place = parts.length === 1 ? (parts[0] as XmlValue).place : record.place
    entry.say('name', { text, value: full, place })
  }
  if (parts.length > 1)
    nameParts.forEach((part, i) => {
      entry.say(namePartProps[i] as string, record.value(part))
    })
  entry.say('name', record.value('NAME_ORIGINAL_SCRIPT'))
  for (const alias of record.all(`${record.name}_ALIAS`)) {
    const quality = alias.value('QUALITY')
    const prop = aliasProps[quality?.value ?? ''] ?? 'alias'
    // The list separates some aliases by semicolons inside one element.
    const name = alias.value('ALIAS_NAME')
    entry.say(prop, name, name?.value.replace(/\s+/g, ' '))
    readBirthPlaceOfAlias(alias, entry)
    const birth = alias.value('DATE_OF_BIRTH')
    entry.say('birthDate', birth, birth && parsePartialDate(birth.value))
    entry.say('notes', alias.value('NOTE'))
  }
}

const readBirthPlaceOfAlias = (alias: XmlElement, entry: Description): void => {
  const parts = [alias.value('CITY_OF_BIRTH'), alias.value('COUNTRY_OF_BIRTH')]
  const told = parts.filter((part) => part !== undefined)
  if (told.length > 0)
    entry.say('birthPlace', {
      text: wholeText(alias),
      value: told.map((part) => part.value).join(', '),
      place: alias.place,
    })
}

const readBirthDate = (birth: XmlElement, entry: Description): void => {
  const type = birth.value('TYPE_OF_DATE')?.value
  const [from, to] = [birth.value('FROM_YEAR'), birth.value('TO_YEAR')]
  entry.say('notes', birth.value('NOTE'))
  if (from || to) {
    const value = `${from?.value ?? '..'}/${to?.value ?? '..'}`
    entry.say('birthDate', { ...whole(birth), value }, value)
  }
  const date = birth.value('DATE') ?? birth.value('YEAR')
  const year = birth.value('YEAR')
  if (!date) return
  const parsed = parsePartialDate(date.value)
  entry.say('birthDate', date, parsed && type === 'APPROXIMATELY' ? `${parsed}~` : parsed)
  if (year && year !== date) entry.say('birthDate', year)
}

const readBirthPlace = (birth: XmlElement, entry: Description): void => {
  const country = birth.value('COUNTRY')
  entry.say('birthCountry', country, country && parseCountry(country.value))
  entry.say('notes', birth.value('NOTE'))
  const told = ['CITY', 'STATE_PROVINCE', 'COUNTRY'].flatMap((part) => birth.value(part) ?? [])
  if (told.length > 0)
    entry.say('birthPlace', { ...whole(birth), value: told.map((part) => part.value).join(', ') })
}

const readAddress = (address: XmlElement, entry: Description): void => {
  const country = address.value('COUNTRY')
  const parts = ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY'].flatMap(
    (part) => address.value(part) ?? [],
  )
  const note = address.value('NOTE')
  if (parts.length === 0) {
    entry.say('notes', note)
    return
  }
  entry.part('address', 'Address', whole(address), [
    ['full', { ...whole(address), value: parts.map((part) => part.value).join(', ') }],
    ['street', address.value('STREET')],
    ['city', address.value('CITY')],
    ['state', address.value('STATE_PROVINCE')],
    ['postalCode', address.value('ZIP_CODE')],
    ['country', country, country && parseCountry(country.value)],
    ['remarks', note],
  ])
}

const readDocument = (document: XmlElement, entry: Description): void => {
  const type = document.value('TYPE_OF_DOCUMENT')
  const passport = /passport/i.test(type?.value ?? '')
  const issuer = document.value('ISSUING_COUNTRY') ?? document.value('COUNTRY_OF_ISSUE')
  const second = document.value('COUNTRY_OF_ISSUE')
  const issued = document.value('DATE_OF_ISSUE')
  entry.part('document', passport ? 'Passport' : 'Identification', whole(document), [
    ['type', type],
    ['type', document.value('TYPE_OF_DOCUMENT2')],
    ['number', document.value('NUMBER')],
    ['country', issuer, issuer && parseCountry(issuer.value)],
    ...(second && second !== issuer
      ? [['country', second, parseCountry(second.value)] as const]
      : []),
    ['startDate', issued, issued && parsePartialDate(issued.value)],
    ['authority', document.value('CITY_OF_ISSUE')],
    ['summary', document.value('NOTE')],
  ])
}

const readComments = (record: XmlElement, entry: Description): void => {
  const comments = record.value('COMMENTS1')
  if (!comments) return
  entry.say('notes', comments)
  for (const found of comments.value.matchAll(
    /\bIMO\b\)?(?:\s*(?:number|no\.?|#))?\s*:?\s*(\d{7})\b/gi,
  ))
    entry.say('imoNumber', comments, found[1])
}
