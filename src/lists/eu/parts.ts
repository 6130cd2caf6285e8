import type { XmlElement } from '../../formats/index.ts'
import { type Description, parsePartialDate, type Said } from '../../model/index.ts'
import { readProse } from '../prose.ts'
import { attributesOf, joined } from '../whole.ts'
import { readCountry } from './country.ts'

/** Kinds of contact and the property of each. */
const contacts: Readonly<Record<string, string>> = {
  EMAIL: 'email',
  PHONE: 'phone',
  MOBILE: 'phone',
  FAX: 'phone',
  WEB: 'website',
}

const addressParts = ['place', 'poBox', 'street', 'city', 'zipCode', 'region'] as const

/** An address with its contacts; `asAtListingTime` says that it may have changed since. */
export const readAddress = (address: XmlElement, entry: Description): void => {
  for (const contact of address.all('contactInfo')) readContact(contact, entry)
  const [country, code] = readCountry(address)
  if (entry.schema === 'Organization') entry.say('country', country, code)
  const remarks = address.values('remark')
  for (const remark of remarks) readProse(remark, entry)
  const then = address.attribute('asAtListingTime')
  const countryName = country && address.attribute('countryDescription')?.value
  const parts = addressParts.map((part) => address.attribute(part)?.value)
  const whole = attributesOf(address, joined([...parts, countryName]))
  if (!whole) for (const remark of remarks) entry.say('notes', remark)
  if (!whole) return
  entry.part('address', 'Address', whole, [
    ['full', whole],
    ['street', address.attribute('street')],
    ['postOfficeBox', address.attribute('poBox')],
    ['city', address.attribute('city')],
    ['postalCode', address.attribute('zipCode')],
    ['region', address.attribute('region')],
    ['remarks', address.attribute('place')],
    ['country', country, code],
    ...(then?.value === 'true' ? [['summary', then, 'asAtListingTime'] as const] : []),
    ...remarks.map((remark) => ['remarks', remark] as const),
  ])
}

const readContact = (contact: XmlElement, entry: Description): void => {
  const kind = contact.attribute('key')?.value.toUpperCase() ?? ''
  entry.say(contacts[kind] ?? 'notes', contact.attribute('value') ?? contact.own())
}

/** Numbers that are properties of the entry itself, by the list's code of their kind. */
const numberProps: Readonly<Record<string, string>> = {
  imo: 'imoNumber',
  swiftbic: 'swiftBic',
  regnumber: 'registrationNumber',
  fiscalcode: 'taxNumber',
}

/** Flags of a document: said only where they hold. */
const flags = ['diplomatic', 'knownExpired', 'knownFalse', 'reportedLost', 'revokedByIssuer']

const dates = [
  ['issuedDate', 'startDate'],
  ['validFrom', 'startDate'],
  ['validTo', 'endDate'],
] as const

/** A passport, another document or a number under which the entry is registered. */
export const readIdentification = (document: XmlElement, entry: Description): void => {
  const kind = document.attribute('identificationTypeCode')
  const number = document.attribute('number')
  const prop = numberProps[kind?.value ?? '']
  if (prop) entry.say(prop, number, number?.value.replace(/^IMO\s*/i, ''))
  const raised = flags.filter((flag) => document.attribute(flag)?.value === 'true')
  const remarks = document.values('remark')
  for (const remark of remarks) readProse(remark, entry)
  const whole = attributesOf(document)
  if (!whole) return
  entry.part('document', kind?.value === 'passport' ? 'Passport' : 'Identification', whole, [
    ['type', document.attribute('identificationTypeDescription') ?? kind],
    ['number', number],
    ['number', document.attribute('latinNumber')],
    ['country', ...readCountry(document)],
    ['authority', document.attribute('issuedBy')],
    ['authority', document.attribute('region')],
    ...dates.map(([name, date]): Said => {
      const said = document.attribute(name)
      return [date, said, said && parsePartialDate(said.value)]
    }),
    ['summary', document.attribute('nameOnDocument')],
    ...raised.map((flag): Said => ['summary', document.attribute(flag), flag]),
    ...remarks.map((remark): Said => ['summary', remark]),
  ])
}
