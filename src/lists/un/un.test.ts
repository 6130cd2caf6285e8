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
import { unReader } from './index.ts'

const file = (individuals: string, entities = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:noNamespaceSchemaLocation="https://www.un.org/sc/resources/sc-sanctions.xsd"
  dateGenerated="2026-01-02T00:00:09.554Z"><INDIVIDUALS>${individuals}</INDIVIDUALS>
<ENTITIES>${entities}</ENTITIES></CONSOLIDATED_LIST>`

const individual = `
<INDIVIDUAL>
  <DATAID>6900001</DATAID><VERSIONNUM>1</VERSIONNUM>
  <FIRST_NAME>TEST</FIRST_NAME><SECOND_NAME>CHOL </SECOND_NAME><THIRD_NAME/><FOURTH_NAME/>
  <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPi.901 </REFERENCE_NUMBER>
  <LISTED_ON>2016-03-02</LISTED_ON><GENDER>Male</GENDER>
  <NAME_ORIGINAL_SCRIPT>시험 철</NAME_ORIGINAL_SCRIPT>
  <COMMENTS1>Works for Example Trading (KPe.902),
see also KPi.901. Father’s name is Test Sr. INTERPOL-UN link: https://www.interpol.int/en/X</COMMENTS1>
  <TITLE><VALUE>Dr.</VALUE></TITLE>
  <DESIGNATION><VALUE>Director</VALUE><VALUE>Clerk</VALUE></DESIGNATION>
  <NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY>
  <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>
  <LAST_DAY_UPDATED><VALUE>2017-08-05</VALUE><VALUE>2018-08-08</VALUE></LAST_DAY_UPDATED>
  <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Test One; Test Two</ALIAS_NAME></INDIVIDUAL_ALIAS>
  <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>“Boss”</ALIAS_NAME><DATE_OF_BIRTH>1971-02-03</DATE_OF_BIRTH>
    <CITY_OF_BIRTH>Wonsan</CITY_OF_BIRTH><COUNTRY_OF_BIRTH>China</COUNTRY_OF_BIRTH><NOTE>nom de guerre</NOTE></INDIVIDUAL_ALIAS>
  <INDIVIDUAL_ADDRESS><CITY>Pyongyang</CITY><COUNTRY>Democratic People's Republic of Korea</COUNTRY><NOTE>as of 2016</NOTE></INDIVIDUAL_ADDRESS>
  <INDIVIDUAL_ADDRESS><NOTE>In prison</NOTE></INDIVIDUAL_ADDRESS>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1970-01-02</DATE></INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1971</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><NOTE>Approximately</NOTE><FROM_YEAR>1968</FROM_YEAR><TO_YEAR>1973</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Sep.</NOTE><YEAR>1972</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>24/06/1402 (Hijri Calendar)</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_PLACE_OF_BIRTH><STREET>Street 1</STREET><CITY>Wonsan</CITY><COUNTRY>North Korea</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
  <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>Diplomatic passport no. 123456789 (Expires 18 Jun. 2018)</NUMBER>
    <ISSUING_COUNTRY>North Korea</ISSUING_COUNTRY><DATE_OF_ISSUE>2013-06-18</DATE_OF_ISSUE><CITY_OF_ISSUE>Pyongyang</CITY_OF_ISSUE><NOTE>under another name</NOTE></INDIVIDUAL_DOCUMENT>
  <INDIVIDUAL_DOCUMENT/>
  <SORT_KEY/><SORT_KEY_LAST_MOD/>
</INDIVIDUAL>`

const entity = `
<ENTITY>
  <DATAID>6900002</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>EXAMPLE TRADING BANK (ETB)</FIRST_NAME>
  <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.902</REFERENCE_NUMBER><LISTED_ON>2009-04-24</LISTED_ON>
  <COMMENTS1>IMO number: 5787684. SWIFT: EXAMKPPY. Email: a@b.example.</COMMENTS1>
  <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>
  <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>"EXBANK"</ALIAS_NAME></ENTITY_ALIAS>
  <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Old Bank</ALIAS_NAME></ENTITY_ALIAS>
  <ENTITY_ADDRESS><STREET>Street 2</STREET><COUNTRY>Hong Kong</COUNTRY></ENTITY_ADDRESS>
</ENTITY>`

const read = async (content: string) => {
  const path = await writeTemporary('un.xml', content)
  return { path, ...(await readAll(unReader, path)) }
}

test('the list is recognised with its own date', async () => {
  const path = await writeTemporary('un.xml', file(individual))
  const known = unReader.recognise(await openFile(path))
  expect(known).toEqual({ list: 'un', group: path, part: 'xml', date: '2026-01-02T00:00:09.554Z' })
})

test('an individual is read whole', async () => {
  const { entities, rejected } = await read(file(individual))
  expect(rejected).toEqual([])
  expect(entities.map((each) => [each.id, each.schema, each.key])).toEqual([
    ['designation:un/KPi.901', 'Person', 'KPi.901'],
  ])
  expect(entities.flatMap(tellEntity)).toMatchInlineSnapshot(`
    [
      "name: TEST CHOL",
      "firstName: TEST",
      "secondName: CHOL",
      "name: 시험 철",
      "alias: Test One",
      "alias: Test Two",
      "weakAlias: Boss",
      "birthDate: 1971-02-03",
      "birthCountry: cn",
      "birthPlace: Wonsan, China",
      "notes: “Boss”: nom de guerre",
      "title: Dr.",
      "position: Director",
      "position: Clerk",
      "nationality: kp",
      "gender: male",
      "birthDate: 1970-01-02",
      "birthDate: 1971~",
      "birthDate: 1968~/1973~",
      "birthDate: 1972-09",
      "notes: 24/06/1402 (Hijri Calendar)",
      "birthCountry: kp",
      "birthPlace: Street 1, Wonsan, North Korea",
      "address.full: Pyongyang, Democratic People's Republic of Korea",
      "address.city: Pyongyang",
      "address.country: kp",
      "address.remarks: as of 2016",
      "addressEntity: #address",
      "notes: In prison",
      "document.type: Passport",
      "document.number: 123456789",
      "document.country: kp",
      "document.startDate: 2013-06-18",
      "document.endDate: 2018-06-18",
      "document.authority: Pyongyang",
      "document.summary: under another name",
      "notes: Works for Example Trading (KPe.902),
    see also KPi.901. Father’s name is Test Sr. INTERPOL-UN link: https://www.interpol.int/en/X",
      "fatherName: Test Sr",
      "link.object: designation:un/KPe.902",
      "link.summary: Works for Example Trading (KPe.902), see also KPi.901.",
      "sanction.unscId: KPi.901",
      "sanction.program: DPRK",
      "sanction.recordId: 6900001",
      "sanction.listingDate: 2016-03-02",
      "sanction.modifiedAt: 2017-08-05",
      "sanction.modifiedAt: 2018-08-08",
      "sanction.sourceUrl: https://www.interpol.int/en/X",
    ]
  `)
})

test('an entity is read whole', async () => {
  const { entities, rejected } = await read(file('', entity))
  expect(rejected).toEqual([])
  expect(entities.map((each) => each.schema)).toEqual(['Organization'])
  expect(entities.flatMap(tellEntity)).toMatchInlineSnapshot(`
    [
      "name: EXAMPLE TRADING BANK (ETB)",
      "name: EXAMPLE TRADING BANK",
      "weakAlias: ETB",
      "alias: EXBANK",
      "previousName: Old Bank",
      "country: hk",
      "address.full: Street 2, Hong Kong",
      "address.street: Street 2",
      "address.country: hk",
      "addressEntity: #address",
      "notes: IMO number: 5787684. SWIFT: EXAMKPPY. Email: a@b.example.",
      "imoNumber: 5787684",
      "swiftBic: EXAMKPPY",
      "email: a@b.example",
      "sanction.unscId: KPe.902",
      "sanction.program: DPRK",
      "sanction.recordId: 6900002",
      "sanction.listingDate: 2009-04-24",
    ]
  `)
})

test('every statement of a made-up list is in the file at its place', async () => {
  const { path, entities } = await read(file(individual, entity + entity))
  const lookup = xmlPlaces(readWholeFile(path))
  const said = entities.flatMap((each) => each.statements)
  expect(said.length).toBeGreaterThan(80)
  expect(said.flatMap((each) => faultOf(lookup, each) ?? [])).toEqual([])
})

test('an entry without a reference and an unknown element are rejected with place and reason', async () => {
  const { entities, rejected } = await read(
    file(
      '<INDIVIDUAL><FIRST_NAME>A</FIRST_NAME></INDIVIDUAL>' +
        '<INDIVIDUAL><REFERENCE_NUMBER>X.1</REFERENCE_NUMBER><NEW_THING>odd</NEW_THING></INDIVIDUAL>',
    ),
  )
  expect(entities.map((each) => each.key)).toEqual(['X.1'])
  expect(rejected.map(({ place, reason, text }) => [place, reason, text])).toEqual([
    ['/CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL[1]', 'the entry has no reference number', 'A'],
    [
      '/CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL[1]/FIRST_NAME',
      '/CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL/FIRST_NAME is not known to the reader',
      'A',
    ],
    [
      '/CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL[2]/NEW_THING',
      '/CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL/NEW_THING is not known to the reader',
      'odd',
    ],
  ])
})

const real = [
  ['consolidated-2025.xml.gz', 877],
  ['consolidated-2026-02-27.xml.gz', 1003],
] as const

test.skipIf(!dataFolder).each(real)(
  'the real %s is read without a rest and each statement is found at its place (needs MUSTER_DATA)',
  async (name, count) => {
    const path = dataFile('lists', 'un', name)
    const { entities, rejected } = await readAll(unReader, path)
    expect(rejected).toEqual([])
    expect(entities).toHaveLength(count)
    expect(new Set(entities.map((each) => each.id)).size).toBe(count)
    expect(entities.filter((each) => /^KP[ie]\./.test(each.key))).toHaveLength(155)
    const lookup = xmlPlaces(readWholeFile(path))
    const said = entities.flatMap((each) => each.statements)
    expect(said.length).toBeGreaterThan(20_000)
    expect(said.flatMap((each) => faultOf(lookup, each) ?? [])).toEqual([])
  },
)

test.skipIf(!dataFolder)(
  'the real list loses no birth date: what does not parse keeps its text (needs MUSTER_DATA)',
  async () => {
    const { entities } = await readAll(unReader, dataFile('lists', 'un', real[1][0]))
    const dates = entities.flatMap((each) =>
      each.statements.filter((said) => said.prop === 'birthDate'),
    )
    expect(dates.length).toBeGreaterThanOrEqual(454 + 378 + 31 + 58)
    expect(
      dates.filter((said) => !/^[\d~/-]+$/.test(said.value)).map((said) => said.value),
    ).toEqual([])
  },
)
