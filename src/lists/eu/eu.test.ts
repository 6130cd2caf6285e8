import { expect, test } from 'vitest'
import {
  dataFile,
  dataFolder,
  readAll,
  tellEntity,
  writeTemporary,
} from '../../../tests/editions.ts'
import { faultOf, readWholeFile, xmlPlaces } from '../../../tests/places.ts'
import { openFile } from '../../formats/index.ts'
import { euReader } from './index.ts'

const file = (entities: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-01-02T15:29:22.497+02:00" globalFileId="1">${entities}
</export>`

const act = (element = 'regulationSummary'): string =>
  `<${element} regulationType="amendment" publicationDate="2017-08-31" numberTitle="2017/1509 (OJ L224)" publicationUrl="http://eur-lex.europa.eu/x?a=1&amp;b=2"/>`

const person = `
  <sanctionEntity designationDate="2009-07-16" designationDetails="" unitedNationId="KPi.901" euReferenceNumber="EU.9001.1" logicalId="91">
    <remark>Known blockchain wallet addresses: TVj7RNVHy6thbM7BWdSe9G6gXwKhjhdNZS; e-mail a@b.example</remark>
    <regulation regulationType="repealing" organisationType="council" publicationDate="2017-08-31" entryIntoForceDate="2017-09-01" numberTitle="2017/1509 (OJ L224)" programme="PRK" logicalId="107441">
      <publicationUrl>http://eur-lex.europa.eu/legal-content/EN/TXT/PDF/?uri=CELEX:32017R1509&amp;from=EN</publicationUrl>
    </regulation>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="" middleName="" lastName="" wholeName="Weak One" function="" gender="" title="" nameLanguage="" strong="false" regulationLanguage="en" logicalId="1">${act()}</nameAlias>
    <nameAlias firstName="Test" middleName="" lastName="Person" wholeName="Test  Person" function="Director" gender="M" title="Dr." nameLanguage="EN" strong="true" regulationLanguage="en" logicalId="2">
      <remark>so called</remark>${act()}</nameAlias>
    <nameAlias firstName="" middleName="" lastName="" wholeName="Тест" function="" gender="" title="" nameLanguage="RU" strong="true" regulationLanguage="en" logicalId="3">${act()}</nameAlias>
    <citizenship region="" countryIso2Code="KP" countryDescription="KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF" regulationLanguage="en" logicalId="4">${act()}</citizenship>
    <citizenship region="" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="5"/>
    <birthdate circa="false" calendarType="GREGORIAN" city="Wonsan" zipCode="" birthdate="1965-12-12" dayOfMonth="12" monthOfYear="12" year="1965" region="" place="-" countryIso2Code="KP" countryDescription="KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF" regulationLanguage="en" logicalId="6">${act()}</birthdate>
    <birthdate circa="true" calendarType="GREGORIAN" city="" zipCode="" year="1958" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="7"/>
    <birthdate circa="false" calendarType="GREGORIAN" city="" zipCode="" monthOfYear="3" year="1959" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="8"/>
    <birthdate circa="false" calendarType="GREGORIAN" city="" zipCode="" yearRangeFrom="1960" yearRangeTo="1964" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="9"/>
    <birthdate circa="false" calendarType="ISLAMIC" city="" zipCode="" birthdate="1402-06-24" year="1402" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="10"/>
    <identification diplomatic="true" knownExpired="true" knownFalse="false" reportedLost="false" revokedByIssuer="false" issuedBy="Ministry" issuedDate="2013-01-02" validFrom="" validTo="2018-01-02" latinNumber="" nameOnDocument="Other Name" number="A123456" region="" countryIso2Code="KP" countryDescription="KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF" identificationTypeCode="passport" identificationTypeDescription="National passport" regulationLanguage="en" logicalId="11">
      <remark>seen once</remark>${act()}</identification>
    <address city="Pyongyang" street="Street 1" poBox="7" zipCode="" region="" place="" asAtListingTime="true" countryIso2Code="KP" countryDescription="KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF" regulationLanguage="en" logicalId="12">
      <remark>home</remark><contactInfo key="EMAIL" value="c@d.example"/><contactInfo key="OTHER" value="radio"/>${act()}</address>
  </sanctionEntity>`

const ship = `
  <sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.9002.1" logicalId="92">
    <subjectType code="enterprise" classificationCode="E"/>
    <nameAlias firstName="" middleName="" lastName="" wholeName="TEST SHIP" function="" title="" nameLanguage="" strong="true" regulationLanguage="en" logicalId="13"/>
    <identification diplomatic="false" knownExpired="false" knownFalse="false" reportedLost="false" revokedByIssuer="false" issuedBy="" latinNumber="" nameOnDocument="" number="IMO 9074729" region="" countryIso2Code="00" countryDescription="UNKNOWN" identificationTypeCode="imo" identificationTypeDescription="IMO number" regulationLanguage="en" logicalId="14"/>
    <address city="" street="" poBox="" zipCode="" region="" place="" asAtListingTime="false" countryIso2Code="PA" countryDescription="PANAMA" regulationLanguage="en" logicalId="15"/>
  </sanctionEntity>`

const read = async (content: string) => {
  const path = await writeTemporary('eu.xml', content)
  return { path, ...(await readAll(euReader, path)) }
}

test('the list is recognised with its own date, in UTC', async () => {
  const known = euReader.recognise(await openFile(await writeTemporary('eu.xml', file(person))))
  expect(known).toMatchObject({ list: 'eu', part: 'xml', date: '2026-01-02T13:29:22.497Z' })
})

test('another file with the same root is not this list', async () => {
  const path = await writeTemporary('other.xml', '<export generationDate="2026-01-02"/>')
  expect(euReader.recognise(await openFile(path))).toBeUndefined()
})

test('a person is read whole', async () => {
  const { entities, rejected } = await read(file(person))
  expect(rejected).toEqual([])
  expect(entities.map((each) => [each.id, each.schema])).toEqual([
    ['designation:eu/EU.9001.1', 'Person'],
  ])
  expect(entities.flatMap(tellEntity)).toMatchInlineSnapshot(`
    [
      "weakAlias: Weak One",
      "name: Test Person @en",
      "firstName: Test @en",
      "lastName: Person @en",
      "gender: male",
      "position: Director",
      "title: Dr.",
      "notes: so called",
      "alias: Тест @ru",
      "nationality: kp",
      "birthDate: 1965-12-12",
      "birthCountry: kp",
      "birthPlace: Wonsan, KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF",
      "birthDate: 1958~",
      "birthDate: 1959-03",
      "birthDate: 1960/1964",
      "notes: 1402-06-24 ISLAMIC",
      "email: c@d.example",
      "notes: radio",
      "address.full: 7, Street 1, Pyongyang, KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF",
      "address.street: Street 1",
      "address.postOfficeBox: 7",
      "address.city: Pyongyang",
      "address.country: kp",
      "address.summary: asAtListingTime",
      "address.remarks: home",
      "addressEntity: #address",
      "document.type: National passport",
      "document.number: A123456",
      "document.country: kp",
      "document.authority: Ministry",
      "document.startDate: 2013-01-02",
      "document.endDate: 2018-01-02",
      "document.summary: Other Name",
      "document.summary: diplomatic",
      "document.summary: knownExpired",
      "document.summary: seen once",
      "notes: Known blockchain wallet addresses: TVj7RNVHy6thbM7BWdSe9G6gXwKhjhdNZS; e-mail a@b.example",
      "email: a@b.example",
      "wallet.publicKey: TVj7RNVHy6thbM7BWdSe9G6gXwKhjhdNZS",
      "sanction.authorityId: EU.9001.1",
      "sanction.recordId: 91",
      "sanction.unscId: KPi.901",
      "sanction.listingDate: 2009-07-16",
      "sanction.program: PRK",
      "sanction.provisions: 2017/1509 (OJ L224)",
      "sanction.authority: council",
      "sanction.status: repealing",
      "sanction.startDate: 2017-09-01",
      "sanction.date: 2017-08-31",
      "sanction.sourceUrl: http://eur-lex.europa.eu/legal-content/EN/TXT/PDF/?uri=CELEX:32017R1509&from=EN",
    ]
  `)
})

test('a ship is an organisation with its number, as the list has no kind for ships', async () => {
  const { entities, rejected } = await read(file(ship))
  expect(rejected).toEqual([])
  expect(entities.map((each) => each.schema)).toEqual(['Organization'])
  expect(entities.flatMap(tellEntity)).toMatchInlineSnapshot(`
    [
      "name: TEST SHIP",
      "country: pa",
      "address.full: PANAMA",
      "address.country: pa",
      "addressEntity: #address",
      "imoNumber: 9074729",
      "document.type: IMO number",
      "document.number: IMO 9074729",
      "sanction.authorityId: EU.9002.1",
      "sanction.recordId: 92",
    ]
  `)
})

test('every statement of a made-up list is in the file at its place', async () => {
  const { path, entities } = await read(file(person + ship + ship))
  const lookup = xmlPlaces(readWholeFile(path))
  const said = entities.flatMap((each) => each.statements)
  expect(said.length).toBeGreaterThan(70)
  expect(said.flatMap((each) => faultOf(lookup, each) ?? [])).toEqual([])
})

test('what the reader does not know is rejected with its place', async () => {
  const { entities, rejected } = await read(
    file(
      '<sanctionEntity euReferenceNumber="EU.1" newThing="odd"/><sanctionEntity/><news>x</news>',
    ),
  )
  expect(entities.map((each) => each.key)).toEqual(['EU.1'])
  expect(rejected.map(({ place, reason }) => [place, reason])).toEqual([
    [
      '/export/sanctionEntity[1]/@newThing',
      '/export/sanctionEntity/@newThing is not known to the reader',
    ],
    ['/export/sanctionEntity[2]', 'the entry has no reference number'],
    ['/export/news[1]', '/export/news is not known to the reader'],
  ])
})

test.skipIf(!dataFolder)(
  'the official excerpt is read without a rest, each statement at its place (needs MUSTER_DATA)',
  async () => {
    const path = dataFile('lists', 'samples', 'sample_eu.xml')
    const { entities, rejected } = await readAll(euReader, path)
    expect(rejected).toEqual([])
    expect(entities).toHaveLength(7)
    const lookup = xmlPlaces(readWholeFile(path))
    const said = entities.flatMap((each) => each.statements)
    expect(said.flatMap((each) => faultOf(lookup, each) ?? [])).toEqual([])
  },
)
