import type { XmlElement, XmlValue } from '../../formats/index.ts'
import type { Description } from '../../model/index.ts'
import { readLabelledNumbers } from '../labelled-numbers.ts'
import { inside } from './inside.ts'

/** Reads what the list says of a body: kind, registration, parents and subsidiaries. */
export const readEntity = (body: XmlElement, entry: Description): void => {
  for (const type of inside(body, 'TypeOfEntities', 'TypeOfEntity')) entry.say('legalForm', type)
  for (const number of inside(body, 'BusinessRegistrationNumbers', 'BusinessRegistrationNumber'))
    readNumber(number, entry)
  for (const parent of inside(body, 'ParentCompanies', 'ParentCompany'))
    entry.part('owner', 'Ownership', parent, [['owner', parent]])
  for (const child of inside(body, 'Subsidiaries', 'Subsidiary'))
    entry.part('link', 'UnknownLink', child, [
      ['object', child],
      ['role', child, 'Subsidiary'],
    ])
}

/** A labelled number is said as what it is; any other is a registration number as printed. */
const readNumber = (number: XmlValue, entry: Description): void => {
  if (!readLabelledNumbers(number, entry)) entry.say('registrationNumber', number)
}
