import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tellEntity } from '../../../tests/editions.ts'
import type { Read, Schema, SourceId } from '../../model/index.ts'
import { closeParty, openParty } from './party.ts'
import { type Segment, toPassage } from './passage.ts'
import { readContinuedRemarks, readRemarks, unknownClauses } from './remarks.ts'

const source = 's' as SourceId
const uid = { text: '7', value: '7', place: 'row:1/ent_num' }
const open = (schema: Schema) =>
  openParty({
    list: 'ofac-sdn',
    source: { id: source, path: 'x', sha256: 'x', kind: 'x', bytes: 1, learned: null },
    uid,
    schema,
  })
const remarks = (text: string): Segment => ({ text, place: 'row:1/Remarks', source })
const comment = (text: string, row = 3): Segment => ({
  text,
  place: `row:${row}/remarks_continued`,
  source: 'c' as SourceId,
})

const tell = (text: string, schema: Schema): string[] => {
  const party = open(schema)
  readRemarks(party, toPassage([remarks(text)]))
  return tellEntity(closeParty(party, uid)).filter((each) => !each.startsWith('sanction.author'))
}

type Case = readonly [clause: string, told: readonly string[], schema?: Schema]

const cases: readonly Case[] = [
  ['DOB 05 Mar 1948', ['birthDate: 1948-03-05']],
  ['DOB circa 1951', ['birthDate: 1951~']],
  ['alt. DOB 1962 to 1965', ['birthDate: 1962/1965']],
  ['DOB in his fifties', ['birthDate: in his fifties']],
  ['POB Wonsan, Korea, North', ['birthPlace: Wonsan, Korea, North', 'birthCountry: kp']],
  ['alt. POB Example Village', ['birthPlace: Example Village']],
  ['nationality Korea, North', ['nationality: kp']],
  ['nationality possibly Palestinian', ['nationality: possibly Palestinian']],
  ['alt. citizen China', ['citizenship: cn']],
  ['Gender Male', ['gender: male']],
  [
    'Passport 108410080 (Korea, North) issued 05 Mar 2010 expires 04 Mar 2015',
    [
      'document.type: Passport',
      'document.number: 108410080',
      'document.country: kp',
      'document.startDate: 2010-03-05',
      'document.endDate: 2015-03-04',
    ],
  ],
  [
    'Passport A123 and Example ID No. 281 issued under the name Test One',
    [
      'document.type: Passport',
      'document.number: A123',
      'document.summary: and Example ID No. 281 issued under the name Test One',
    ],
  ],
  ['Passport issued in Example City', ['notes: Passport issued in Example City']],
  [
    'National ID No. 660000 73767 (Region: Crimea)',
    [
      'document.type: National ID No.',
      'document.number: 660000 73767',
      'document.country: Region: Crimea',
    ],
  ],
  [
    'Tax ID No. 7709851082',
    ['taxNumber: 7709851082', 'document.type: Tax ID No.', 'document.number: 7709851082'],
    'Organization',
  ],
  [
    'NIT # 800146749-7 (Colombia)',
    [
      'taxNumber: 800146749-7',
      'document.type: NIT #',
      'document.number: 800146749-7',
      'document.country: co',
    ],
    'Organization',
  ],
  [
    'Folio Mercantil No. 343997 (Jalisco) (Mexico) issued 14 Dec 2005',
    [
      'registrationNumber: 343997 (Jalisco)',
      'document.type: Folio Mercantil No.',
      'document.number: 343997 (Jalisco)',
      'document.country: mx',
      'document.startDate: 2005-12-14',
    ],
    'Organization',
  ],
  [
    'Legal Entity Number 253400V1H6ART1UQ0N98',
    [
      'leiCode: 253400V1H6ART1UQ0N98',
      'document.type: Legal Entity Number',
      'document.number: 253400V1H6ART1UQ0N98',
    ],
    'Organization',
  ],
  [
    'Legal Entity Number 253400V1H6ART1UQ0N99',
    [
      'registrationNumber: 253400V1H6ART1UQ0N99',
      'document.type: Legal Entity Number',
      'document.number: 253400V1H6ART1UQ0N99',
    ],
    'Organization',
  ],
  [
    'Examplian Fishing Licence Number 12-34 (China)',
    [
      'document.type: Examplian Fishing Licence Number',
      'document.number: 12-34',
      'document.country: cn',
    ],
  ],
  ['Email Address a@b.example', ['email: a@b.example']],
  ['alt. Email Address c@d.example', ['email: c@d.example']],
  ['Email:e@f.example', ['email: e@f.example']],
  ['g@h.example (email).', ['email: g@h.example']],
  ['Website www.example.org', ['website: www.example.org']],
  ['http://www.example.org (website)', ['website: http://www.example.org']],
  ['Phone Number 850 2 381', ['phone: 850 2 381']],
  ['Telephone: 0097282851500', ['phone: 0097282851500']],
  ['Alt. Fax: 9221227700019', ['phone: 9221227700019']],
  ['SWIFT/BIC EXAMKPPY', ['swiftBic: EXAMKPPY'], 'Organization'],
  ['D-U-N-S Number 542957624', ['dunsCode: 542957624'], 'Organization'],
  ['Organization Established Date 17 Dec 2016', ['incorporationDate: 2016-12-17'], 'Organization'],
  ['Organization Type: Mining of hard coal', ['sector: Mining of hard coal'], 'Organization'],
  ['Target Type State-Owned Enterprise', ['legalForm: State-Owned Enterprise'], 'Organization'],
  ['ISIN RU0009029540', ['security.isin: RU0009029540'], 'Organization'],
  ['alt. Equity Ticker CHA US', ['security.ticker: CHA US'], 'Organization'],
  ['Vessel Registration Identification IMO 9074729', ['imoNumber: 9074729'], 'Vessel'],
  ['Vessel Registration Identification 9074729', ['imoNumber: 9074729'], 'Vessel'],
  ['International Maritime Organization No. (5777731)', ['imoNumber: 5777731'], 'Organization'],
  ['Identification Number IMO 5342883', ['imoNumber: 5342883'], 'Organization'],
  ['alt. Company Number IMO 543400', ['imoNumber: 543400'], 'Organization'],
  ['MMSI 572469210', ['mmsi: 572469210'], 'Vessel'],
  ['Former Vessel Flag Malta', ['pastFlags: mt'], 'Vessel'],
  [
    'alt. Former Vessel Flag None Identified',
    ['notes: Former Vessel Flag None Identified'],
    'Vessel',
  ],
  ['Other Vessel Flag Tanzania', ['flag: tz'], 'Vessel'],
  ['Other Vessel Call Sign P3QG3', ['callSign: P3QG3'], 'Vessel'],
  ['Vessel Year of Build 1986', ['buildDate: 1986'], 'Vessel'],
  [
    'Aircraft Construction Number (also called L/N or S/N or F/N) 8401',
    ['serialNumber: 8401'],
    'Airplane',
  ],
  [
    "Aircraft Manufacturer's Serial Number (MSN) 1023409321",
    ['serialNumber: 1023409321'],
    'Airplane',
  ],
  ['Aircraft Manufacture Date 01 Dec 1992', ['buildDate: 1992-12-01'], 'Airplane'],
  ['Aircraft Model IL76-TD', ['model: IL76-TD'], 'Airplane'],
  ['Aircraft Operator YAS AIR', ['operator: YAS AIR'], 'Airplane'],
  ['Aircraft Tail Number EP-MMH', ['registrationNumber: EP-MMH'], 'Airplane'],
  ['Previous Aircraft Tail Number YI-NAE', ['previousName: YI-NAE'], 'Airplane'],
  [
    'Aircraft Mode S Transponder Code 140AE7',
    ['document.type: Aircraft Mode S Transponder Code', 'document.number: 140AE7'],
    'Airplane',
  ],
  [
    'alt. Digital Currency Address - XBT 1Kuf2Rd8mDyAViwBozGTNYnvWL8uYFrkVo',
    ['wallet.publicKey: 1Kuf2Rd8mDyAViwBozGTNYnvWL8uYFrkVo', 'wallet.currency: XBT'],
  ],
  ["a.k.a. 'LITTLE ONE'", ['weakAlias: LITTLE ONE']],
  ["a.k.a. 'ONE, Little'", ['weakAlias: Little ONE']],
  ["a.k.a. 'EXAMPLE, CO.'", ['weakAlias: EXAMPLE, CO.'], 'Organization'],
  ["f.k.a. 'ANA I'", ['weakAlias: ANA I', 'previousName: ANA I'], 'Vessel'],
  ['a.k.a. EXAMPLE TRADING', ['alias: EXAMPLE TRADING'], 'Organization'],
  ["d.b.a. 'EXAMPLE BALL'", ['alias: EXAMPLE BALL'], 'Organization'],
  ['(Linked To: EXAMPLE, Test)', ['link.object: EXAMPLE, Test', 'link.role: Linked To']],
  ['wife of Test Example', ['relative.relative: Test Example', 'relative.relationship: wife']],
  [
    'Secondary sanctions risk: North Korea Sanctions Regulations, sections 510.201 and 510.210',
    [
      'sanction.provisions: Secondary sanctions risk: North Korea Sanctions Regulations, sections 510.201 and 510.210',
    ],
  ],
  [
    'alt. Executive Order 13662 Directive Determination - Subject to Directive 4',
    ['sanction.provisions: Executive Order 13662 Directive Determination - Subject to Directive 4'],
  ],
  [
    'CAATSA Section 235 Information: EXPORT SANCTIONS Sec. 235(a)(2)',
    ['sanction.provisions: CAATSA Section 235 Information: EXPORT SANCTIONS Sec. 235(a)(2)'],
  ],
  [
    'Listing Date (EO 14024 Directive 3): 24 Feb 2022',
    [
      'sanction.listingDate: 2022-02-24',
      'sanction.summary: Listing Date (EO 14024 Directive 3): 24 Feb 2022',
    ],
  ],
  [
    'Effective Date (CMIC) 02 Aug 2021',
    ['sanction.startDate: 2021-08-02', 'sanction.summary: Effective Date (CMIC) 02 Aug 2021'],
  ],
  ['Deputy Minister of Information', ['position: Deputy Minister of Information']],
  ['Deputy Minister of Information', ['notes: Deputy Minister of Information'], 'Organization'],
  ['Alt. Position: General Manager', ['position: General Manager']],
  ['all offices worldwide', ['notes: all offices worldwide'], 'Organization'],
  [
    'For more information on directives, please visit https://example.org',
    ['notes: For more information on directives, please visit https://example.org'],
  ],
]

test.each(cases.map(([clause, told, schema = 'Person']) => ({ clause, told, schema })))(
  'the clause $clause of a $schema says what it means',
  ({ clause, told, schema }) => {
    expect(tell(clause, schema)).toEqual(told)
  },
)

test('clauses that no rule knows are told apart as prose', () => {
  const text = 'DOB 1962; arrested 23 Apr 2002; Minister of Finance; nationality Iran.'
  expect(unknownClauses(text, true)).toEqual(['arrested 23 Apr 2002'])
  expect(unknownClauses(text, false)).toEqual(['arrested 23 Apr 2002', 'Minister of Finance'])
})

const continued = (first: string | undefined, ...comments: string[]) => {
  const party = open('Person')
  const rejects: readonly Read[] = readContinuedRemarks(
    party,
    first === undefined ? undefined : remarks(first),
    comments.map((each, i) => comment(each, 3 + i)),
  )
  const said = closeParty(party, uid)
    .statements.filter(
      ({ prop }) => !['authorityId', 'entity', 'holder', 'currency'].includes(prop),
    )
    .map(({ value, original, place, source: from }) => [value, original ?? value, place, from])
  return { said, rejects: rejects.map((each) => !each.ok && [each.place, each.text]) }
}

const address = '0x8576acC5C05D6Ce88f4e49bf65BdF0C62F91353C'
/** Remarks that OFAC cut so that `held` is the last that the party's own row has of them. */
const cutAfter = (held: string): string => {
  const before = "DOB 1962; a.k.a. '"
  return `${before}${'X'.repeat(1000 - before.length - 3 - held.length)}'; ${held}`
}

test.each([
  ['row:3/remarks_continued', 'Digital Currency Addres', address],
  ['row:3/remarks_continued', 'ETH 0x85', address.slice(4)],
  ['row:1/Remarks', `ETH ${address.slice(0, -8)}`, address.slice(0, -8)],
])('a wallet whose clause is cut is whole, and stands in %s', (place, last, original) => {
  const clause = `Digital Currency Address - ETH ${address}`
  const held = clause.slice(0, clause.indexOf(last) + last.length)
  const { said, rejects } = continued(cutAfter(held), `${clause.slice(held.length)}; DOB 1963.`)
  expect(rejects).toEqual([])
  expect(said.at(-2)?.slice(0, 3)).toEqual([address, original, place])
  expect(said.at(-1)).toEqual(['1963', '1963', 'row:3/remarks_continued', 'c'])
})

test('several comment rows continue each other', () => {
  const { said } = continued(cutAfter('Gen'), 'der Ma', 'le; DOB 1963.')
  expect(said.slice(2)).toEqual([
    ['male', 'Ma', 'row:3/remarks_continued', 'c'],
    ['1963', '1963', 'row:4/remarks_continued', 'c'],
  ])
})

test('half a clause is rejected, never read as a fact', () => {
  expect(continued(cutAfter('Passport 12345')).rejects).toEqual([
    ['row:1/Remarks', 'Passport 12345'],
  ])
  const { said, rejects } = continued('DOB 1962.', "TEAM'; Gender Male.")
  expect(said.map(([value]) => value)).toEqual(['1962', 'male'])
  expect(rejects).toEqual([['row:3/remarks_continued', "TEAM'"]])
})

test('the end of a clause about a wallet is enough where its beginning is nowhere', () => {
  const { said, rejects } = continued('DOB 1962.', ` Currency Address - ETH ${address}.`)
  expect(rejects).toEqual([])
  expect(said.at(-1)).toEqual([address, address, 'row:3/remarks_continued', 'c'])
  expect(continued(undefined, `x Address - ETH ${address}.`).rejects).toHaveLength(1)
})

test('any remarks are read, and every statement is found again in their text', () => {
  const piece = fc.constantFrom(
    ...cases.map(([clause]): string => clause),
    '; ',
    ';',
    '.',
    "'",
    '(',
    ')',
    ' issued ',
    ' expires ',
  )
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text, fc.nat(400), (whole, cut) => {
      const party = open('Person')
      const segments = [remarks(whole.slice(0, cut)), comment(whole.slice(cut))]
      readRemarks(party, toPassage(segments))
      for (const said of closeParty(party, uid).statements) {
        if (said.place === uid.place) continue
        const held = segments.find(({ place }) => place === said.place)?.text ?? ''
        expect(held).toContain(said.original ?? said.value)
      }
    }),
  )
})
