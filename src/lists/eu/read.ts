import { readXml, type XmlElement } from '../../formats/index.ts'
import {
  Description,
  entityId,
  parsePartialDate,
  type Read,
  type Said,
  type Source,
} from '../../model/index.ts'
import { leftovers } from '../leftovers.ts'
import type { Edition, ListFile } from '../reader.ts'
import { wholeOf } from '../whole.ts'
import { readBirth } from './birth.ts'
import { readCountry } from './country.ts'
import { actElement, left } from './left.ts'
import { readNames } from './names.ts'
import { readAddress, readIdentification } from './parts.ts'
import { readRemark } from './remark.ts'

/** Streams the entries of the EU list, in file order. */
export async function* readEu(edition: Edition): AsyncGenerator<Read> {
  const { file, source } = edition.files[0] as ListFile
  for await (const record of readXml(file, 2)) {
    if (record.name === 'sanctionEntity') yield* readEntry(record, source)
    for (const value of record.children) value.leave(actElement)
    yield* leftovers(record, source.id, left)
  }
}

function* readEntry(record: XmlElement, source: Source): Generator<Read> {
  const reference = record.attribute('euReferenceNumber') ?? record.attribute('logicalId')
  if (!reference) {
    const reason = 'the entry has no reference number'
    const text = wholeOf(record)?.text ?? ''
    yield { ok: false, source: source.id, place: record.place, reason, text }
    return
  }
  const type = record.child('subjectType')?.attribute('code')
  const entry = new Description(
    entityId('designation', 'eu', reference.value),
    type?.value === 'person' ? 'Person' : 'Organization',
    { source: source.id, learned: source.learned, owner: reference },
  )
  readNames(record.all('nameAlias'), entry)
  for (const nation of record.all('citizenship')) {
    entry.say('nationality', ...readCountry(nation))
    entry.say('notes', nation.attribute('region'))
    for (const remark of nation.values('remark')) readRemark(remark, entry)
  }
  for (const birth of record.all('birthdate')) readBirth(birth, entry)
  for (const address of record.all('address')) readAddress(address, entry)
  for (const document of record.all('identification')) readIdentification(document, entry)
  for (const remark of record.values('remark')) readRemark(remark, entry)
  const listed = record.attribute('designationDate')
  entry.part('sanction', 'Sanction', reference, [
    ['authorityId', reference],
    ['recordId', record.attribute('logicalId')],
    ['unscId', record.attribute('unitedNationId')],
    ['listingDate', listed, listed && parsePartialDate(listed.value)],
    ['summary', record.attribute('designationDetails')],
    ...record.all('regulation').flatMap(readRegulation),
  ])
  yield { ok: true, entity: entry.entity(reference.value) }
}

/** The act by which the entry is listed: programme, number, dates, link. */
const readRegulation = (regulation: XmlElement): readonly Said[] => {
  const inForce = regulation.attribute('entryIntoForceDate')
  const published = regulation.attribute('publicationDate')
  return [
    ['program', regulation.attribute('programme')],
    ['provisions', regulation.attribute('numberTitle')],
    ['authority', regulation.attribute('organisationType')],
    ['status', regulation.attribute('regulationType')],
    ['startDate', inForce, inForce && parsePartialDate(inForce.value)],
    ['date', published, published && parsePartialDate(published.value)],
    ['sourceUrl', regulation.value('publicationUrl')],
    ['summary', regulation.value('remark')],
  ]
}
