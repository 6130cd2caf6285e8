import type { XmlElement } from '../../formats/index.ts'
import { parseCountry } from '../../identifiers/index.ts'
import { type Description, type Placed, parsePartialDate, type Said } from '../../model/index.ts'
import { documentNumber } from '../document-number.ts'
import { expiries, imoNumbers, issues, phones } from '../prose.ts'
import { wholeOf } from '../whole.ts'

const addressParts = ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY'] as const

/** An address; a note without an address is a note on the entry. */
export const readAddress = (address: XmlElement, entry: Description): void => {
  const note = address.value('NOTE')
  for (const phone of note ? phones(note) : []) entry.say('phone', phone)
  for (const number of note ? imoNumbers(note) : []) entry.say('imoNumber', number)
  const parts = addressParts.flatMap((part) => address.value(part)?.value ?? [])
  const full = wholeOf(address, parts.join(', ').replace(/\s+/g, ' '))
  if (!full) {
    entry.say('notes', note)
    return
  }
  const country = address.value('COUNTRY')
  const code = country && parseCountry(country.value)
  if (entry.schema === 'Organization') entry.say('country', country, code)
  entry.part('address', 'Address', full, [
    ['full', full],
    ['street', address.value('STREET')],
    ['city', address.value('CITY')],
    ['state', address.value('STATE_PROVINCE')],
    ['postalCode', address.value('ZIP_CODE')],
    ['country', country, code],
    ['remarks', note],
  ])
}

/** What a note says where the document has no number of its own. */
const numberInNote = (note: Placed): Placed | undefined => {
  const pattern =
    /(?:\b(?:[Nn]umber|[Nn]o\.?|[Cc]ard|[Cc]ode|SSN)\b\s*:?\s*|^)((?:[A-Z]{1,6}[\s-]{0,2})?\d[\dA-Z/-]{3,}|[A-Z]{4,}\d[\dA-Z]{6,})/
  const match = pattern.exec(note.value)
  return match ? { ...note, text: match[0], value: match[1] as string } : undefined
}

const distinctCountries = (places: readonly (Placed | undefined)[]): readonly Said[] => {
  const told = places.flatMap((place) =>
    place ? [{ place, code: parseCountry(place.value) ?? place.value }] : [],
  )
  return told
    .filter(({ code }, i) => told.findIndex((other) => other.code === code) === i)
    .map(({ place, code }) => ['country', place, code])
}

/** A passport or another identity document. */
export const readDocument = (document: XmlElement, entry: Description): void => {
  const types = [document.value('TYPE_OF_DOCUMENT'), document.value('TYPE_OF_DOCUMENT2')]
  const passport = types.some((type) => /pass?port|pasaporte/i.test(type?.value ?? ''))
  const note = document.value('NOTE')
  const number = document.value('NUMBER')
  const issued = document.value('DATE_OF_ISSUE')
  const whole = wholeOf(document)
  if (!whole) return
  entry.part('document', passport ? 'Passport' : 'Identification', whole, [
    ...types.map((type): Said => ['type', type]),
    number
      ? ['number', number, documentNumber(number.value)]
      : ['number', note && numberInNote(note)],
    ...distinctCountries([document.value('ISSUING_COUNTRY'), document.value('COUNTRY_OF_ISSUE')]),
    ['startDate', issued, issued && parsePartialDate(issued.value)],
    ...(note && !issued ? issues(note).map((day): Said => ['startDate', day]) : []),
    ...[number, note]
      .flatMap((text) => (text ? expiries(text) : []))
      .map((day): Said => ['endDate', day]),
    ['authority', document.value('CITY_OF_ISSUE')],
    ['summary', note],
  ])
}
