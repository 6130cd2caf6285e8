import { readXml, type XmlElement, type XmlValue } from '../../formats/index.ts'
import { parseCountry } from '../../identifiers/index.ts'
import {
  Description,
  entityId,
  parsePartialDate,
  type Read,
  type Said,
  type Source,
} from '../../model/index.ts'
import { leftovers } from '../leftovers.ts'
import { listedNames } from '../listed-names.ts'
import type { Edition, ListFile } from '../reader.ts'
import { wholeOf } from '../whole.ts'
import { readAliases } from './aliases.ts'
import { readBirthDate, readBirthPlace } from './birth.ts'
import { linkTo, readComments } from './comments.ts'
import { left } from './left.ts'
import { readAddress, readDocument } from './parts.ts'
import { notices } from './prose.ts'

/** Streams the entries of the UN Security Council consolidated list, in file order. */
export async function* readUn(edition: Edition): AsyncGenerator<Read> {
  const { file, source } = edition.files[0] as ListFile
  for await (const record of readXml(file, 3)) {
    if (record.name === 'INDIVIDUAL' || record.name === 'ENTITY') yield* readEntry(record, source)
    yield* leftovers(record, source.id, left)
  }
}

function* readEntry(record: XmlElement, source: Source): Generator<Read> {
  const reference = record.value('REFERENCE_NUMBER')
  if (!reference) {
    const reason = 'the entry has no reference number'
    const text = wholeOf(record)?.text ?? ''
    yield { ok: false, source: source.id, place: record.place, reason, text }
    return
  }
  const kind = record.name
  const entry = new Description(
    entityId('designation', 'un', reference.value),
    kind === 'INDIVIDUAL' ? 'Person' : 'Organization',
    { source: source.id, learned: source.learned, owner: reference },
  )
  readNames(record, entry)
  readAliases(record, entry)
  for (const title of valuesIn(record, 'TITLE')) entry.say('title', title)
  for (const post of valuesIn(record, 'DESIGNATION')) entry.say('position', post)
  for (const nation of [...valuesIn(record, 'NATIONALITY'), ...record.values('NATIONALITY2')])
    entry.say('nationality', nation, parseCountry(nation.value))
  const gender = record.value('GENDER')
  entry.say('gender', gender, gender?.value.toLowerCase())
  for (const [name, read] of details)
    for (const detail of record.all(`${kind}_${name}`))
      if (detail.children.length > 0) read(detail, entry)
  const comments = record.value('COMMENTS1')
  if (comments) readComments(comments, entry)
  linkTo(entry, reference.value, [comments, ...record.all(`${kind}_ALIAS`).flatMap(prose)])
  entry.part('sanction', 'Sanction', reference, [
    ['unscId', reference],
    ['program', record.value('UN_LIST_TYPE')],
    ['recordId', record.value('DATAID')],
    ...dated('listingDate', [...record.values('LISTED_ON'), ...record.values('SUBMITTED_ON')]),
    ...dated('modifiedAt', valuesIn(record, 'LAST_DAY_UPDATED')),
    ...dated('endDate', record.values('DELISTED_ON')),
    ['authority', record.value('SUBMITTED_BY')],
    ...(comments ? notices(comments).map((link): Said => ['sourceUrl', link]) : []),
  ])
  yield { ok: true, entity: entry.entity(reference.value) }
}

/** Elements that hold what belongs together; many are empty. */
const details = [
  ['DATE_OF_BIRTH', readBirthDate],
  ['PLACE_OF_BIRTH', readBirthPlace],
  ['ADDRESS', readAddress],
  ['DOCUMENT', readDocument],
] as const

const valuesIn = (record: XmlElement, name: string): readonly XmlValue[] =>
  record.all(name).flatMap((list) => list.values('VALUE'))

const prose = (alias: XmlElement): readonly XmlValue[] => [
  ...alias.values('ALIAS_NAME'),
  ...alias.values('NOTE'),
]

const dated = (prop: string, values: readonly XmlValue[]): readonly Said[] =>
  values.map((value) => [prop, value, parsePartialDate(value.value)])

const nameParts = [
  ['FIRST_NAME', 'firstName'],
  ['SECOND_NAME', 'secondName'],
  ['THIRD_NAME', 'middleName'],
  ['FOURTH_NAME', 'lastName'],
] as const

/** The four parts make the name in their order; which is the family name differs by language. */
const readNames = (record: XmlElement, entry: Description): void => {
  const parts = nameParts.flatMap(([part]) => record.value(part) ?? [])
  const full = parts.map((part) => part.value).join(' ')
  const placed = parts.length === 1 ? parts[0] : wholeName(record, parts)
  for (const { value, short } of listedNames(full))
    entry.say(short ? 'weakAlias' : 'name', placed, value)
  if (parts.length > 1) for (const [part, prop] of nameParts) entry.say(prop, record.value(part))
  entry.say('name', record.value('NAME_ORIGINAL_SCRIPT'))
}

/** The text of the record is long, so only its name parts are told: they follow each other there. */
const wholeName = (record: XmlElement, parts: readonly XmlValue[]): XmlValue => {
  const text = parts.map((part) => part.text).join(' ')
  return { text, value: text, place: record.place }
}
