import type { XmlElement } from '../../formats/index.ts'
import { parseCountry } from '../../identifiers/index.ts'
import { type Description, parsePartialDate } from '../../model/index.ts'
import { listedNames, namesInNote } from '../listed-names.ts'
import { expiries, issues, passports } from '../prose.ts'
import { wholeOf } from '../whole.ts'
import { births, nationalities } from './prose.ts'

/** UN names of alias qualities and the FollowTheMoney property of each. */
const aliasProps: Readonly<Record<string, string>> = {
  Good: 'alias',
  Low: 'weakAlias',
  'a.k.a.': 'alias',
  'f.k.a.': 'previousName',
}

/** Reads the aliases of an entry, with the birth data and documents that go with one of them. */
export const readAliases = (record: XmlElement, entry: Description): void => {
  for (const alias of record.all(`${record.name}_ALIAS`)) readAlias(alias, entry)
}

const readAlias = (alias: XmlElement, entry: Description): void => {
  const prop = aliasProps[alias.value('QUALITY')?.value ?? ''] ?? 'alias'
  const name = alias.value('ALIAS_NAME')
  for (const { value, short } of name ? listedNames(name.value) : [])
    entry.say(short && prop === 'alias' ? 'weakAlias' : prop, name, value)
  const birth = alias.value('DATE_OF_BIRTH')
  entry.say('birthDate', birth, birth && parsePartialDate(birth.value))
  const country = alias.value('COUNTRY_OF_BIRTH')
  entry.say('birthCountry', country, country && parseCountry(country.value))
  const place = [alias.value('CITY_OF_BIRTH'), country].flatMap((part) => part?.value ?? [])
  entry.say('birthPlace', wholeOf(alias, place.join(', ')))
  const note = alias.value('NOTE')
  if (note) readNote(alias, prop, entry)
  for (const said of name ? [name, ...(note ? [note] : [])] : []) {
    for (const born of births(said)) entry.say('birthDate', born)
    for (const number of passports(said))
      entry.part('document', 'Passport', said, [
        ['number', number],
        ...issues(said).map((day) => ['startDate', day] as const),
        ...expiries(said).map((day) => ['endDate', day] as const),
      ])
  }
}

/** A note says something of the alias, so it is kept together with the name. */
const readNote = (alias: XmlElement, prop: string, entry: Description): void => {
  const note = alias.value('NOTE')
  if (!note) return
  const name = alias.value('ALIAS_NAME')?.value
  const told = [name, note.value].filter((part) => part !== undefined).join(': ')
  entry.say('notes', wholeOf(alias, told.replace(/\s+/g, ' ')))
  for (const value of namesInNote(note.value)) entry.say(prop, note, value)
  for (const nation of nationalities(note))
    entry.say('nationality', nation, parseCountry(nation.value))
}
