import type { XmlElement } from '../../formats/index.ts'
import { parseCountry } from '../../identifiers/index.ts'
import { type Description, type Placed, parsePartialDate, type Said } from '../../model/index.ts'
import { expiries, issues } from '../prose.ts'
import { joined, wholeOf } from '../whole.ts'
import { inside } from './inside.ts'

/** Reads what the list says of a person beside names and addresses. */
export const readIndividual = (person: XmlElement, entry: Description): void => {
  for (const birth of inside(person, 'DOBs', 'DOB')) entry.say('birthDate', birth, toDate(birth))
  for (const nation of inside(person, 'Nationalities', 'Nationality'))
    entry.say('nationality', nation, parseCountry(nation.value))
  for (const gender of inside(person, 'Genders', 'Gender'))
    entry.say('gender', gender, gender.value.toLowerCase())
  for (const post of inside(person, 'Positions', 'Position')) entry.say('position', post)
  for (const place of person.all('BirthDetails').flatMap((birth) => birth.all('Location')))
    readBirthPlace(place, entry)
  for (const passport of person.all('PassportDetails').flatMap((list) => list.all('Passport')))
    readDocument(passport, 'Passport', entry)
  for (const id of person
    .all('NationalIdentifierDetails')
    .flatMap((list) => list.all('NationalIdentifier')))
    readDocument(id, 'Identification', entry)
}

/** Unknown parts of a date stand as letters: `dd/mm/1960`, `dd/03/1960`; also `00/03/1960`. */
const toDate = (birth: Placed): string | undefined => {
  const known = birth.value.replace(/^(?:dd|00)\/(?:mm|00)\//i, '').replace(/^(?:dd|00)\//i, '')
  return parsePartialDate(known)
}

const readBirthPlace = (place: XmlElement, entry: Description): void => {
  const country = place.value('CountryOfBirth')
  entry.say('birthCountry', country, country && parseCountry(country.value))
  const told = joined([place.value('TownOfBirth')?.value, country?.value])
  entry.say('birthPlace', wholeOf(place, told))
}

const readDocument = (
  document: XmlElement,
  schema: 'Passport' | 'Identification',
  entry: Description,
): void => {
  const prefix = schema === 'Passport' ? 'Passport' : 'NationalIdentifier'
  const more = document.value(`${prefix}AdditionalInformation`)
  const whole = wholeOf(document)
  if (!whole) return
  entry.part('document', schema, whole, [
    ['number', document.value(`${prefix}Number`)],
    ...(more ? issues(more).map((day): Said => ['startDate', day]) : []),
    ...(more ? expiries(more).map((day): Said => ['endDate', day]) : []),
    ['summary', more],
  ])
}
