import { type Description, entityId, type Placed } from '../../model/index.ts'
import {
  emails,
  expiries,
  imoNumbers,
  passports,
  phones,
  sentenceWith,
  swiftCodes,
  webSites,
} from '../prose.ts'
import { deaths, fathers, genders, mothers, references } from './prose.ts'

/** What is read out of the comments, by property. */
const inComments = [
  ['imoNumber', imoNumbers],
  ['swiftBic', swiftCodes],
  ['email', emails],
  ['website', webSites],
  ['phone', phones],
  ['gender', genders],
  ['fatherName', fathers],
  ['motherName', mothers],
  ['deathDate', deaths],
] as const

/** Comments are kept whole, and what they say under a plain label is read out as well. */
export const readComments = (comments: Placed, entry: Description): void => {
  entry.say('notes', comments)
  for (const [prop, find] of inComments) for (const found of find(comments)) entry.say(prop, found)
  for (const number of passports(comments))
    entry.part('document', 'Passport', comments, [
      ['number', number],
      ...expiries(comments).map((day) => ['endDate', day] as const),
    ])
}

/** Links an entry to each other entry whose reference its texts name, with the sentence that does. */
export const linkTo = (
  entry: Description,
  own: string,
  texts: readonly (Placed | undefined)[],
): void => {
  const known = new Set([own])
  for (const text of texts) {
    for (const found of text ? references(text) : []) {
      if (known.has(found.value)) continue
      known.add(found.value)
      entry.part('link', 'UnknownLink', found, [
        ['object', found, entityId('designation', 'un', found.value)],
        ['summary', text && sentenceWith(text, found.text)],
      ])
    }
  }
}
