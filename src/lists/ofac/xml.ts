import { readXml, type XmlElement } from '../../formats/index.ts'
import type { Placed, Read, Source } from '../../model/index.ts'
import { leftovers } from '../leftovers.ts'
import type { Edition, ListFile, ListId } from '../reader.ts'
import { wholeOf } from '../whole.ts'
import { sayAddress } from './address.ts'
import { describe, sayValue } from './describe.ts'
import { findLabel, isDocument, useOf } from './labels.ts'
import { xmlLeft } from './left.ts'
import { sayAlias, sayName, sayNameParts } from './names.ts'
import { closeParty, openParty, type Party, toSchema } from './party.ts'
import { toPassage } from './passage.ts'
import { readRemarks } from './remarks.ts'

/** Streams the parties of OFAC's `sdnList` XML, in file order. */
export async function* readOfacXml(edition: Edition): AsyncGenerator<Read> {
  const { file, source } = edition.files[0] as ListFile
  for await (const record of readXml(file, 2)) {
    const uid = record.value('uid')
    if (record.name === 'sdnEntry' && !uid) {
      yield rejected(record, source, 'the entry has no uid')
      continue
    }
    if (uid) yield* readEntry(record, uid, edition.list, source)
    yield* leftovers(record, source.id, xmlLeft)
  }
}

const rejected = (record: XmlElement, source: Source, reason: string): Read => ({
  ok: false,
  source: source.id,
  place: record.place,
  reason,
  text: wholeOf(record)?.text ?? '',
})

function* readEntry(
  record: XmlElement,
  uid: Placed,
  list: ListId,
  source: Source,
): Generator<Read> {
  const type = record.value('sdnType')?.value ?? ''
  const schema = toSchema(type)
  if (!schema) yield rejected(record, source, `OFAC has no type of party ${type}`)
  const party = openParty({ list, source, uid, schema })
  sayMainName(record, party)
  for (const alias of inside(record, 'akaList', 'aka')) sayAka(alias, party)
  for (const title of record.values('title')) party.entry.say('position', title)
  for (const program of record.child('programList')?.values('program') ?? [])
    party.sanction.push(['program', program])
  for (const id of inside(record, 'idList', 'id')) sayId(id, party)
  for (const address of inside(record, 'addressList', 'address')) sayXmlAddress(address, party)
  for (const [list, item, element, use] of listed)
    for (const each of inside(record, list, item)) sayValue(party, use, each.value(element))
  const vessel = record.child('vesselInfo')
  for (const [element, use] of vesselFacts) sayValue(party, use, vessel?.value(element))
  for (const { text, place } of record.values('remarks'))
    readRemarks(party, toPassage([{ text, place, source: source.id }]))
  yield { ok: true, entity: closeParty(party, uid) }
}

/** Lists of single values: list, item, element, and what becomes of it. */
const listed = [
  ['nationalityList', 'nationality', 'country', useOf('nationality')],
  ['citizenshipList', 'citizenship', 'country', useOf('citizen')],
  ['dateOfBirthList', 'dateOfBirthItem', 'dateOfBirth', useOf('DOB')],
  ['placeOfBirthList', 'placeOfBirthItem', 'placeOfBirth', useOf('POB')],
] as const

const vesselFacts = [
  ['callSign', useOf('Vessel Call Sign')],
  ['vesselType', useOf('Vessel Type')],
  ['vesselFlag', useOf('Vessel Flag')],
  ['vesselOwner', useOf('Vessel Owner')],
  ['tonnage', useOf('Vessel Tonnage')],
  ['grossRegisteredTonnage', useOf('Vessel Gross Registered Tonnage')],
] as const

const inside = (record: XmlElement, list: string, item: string): readonly XmlElement[] =>
  record.child(list)?.all(item) ?? []

/** `LAST, First` as the CSV prints it; where it stands in two elements, placed at what holds both. */
const printedName = (element: XmlElement): Placed | undefined => {
  const [last, first] = [element.value('lastName'), element.value('firstName')]
  if (!last || !first) return last ?? first
  const held = element.children.map(({ name }) => name === 'lastName' || name === 'firstName')
  const named = element.children.slice(held.indexOf(true), held.lastIndexOf(true) + 1)
  const text = named.map((child) => child.text.trim()).join(' ')
  return { text, value: `${last.value}, ${first.value}`, place: element.place }
}

const sayMainName = (record: XmlElement, { entry }: Party): void => {
  const printed = printedName(record)
  sayName(entry, 'name', printed)
  const [last, first] = [record.value('lastName'), record.value('firstName')]
  if (printed && last && first) sayNameParts(entry, printed.value, { last, first })
}

const sayAka = (alias: XmlElement, { entry }: Party): void => {
  const type = alias.value('type')?.value
  const category = alias.value('category')?.value
  sayAlias(entry, printedName(alias), { former: type === 'f.k.a.', weak: category === 'weak' })
}

const sayId = (id: XmlElement, party: Party): void => {
  const [label, value] = [id.value('idType'), id.value('idNumber')]
  if (!label || !value) {
    for (const rest of [label, value]) party.entry.say('notes', rest)
    return
  }
  describe(party, {
    use: findLabel(label.value)?.use ?? { as: isDocument(label.value) ? 'document' : 'note' },
    label,
    ticker: lastWord(label),
    value,
    said: () => wholeOf(id, `${label.value} ${value.value}`) as Placed,
    country: id.value('idCountry'),
    issued: id.value('issueDate'),
    expires: id.value('expirationDate'),
  })
}

const lastWord = (placed: Placed): Placed => {
  const word = placed.value.slice(placed.value.lastIndexOf(' ') + 1)
  return { ...placed, text: word, value: word }
}

const sayXmlAddress = (address: XmlElement, party: Party): void =>
  sayAddress(party, {
    whole: wholeOf(address) as Placed,
    lines: ['address1', 'address2', 'address3'].flatMap((line) => address.value(line) ?? []),
    city: address.value('city'),
    state: address.value('stateOrProvince'),
    postalCode: address.value('postalCode'),
    country: address.value('country'),
  })
