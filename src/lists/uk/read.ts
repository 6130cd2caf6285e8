import { readXml, type XmlElement } from '../../formats/index.ts'
import {
  Description,
  entityId,
  parsePartialDate,
  type Read,
  type Said,
  type Schema,
  type Source,
} from '../../model/index.ts'
import { leftovers } from '../leftovers.ts'
import { readProse, readWallets } from '../prose.ts'
import type { Edition, ListFile } from '../reader.ts'
import { wholeOf } from '../whole.ts'
import { readAddress } from './address.ts'
import { readEntity } from './entity.ts'
import { readIndividual } from './individual.ts'
import { inside } from './inside.ts'
import { left } from './left.ts'
import { readNames } from './names.ts'
import { readShip } from './ship.ts'

/** Streams the entries of the UK Sanctions List, in file order. */
export async function* readUk(edition: Edition): AsyncGenerator<Read> {
  const { file, source } = edition.files[0] as ListFile
  for await (const record of readXml(file, 2)) {
    if (record.name === 'Designation') yield* readEntry(record, source)
    yield* leftovers(record, source.id, left)
  }
}

/** Kinds of the list and the FollowTheMoney schema of each. */
const schemata: Readonly<Record<string, Schema>> = {
  individual: 'Person',
  entity: 'Organization',
  ship: 'Vessel',
}

/** Values of the entry and their properties. */
const contacts = [
  ['PhoneNumbers', 'PhoneNumber', 'phone'],
  ['EmailAddresses', 'EmailAddress', 'email'],
  ['Websites', 'Website', 'website'],
] as const

function* readEntry(record: XmlElement, source: Source): Generator<Read> {
  const reference = record.value('UniqueID')
  const kind = record.value('IndividualEntityShip')
  const schema = schemata[kind?.value.toLowerCase() ?? '']
  if (!reference || !schema) {
    const reason = reference
      ? `IndividualEntityShip is ${kind?.value ?? 'missing'}`
      : 'the entry has no unique id'
    const text = wholeOf(record)?.text ?? ''
    yield { ok: false, source: source.id, place: record.place, reason, text }
    return
  }
  const entry = new Description(entityId('designation', 'uk', reference.value), schema, {
    source: source.id,
    learned: source.learned,
    owner: reference,
  })
  readNames(record, entry)
  for (const title of inside(record, 'Titles', 'Title')) entry.say('title', title)
  for (const person of record.child('IndividualDetails')?.all('Individual') ?? [])
    readIndividual(person, entry)
  for (const body of record.child('EntityDetails')?.all('Entity') ?? []) readEntity(body, entry)
  for (const ship of record.child('ShipDetails')?.all('Ship') ?? []) readShip(ship, entry)
  for (const address of record.child('Addresses')?.all('Address') ?? []) readAddress(address, entry)
  for (const [list, name, prop] of contacts)
    for (const contact of inside(record, list, name)) entry.say(prop, contact)
  const information = record.value('OtherInformation')
  const reasons = record.value('UKStatementofReasons')
  entry.say('notes', information)
  if (information) readProse(information, entry)
  if (reasons) readWallets(reasons, entry)
  entry.part('sanction', 'Sanction', reference, [
    ['authorityId', reference],
    ['recordId', record.value('OFSIGroupID')],
    ['unscId', record.value('UNReferenceNumber')],
    ['program', record.value('RegimeName')],
    ['authority', record.value('DesignationSource')],
    ...readMeasures(record),
    ...dated('listingDate', record, 'DateDesignated'),
    ...dated('modifiedAt', record, 'LastUpdated'),
    ['reason', reasons],
  ])
  yield { ok: true, entity: entry.entity(reference.value) }
}

/** Measures stand in one element, parted by bars. */
const readMeasures = (record: XmlElement): readonly Said[] =>
  record.values('SanctionsImposed').flatMap((imposed) =>
    imposed.value
      .split('|')
      .map((measure) => measure.trim())
      .filter((measure) => measure !== '')
      .map((measure): Said => ['provisions', imposed, measure]),
  )

const dated = (prop: string, record: XmlElement, name: string): readonly Said[] =>
  record.values(name).map((date) => [prop, date, parsePartialDate(date.value)])
