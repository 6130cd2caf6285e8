import { expect, test } from 'vitest'
import { readAll, tellEntity, writeTemporary } from '../../../tests/editions.ts'
import type { Entity } from '../../model/index.ts'
import { ofacCsvReader, ofacXmlReader } from './index.ts'

/** The same four parties, made up, as OFAC prints them in the XML and in the legacy CSV set. */
const xml = `<?xml version="1.0" standalone="yes"?>
<sdnList xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://tempuri.org/sdnList.xsd">
  <publshInformation>
    <Publish_Date>01/02/2026</Publish_Date>
    <Record_Count>4</Record_Count>
  </publshInformation>
  <sdnEntry>
    <uid>101</uid>
    <firstName>Test Chol</firstName>
    <lastName>EXAMPLE</lastName>
    <title>Deputy Director</title>
    <sdnType>Individual</sdnType>
    <remarks>KOMID Representative in Example; (Linked To: EXAMPLE TRADING CORPORATION)</remarks>
    <programList>
      <program>DPRK2</program>
      <program>NPWMD</program>
    </programList>
    <idList>
      <id>
        <uid>900</uid>
        <idType>Passport</idType>
        <idNumber>108410080</idNumber>
        <idCountry>Korea, North</idCountry>
        <issueDate>05 Mar 2010</issueDate>
        <expirationDate>04 Mar 2015</expirationDate>
      </id>
      <id>
        <uid>901</uid>
        <idType>Secondary sanctions risk:</idType>
        <idNumber>North Korea Sanctions Regulations, sections 510.201 and 510.210</idNumber>
      </id>
      <id>
        <uid>902</uid>
        <idType>Gender</idType>
        <idNumber>Male</idNumber>
      </id>
      <id>
        <uid>903</uid>
        <idType>Digital Currency Address - ETH</idType>
        <idNumber>0x8576acC5C05D6Ce88f4e49bf65BdF0C62F91353C</idNumber>
      </id>
      <id>
        <uid>904</uid>
        <idType>Email Address</idType>
        <idNumber>a@b.example</idNumber>
      </id>
    </idList>
    <akaList>
      <aka>
        <uid>905</uid>
        <type>a.k.a.</type>
        <category>strong</category>
        <lastName>EKSAMPL</lastName>
        <firstName>Test Ch'o'l</firstName>
      </aka>
      <aka>
        <uid>906</uid>
        <type>a.k.a.</type>
        <category>weak</category>
        <lastName>LITTLE TEST</lastName>
      </aka>
    </akaList>
    <addressList>
      <address>
        <uid>907</uid>
        <address1>1 Example Street</address1>
        <address2>Potonggang District</address2>
        <city>Pyongyang</city>
        <country>Korea, North</country>
      </address>
    </addressList>
    <nationalityList>
      <nationality>
        <uid>908</uid>
        <country>Korea, North</country>
        <mainEntry>true</mainEntry>
      </nationality>
    </nationalityList>
    <citizenshipList>
      <citizenship>
        <uid>909</uid>
        <country>Korea, North</country>
        <mainEntry>true</mainEntry>
      </citizenship>
    </citizenshipList>
    <dateOfBirthList>
      <dateOfBirthItem>
        <uid>910</uid>
        <dateOfBirth>05 Mar 1970</dateOfBirth>
        <mainEntry>true</mainEntry>
      </dateOfBirthItem>
      <dateOfBirthItem>
        <uid>911</uid>
        <dateOfBirth>1968 to 1970</dateOfBirth>
        <mainEntry>false</mainEntry>
      </dateOfBirthItem>
    </dateOfBirthList>
    <placeOfBirthList>
      <placeOfBirthItem>
        <uid>912</uid>
        <placeOfBirth>Wonsan, Korea, North</placeOfBirth>
        <mainEntry>true</mainEntry>
      </placeOfBirthItem>
    </placeOfBirthList>
  </sdnEntry>
  <sdnEntry>
    <uid>102</uid>
    <lastName>EXAMPLE TRADING CO., LTD.</lastName>
    <sdnType>Entity</sdnType>
    <remarks>All offices worldwide</remarks>
    <programList>
      <program>DPRK4</program>
    </programList>
    <idList>
      <id>
        <uid>920</uid>
        <idType>Registration Number</idType>
        <idNumber>1027700342890</idNumber>
        <idCountry>Russia</idCountry>
      </id>
      <id>
        <uid>921</uid>
        <idType>Identification Number</idType>
        <idNumber>IMO 5342883</idNumber>
      </id>
      <id>
        <uid>922</uid>
        <idType>Listing Date (EO 14024 Directive 3):</idType>
        <idNumber>24 Feb 2022</idNumber>
      </id>
      <id>
        <uid>923</uid>
        <idType>Nationality of Registration</idType>
        <idNumber>Korea, North</idNumber>
      </id>
    </idList>
    <akaList>
      <aka>
        <uid>924</uid>
        <type>f.k.a.</type>
        <category>strong</category>
        <lastName>OLD EXAMPLE, S.A.</lastName>
      </aka>
      <aka>
        <uid>925</uid>
        <type>f.k.a.</type>
        <category>weak</category>
        <lastName>OEX</lastName>
      </aka>
      <aka>
        <uid>926</uid>
        <type>n.k.a.</type>
        <category>strong</category>
        <lastName>NEW EXAMPLE</lastName>
      </aka>
    </akaList>
    <addressList>
      <address>
        <uid>927</uid>
        <city>Miami</city>
        <stateOrProvince>FL</stateOrProvince>
        <postalCode>33101</postalCode>
        <country>United States</country>
      </address>
      <address>
        <uid>928</uid>
        <country>Region: Crimea</country>
      </address>
    </addressList>
  </sdnEntry>
  <sdnEntry>
    <uid>103</uid>
    <lastName>EXAMPLE STAR</lastName>
    <sdnType>Vessel</sdnType>
    <programList>
      <program>DPRK</program>
    </programList>
    <idList>
      <id>
        <uid>930</uid>
        <idType>Vessel Registration Identification</idType>
        <idNumber>IMO 9074729</idNumber>
      </id>
      <id>
        <uid>931</uid>
        <idType>MMSI</idType>
        <idNumber>572469210</idNumber>
      </id>
    </idList>
    <vesselInfo>
      <callSign>P3QG3</callSign>
      <vesselType>General Cargo</vesselType>
      <vesselFlag>Democratic People's Republic of Korea</vesselFlag>
      <vesselOwner>Example Navigation Co. Ltd.</vesselOwner>
      <tonnage>14,300</tonnage>
      <grossRegisteredTonnage>9,010</grossRegisteredTonnage>
    </vesselInfo>
  </sdnEntry>
  <sdnEntry>
    <uid>104</uid>
    <lastName>P-532</lastName>
    <sdnType>Aircraft</sdnType>
    <programList>
      <program>DPRK</program>
    </programList>
    <idList>
      <id>
        <uid>940</uid>
        <idType>Aircraft Model</idType>
        <idNumber>An-24R</idNumber>
      </id>
    </idList>
  </sdnEntry>
</sdnList>
`

const end = '\r\n\u001a'
const none = '-0- '

const csv: Readonly<Record<string, string>> = {
  'sdn.csv': `${[
    `101,"EXAMPLE, Test Chol","individual","DPRK2] [NPWMD","Deputy Director",${none},${none},${none},${none},${none},${none},"DOB 05 Mar 1970; alt. DOB 1968 to 1970; POB Wonsan, Korea, North; nationality Korea, North; citizen Korea, North; Email Address a@b.example; Gender Male; Secondary sanctions risk: North Korea Sanctions Regulations, sections 510.201 and 510.210; Digital Currency Address - ETH 0x8576acC5C05D6Ce88f4e49bf65BdF0C62F91353C; Passport 108410080 (Korea, North) issued 05 Mar 2010 expires 04 Mar 2015; KOMID Representative in Example; a.k.a. 'LITTLE TEST'; Linked To: EXAMPLE TRADING CORPORATION."`,
    `102,"EXAMPLE TRADING CO., LTD.",${none},"DPRK4",${none},${none},${none},${none},${none},${none},${none},"Identification Number IMO 5342883; Nationality of Registration Korea, North; Listing Date (EO 14024 Directive 3): 24 Feb 2022; Registration Number 1027700342890 (Russia); All offices worldwide; f.k.a. 'OEX'."`,
    `103,"EXAMPLE STAR","vessel","DPRK",${none},"P3QG3","General Cargo","14,300","9,010","Democratic People's Republic of Korea","Example Navigation Co. Ltd.","Vessel Registration Identification IMO 9074729; MMSI 572469210."`,
    `104,"P-532","aircraft","DPRK",${none},${none},${none},${none},${none},${none},${none},"Aircraft Model An-24R."`,
  ].join('\r\n')}${end}`,
  'alt.csv': `${[
    `101,905,"aka","EKSAMPL, Test Ch'o'l",${none}`,
    `102,924,"fka","OLD EXAMPLE, S.A.",${none}`,
    `102,926,"nka","NEW EXAMPLE",${none}`,
  ].join('\r\n')}${end}`,
  'add.csv': `${[
    `101,907,"1 Example Street, Potonggang District","Pyongyang","Korea, North",${none}`,
    `102,927,${none},"Miami, FL 33101","United States",${none}`,
    `102,928,${none},${none},"Region: Crimea",${none}`,
    `103,929,${none},${none},${none},${none}`,
  ].join('\r\n')}${end}`,
}

const facts = (entities: readonly Entity[]): Record<string, string[]> =>
  Object.fromEntries(entities.map((each) => [each.key, [each.schema, ...tellEntity(each).sort()]]))

test('XML and CSV of the same parties say the same, all of it', async () => {
  const fromXml = await readAll(ofacXmlReader, await writeTemporary('sdn.xml', xml))
  const paths = await Promise.all(
    Object.entries(csv).map(([name, content]) => writeTemporary(name, content)),
  )
  const fromCsv = await readAll(ofacCsvReader, ...paths)
  expect([fromXml.rejected, fromCsv.rejected]).toEqual([[], []])
  expect(facts(fromCsv.entities)).toEqual(facts(fromXml.entities))
  expect(facts(fromXml.entities)).toMatchInlineSnapshot(`
    {
      "101": [
        "Person",
        "address.city: Pyongyang",
        "address.country: kp",
        "address.full: 1 Example Street, Potonggang District, Pyongyang, Korea, North",
        "address.street: 1 Example Street, Potonggang District",
        "addressEntity: #address",
        "alias: Test Ch'o'l EKSAMPL",
        "birthCountry: kp",
        "birthDate: 1968/1970",
        "birthDate: 1970-03-05",
        "birthPlace: Wonsan, Korea, North",
        "citizenship: kp",
        "document.country: kp",
        "document.endDate: 2015-03-04",
        "document.number: 108410080",
        "document.startDate: 2010-03-05",
        "document.type: Passport",
        "email: a@b.example",
        "firstName: Test Chol",
        "gender: male",
        "lastName: EXAMPLE",
        "link.object: EXAMPLE TRADING CORPORATION",
        "link.role: Linked To",
        "name: Test Chol EXAMPLE",
        "nationality: kp",
        "position: Deputy Director",
        "position: KOMID Representative in Example",
        "sanction.authorityId: 101",
        "sanction.program: DPRK2",
        "sanction.program: NPWMD",
        "sanction.provisions: Secondary sanctions risk: North Korea Sanctions Regulations, sections 510.201 and 510.210",
        "wallet.currency: ETH",
        "wallet.publicKey: 0x8576acC5C05D6Ce88f4e49bf65BdF0C62F91353C",
        "weakAlias: LITTLE TEST",
      ],
      "102": [
        "Organization",
        "address.city: Miami",
        "address.country: Region: Crimea",
        "address.country: us",
        "address.full: Miami, FL 33101, United States",
        "address.full: Region: Crimea",
        "address.postalCode: 33101",
        "address.state: FL",
        "addressEntity: #address",
        "addressEntity: #address",
        "alias: NEW EXAMPLE",
        "country: kp",
        "document.country: ru",
        "document.number: 1027700342890",
        "document.type: Registration Number",
        "imoNumber: 5342883",
        "name: EXAMPLE TRADING CO., LTD.",
        "notes: All offices worldwide",
        "previousName: OEX",
        "previousName: OLD EXAMPLE, S.A.",
        "registrationNumber: 1027700342890",
        "sanction.authorityId: 102",
        "sanction.listingDate: 2022-02-24",
        "sanction.program: DPRK4",
        "sanction.summary: Listing Date (EO 14024 Directive 3): 24 Feb 2022",
        "weakAlias: OEX",
      ],
      "103": [
        "Vessel",
        "callSign: P3QG3",
        "flag: kp",
        "grossRegisteredTonnage: 9010",
        "imoNumber: 9074729",
        "mmsi: 572469210",
        "name: EXAMPLE STAR",
        "owner.owner: Example Navigation Co. Ltd.",
        "sanction.authorityId: 103",
        "sanction.program: DPRK",
        "tonnage: 14300",
        "type: General Cargo",
      ],
      "104": [
        "Airplane",
        "model: An-24R",
        "name: P-532",
        "sanction.authorityId: 104",
        "sanction.program: DPRK",
      ],
    }
  `)
})

test('a party is named by its list and its uid', async () => {
  const path = await writeTemporary('cons.xml', xml)
  const { entities } = await readAll(ofacXmlReader, path)
  expect(entities.map(({ id, key }) => [id, key])).toEqual(
    ['101', '102', '103', '104'].map((uid) => [`designation:ofac-cons/${uid}`, uid]),
  )
})
