import type { XmlElement, XmlValue } from '../../formats/index.ts'
import type { Description } from '../../model/index.ts'
import { inside } from './inside.ts'

/** Numbers that the list labels inside one element, and the property of each. */
const labelled: readonly [label: string, digits: string, prop: string][] = [
  ['INN', String.raw`\d{10}|\d{12}`, 'innCode'],
  ['OGRN', String.raw`\d{13}|\d{15}`, 'ogrnCode'],
  ['KPP', String.raw`\d{9}`, 'kppCode'],
  ['OKPO', String.raw`\d{8}|\d{10}`, 'okpoCode'],
  ['LEI', '[A-Z0-9]{18}[0-9]{2}', 'leiCode'],
  ['(?:SWIFT(?:/BIC)?|BIC)', '[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?', 'swiftBic'],
  ['IMO', String.raw`\d{7}`, 'imoNumber'],
]
const patterns = labelled.map(
  ([label, digits, prop]) =>
    [new RegExp(`\\b${label}\\b[\\s:.-]*(${digits})\\b`, 'g'), prop] as const,
)

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
  let known = false
  for (const [pattern, prop] of patterns)
    for (const match of number.value.matchAll(pattern)) {
      known = true
      entry.say(prop, { ...number, text: match[0] }, match[1])
    }
  if (!known) entry.say('registrationNumber', number)
}
