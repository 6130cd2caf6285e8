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
import { ukReader } from './index.ts'

const file = (entries: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<Designations xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><DateGenerated>20/08/2026</DateGenerated>${entries}
</Designations>`

const person = `
  <Designation>
    <LastUpdated>18/12/2021</LastUpdated><DateDesignated>03/10/2017</DateDesignated>
    <UniqueID>DPR9001</UniqueID><OFSIGroupID>99001</OFSIGroupID><UNReferenceNumber>KPi.901</UNReferenceNumber>
    <Names>
      <Name><Name1>TEST</Name1><Name2>CHOL</Name2><Name6>PERSON</Name6><NameType>Primary Name</NameType></Name>
      <Name><Name6>PERSON-ONE</Name6><Name1>TEST</Name1><NameType>Primary name variation</NameType></Name>
      <Name><Name6>BOSS</Name6><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name>
      <Name><Name6>PERSON TWO</Name6><NameType>ALias</NameType><AliasStrength>Good quality a.k.a</AliasStrength></Name>
      <Name><NameType>Alias</NameType></Name>
    </Names>
    <NonLatinNames><NonLatinName><NameNonLatinScript>시험 철</NameNonLatinScript><NonLatinScriptType>Hangul</NonLatinScriptType><NonLatinScriptLanguage>Korean</NonLatinScriptLanguage></NonLatinName></NonLatinNames>
    <Titles><Title>Dr</Title></Titles>
    <RegimeName>The Democratic People's Republic of Korea (Sanctions) (EU Exit) Regulations 2019</RegimeName>
    <IndividualEntityShip>Individual</IndividualEntityShip>
    <DesignationSource>UN</DesignationSource>
    <SanctionsImposed>Asset freeze|Travel Ban</SanctionsImposed>
    <SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze><TravelBan>true</TravelBan><ArmsEmbargo>false</ArmsEmbargo></SanctionsImposedIndicators>
    <OtherInformation>Known wallet: TVj7RNVHy6thbM7BWdSe9G6gXwKhjhdNZS. Email: a@b.example</OtherInformation>
    <UKStatementofReasons>
      Runs the ship X (IMO 9562233).
    </UKStatementofReasons>
    <Addresses><Address><AddressLine1>Street 1</AddressLine1><AddressLine6>Pyongyang</AddressLine6><AddressPostalCode>1</AddressPostalCode><AddressCountry>North Korea</AddressCountry></Address></Addresses>
    <PhoneNumbers><PhoneNumber>+850 2 18111</PhoneNumber></PhoneNumbers>
    <EmailAddresses><EmailAddress>c@d.example</EmailAddress></EmailAddresses>
    <Websites><Website>http://e.example</Website></Websites>
    <IndividualDetails><Individual>
      <DOBs><DOB>02/01/1970</DOB><DOB>dd/mm/1971</DOB><DOB>dd/03/1972</DOB><DOB>00/00/1973</DOB><DOB>1974</DOB><DOB>15/08/19yy</DOB></DOBs>
      <PassportDetails><Passport><PassportNumber>A123456</PassportNumber><PassportAdditionalInformation>Issued on 1 Jan. 2013, expires 2 Jan. 2018</PassportAdditionalInformation></Passport><Passport><PassportNumber/></Passport></PassportDetails>
      <NationalIdentifierDetails><NationalIdentifier><NationalIdentifierNumber>545167</NationalIdentifierNumber><NationalIdentifierAdditionalInformation>identity card</NationalIdentifierAdditionalInformation></NationalIdentifier></NationalIdentifierDetails>
      <Nationalities><Nationality>North Korea</Nationality></Nationalities>
      <Positions><Position>(1) Director</Position></Positions>
      <Genders><Gender>Male</Gender></Genders>
      <BirthDetails><Location><TownOfBirth>Wonsan</TownOfBirth><CountryOfBirth>North Korea</CountryOfBirth></Location></BirthDetails>
    </Individual></IndividualDetails>
  </Designation>`

const entity = `
  <Designation>
    <DateDesignated>03/10/2022</DateDesignated><UniqueID>RUS9002</UniqueID>
    <Names><Name><Name6>EXAMPLE TRADING LLC</Name6><NameType>Primary Name</NameType></Name></Names>
    <IndividualEntityShip>Entity</IndividualEntityShip>
    <Addresses><Address><AddressLine1>12 Example St</AddressLine1><AddressCountry>Russia</AddressCountry></Address></Addresses>
    <EntityDetails><Entity>
      <TypeOfEntities><TypeOfEntity>Limited company</TypeOfEntity></TypeOfEntities>
      <BusinessRegistrationNumbers><BusinessRegistrationNumber>OGRN: 1247700291200
KPP: 770701001</BusinessRegistrationNumber><BusinessRegistrationNumber>HE 123456</BusinessRegistrationNumber></BusinessRegistrationNumbers>
      <ParentCompanies><ParentCompany>Example Holding</ParentCompany></ParentCompanies>
      <Subsidiaries><Subsidiary>Example Branch</Subsidiary></Subsidiaries>
    </Entity></EntityDetails>
  </Designation>`

const ship = `
  <Designation>
    <LastUpdated>18/12/2021</LastUpdated><DateDesignated>03/10/2017</DateDesignated><UniqueID>DPR9003</UniqueID>
    <Names>
      <Name><Name6>Test 8</Name6><NameType>Primary name</NameType></Name>
      <Name><Name6>Old Test</Name6><NameType>Alias</NameType></Name>
    </Names>
    <IndividualEntityShip>Ship</IndividualEntityShip>
    <SanctionsImposed>Prohibition of port entry</SanctionsImposed>
    <ShipDetails><Ship>
      <IMONumbers><IMONumber>IMO9562233</IMONumber></IMONumbers>
      <CurrentOwnerOperators><CurrentOwnerOperator>Example Shipping</CurrentOwnerOperator></CurrentOwnerOperators>
      <PreviousOwnerOperators><PreviousOwnerOperator>Old Shipping</PreviousOwnerOperator></PreviousOwnerOperators>
      <CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Comoros</CurrentBelievedFlagOfShip></CurrentBelievedFlagOfShips>
      <PreviousFlags><PreviousFlag>India</PreviousFlag></PreviousFlags>
      <TypeOfShipDetails><TypeOfShip>Bulk Carrier</TypeOfShip></TypeOfShipDetails>
      <TonnageOfShipDetails><TonnageOfShip>7078</TonnageOfShip></TonnageOfShipDetails>
      <LengthOfShipDetails><LengthOfShip>120</LengthOfShip></LengthOfShipDetails>
      <YearsBuilt><YearBuilt>2011</YearBuilt></YearsBuilt>
      <HullIdentificationNumbers><HullIdentificationNumber>H1</HullIdentificationNumber></HullIdentificationNumbers>
    </Ship></ShipDetails>
  </Designation>`

const read = async (content: string) => {
  const path = await writeTemporary('uk.xml', content)
  return { path, ...(await readAll(ukReader, path)) }
}

test.each([
  ['the date inside', 'UK-Sanctions-List.xml', file(ship), '2026-08-20'],
  ['the date in its name', 'UK-Sanctions-List-2026-07-01.xml', '<Designations/>', '2026-07-01'],
  ['no date', 'UK-Sanctions-List.xml', '<Designations/>', null],
])('a list with %s is recognised', async (_what, name, content, date) => {
  const known = ukReader.recognise(await openFile(await writeTemporary(name, content)))
  expect(known).toMatchObject({ list: 'uk', part: 'xml', date })
})

test('a person is read whole', async () => {
  const { entities, rejected } = await read(file(person))
  expect(rejected).toEqual([])
  expect(entities.map((each) => [each.id, each.schema])).toEqual([
    ['designation:uk/DPR9001', 'Person'],
  ])
  expect(entities.flatMap(tellEntity)).toMatchInlineSnapshot(`
    [
      "name: TEST CHOL PERSON",
      "firstName: TEST",
      "secondName: CHOL",
      "lastName: PERSON",
      "alias: TEST PERSON-ONE",
      "weakAlias: BOSS",
      "alias: PERSON TWO",
      "alias: 시험 철 @ko",
      "title: Dr",
      "birthDate: 1970-01-02",
      "birthDate: 1971",
      "birthDate: 1972-03",
      "birthDate: 1973",
      "birthDate: 1974",
      "birthDate: 15/08/19yy",
      "nationality: kp",
      "gender: male",
      "position: (1) Director",
      "birthCountry: kp",
      "birthPlace: Wonsan, North Korea",
      "document.number: A123456",
      "document.startDate: 2013-01-01",
      "document.endDate: 2018-01-02",
      "document.summary: Issued on 1 Jan. 2013, expires 2 Jan. 2018",
      "document.number: 545167",
      "document.summary: identity card",
      "address.full: Street 1, Pyongyang, 1, North Korea",
      "address.postalCode: 1",
      "address.country: kp",
      "addressEntity: #address",
      "phone: +850 2 18111",
      "email: c@d.example",
      "website: http://e.example",
      "notes: Known wallet: TVj7RNVHy6thbM7BWdSe9G6gXwKhjhdNZS. Email: a@b.example",
      "email: a@b.example",
      "wallet.publicKey: TVj7RNVHy6thbM7BWdSe9G6gXwKhjhdNZS",
      "sanction.authorityId: DPR9001",
      "sanction.recordId: 99001",
      "sanction.unscId: KPi.901",
      "sanction.program: The Democratic People's Republic of Korea (Sanctions) (EU Exit) Regulations 2019",
      "sanction.authority: UN",
      "sanction.provisions: Asset freeze",
      "sanction.provisions: Travel Ban",
      "sanction.listingDate: 2017-10-03",
      "sanction.modifiedAt: 2021-12-18",
      "sanction.reason: Runs the ship X (IMO 9562233).",
    ]
  `)
})

test('a body is read whole', async () => {
  const { entities, rejected } = await read(file(entity))
  expect(rejected).toEqual([])
  expect(entities.map((each) => each.schema)).toEqual(['Organization'])
  expect(entities.flatMap(tellEntity)).toMatchInlineSnapshot(`
    [
      "name: EXAMPLE TRADING LLC",
      "legalForm: Limited company",
      "ogrnCode: 1247700291200",
      "kppCode: 770701001",
      "registrationNumber: HE 123456",
      "owner.owner: Example Holding",
      "link.object: Example Branch",
      "link.role: Subsidiary",
      "country: ru",
      "address.full: 12 Example St, Russia",
      "address.country: ru",
      "addressEntity: #address",
      "sanction.authorityId: RUS9002",
      "sanction.listingDate: 2022-10-03",
    ]
  `)
})

test('a ship is read whole', async () => {
  const { entities, rejected } = await read(file(ship))
  expect(rejected).toEqual([])
  expect(entities.map((each) => each.schema)).toEqual(['Vessel'])
  expect(entities.flatMap(tellEntity)).toMatchInlineSnapshot(`
    [
      "name: Test 8",
      "alias: Old Test",
      "imoNumber: 9562233",
      "registrationNumber: H1",
      "flag: km",
      "pastFlags: in",
      "type: Bulk Carrier",
      "tonnage: 7078",
      "length: 120",
      "buildDate: 2011",
      "owner.owner: Example Shipping",
      "owner.role: CurrentOwnerOperator",
      "owner.owner: Old Shipping",
      "owner.role: PreviousOwnerOperator",
      "sanction.authorityId: DPR9003",
      "sanction.provisions: Prohibition of port entry",
      "sanction.listingDate: 2017-10-03",
      "sanction.modifiedAt: 2021-12-18",
    ]
  `)
})

test('every statement of a made-up list is in the file at its place', async () => {
  const { path, entities } = await read(file(person + entity + ship))
  const lookup = xmlPlaces(readWholeFile(path))
  const said = entities.flatMap((each) => each.statements)
  expect(said.length).toBeGreaterThan(80)
  expect(said.flatMap((each) => faultOf(lookup, each) ?? [])).toEqual([])
})

test('what the reader does not know is rejected with its place', async () => {
  const { entities, rejected } = await read(
    file(
      '<Designation><UniqueID>X1</UniqueID><IndividualEntityShip>Ship</IndividualEntityShip><New>odd</New></Designation><Designation><UniqueID>X2</UniqueID></Designation>',
    ),
  )
  expect(entities.map((each) => each.key)).toEqual(['X1'])
  expect(rejected.map(({ place, reason }) => [place, reason])).toEqual([
    [
      '/Designations/Designation[1]/New',
      '/Designations/Designation/New is not known to the reader',
    ],
    ['/Designations/Designation[2]', 'IndividualEntityShip is missing'],
  ])
})

test.skipIf(!dataFolder)(
  'the shape of the list is read without a rest, each statement at its place (needs MUSTER_DATA)',
  async () => {
    const path = dataFile('lists', 'samples', 'uk-list-shape.xml')
    const { entities, rejected } = await readAll(ukReader, path)
    expect(rejected).toEqual([])
    expect(entities.map((each) => each.key)).toEqual(['DPR0075'])
    const lookup = xmlPlaces(readWholeFile(path))
    const said = entities.flatMap((each) => each.statements)
    expect(said.flatMap((each) => faultOf(lookup, each) ?? [])).toEqual([])
  },
)
