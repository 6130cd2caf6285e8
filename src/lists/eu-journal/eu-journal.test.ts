import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFile, dataFolder, openEdition, readAll, tellEntity } from '../../../tests/editions.ts'
import { csvPlaces, faultOf, readWholeFile } from '../../../tests/places.ts'
import { openFile } from '../../formats/index.ts'
import { headers } from './columns.ts'
import { euJournalReader } from './index.ts'

type Row = Readonly<Record<string, string>>

const table = (columns: readonly string[], rows: readonly Row[]): string =>
  [
    columns.join(','),
    ...rows.map((row) =>
      columns.map((column) => `"${(row[column] ?? '').replaceAll('"', '""')}"`).join(','),
    ),
    '',
  ].join('\n')

const common = { programKey: 'EU-PRK', annex: 'XIII.A', measure: 'Asset freeze' }

const person: Row = {
  ...common,
  celex: '32017R1509',
  recordId: '901',
  startDate: '22.12.2017',
  reason: 'Paid through 0x098b716b8aaf21512996dc57eb0615e2383e2f96.',
  schema: 'Person',
  name: 'Test (a.k.a. Tset) PERSON',
  alias: 'Test One; "시험; 철"',
  weakAlias: 'Boss',
  nationality: 'Democratic People’s Republic of Korea (DPRK); Russian and Ukrainian',
  birthDate: '(a) 28.10.1994; (b) approximately 1990',
  birthPlace: 'Wonsan, North Korea',
  gender: 'Male',
  position: 'Director',
  passportNumber:
    '(a) A123456 (Tunisian passport issued on 9.9.1998, expired on 8.9.2003), (b) 6311 765564',
  idNumber: 'Pakistani national identity card number 54401-2288025-9',
  email: 'a@b.example, c@d.example',
  phone: '+7 (495) 681-16-18, 681-10-39',
  notes: 'Owns a villa.',
}

const company: Row = {
  ...common,
  celex: '32017R1509',
  annex: 'XIII.B',
  schema: 'Company',
  name: 'Example Trading (ET)',
  alias: 'ООО «Пример»',
  registrationNumber: '7811550255 (Tax ID/INN); 1833010 (CRN)',
  taxNumber: '770482092946 (Russia)',
  innCode: '2465344488',
  address: 'Street 1, Moscow, Russian Federation',
  incorporationDate: '2.12.1994',
  website: 'http://e.example',
  swiftBic: 'EXAMKPPY',
}

const ship: Row = {
  ...common,
  celex: '32017R1509',
  recordId: '901',
  schema: 'Vessel',
  name: 'TEST 8',
  previousName: 'Old Test',
  imoNumber: '9074729; Does not exist',
  flag: 'Comoros',
}

const amendment: Row = {
  ...common,
  amendedCelex: '32017R1509',
  amendmentCelex: '32026R9999',
  recordId: '902',
  schema: 'Person',
  name: 'Added PERSON',
}

const write = async (rows: readonly Row[], amendments: readonly Row[] = []): Promise<string[]> => {
  const root = await mkdtemp(join(tmpdir(), 'muster-'))
  const paths = [
    join(root, 'consolidated', '32017R1509.csv'),
    join(root, 'amendments', '32026R9999.csv'),
  ]
  for (const folder of ['consolidated', 'amendments']) await mkdir(join(root, folder))
  await writeFile(paths[0] as string, table(headers.consolidated, rows))
  await writeFile(paths[1] as string, table(headers.amendments, amendments))
  return paths
}

test('files of both folders are one edition of a transcription without a date', async () => {
  const paths = await write([person], [amendment])
  const known = await Promise.all(
    paths.map(async (path) => euJournalReader.recognise(await openFile(path))),
  )
  expect(known.map((each) => each?.part)).toEqual(['consolidated', 'amendments'])
  expect(known[0]).toMatchObject({ list: 'eu-journal', date: null })
  expect(known[1]?.group).toBe(known[0]?.group)
  expect(euJournalReader.format).toContain('transcription')
})

test('a person is read whole', async () => {
  const { entities, rejected } = await readAll(euJournalReader, ...(await write([person])))
  expect(rejected).toEqual([])
  expect(entities.map((each) => each.key)).toEqual(['32017R1509/XIII.A/901'])
  expect(entities.flatMap(tellEntity)).toMatchInlineSnapshot(`
    [
      "name: Test PERSON",
      "alias: Tset PERSON",
      "alias: Test One",
      "alias: 시험",
      "alias: 철",
      "weakAlias: Boss",
      "nationality: kp",
      "nationality: ru",
      "nationality: ua",
      "birthDate: 1994-10-28",
      "birthDate: 1990~",
      "birthPlace: Wonsan, North Korea",
      "birthCountry: kp",
      "gender: male",
      "document.number: A123456",
      "document.country: tn",
      "document.startDate: 1998-09-09",
      "document.endDate: 2003-09-08",
      "document.summary: (Tunisian passport issued on 9.9.1998, expired on 8.9.2003)",
      "document.number: 6311 765564",
      "document.number: 54401-2288025-9",
      "document.country: pk",
      "position: Director",
      "phone: +7 (495) 681-16-18",
      "phone: 681-10-39",
      "email: a@b.example",
      "email: c@d.example",
      "notes: Owns a villa.",
      "wallet.publicKey: 0x098b716b8aaf21512996dc57eb0615e2383e2f96",
      "sanction.authorityId: 32017R1509",
      "sanction.recordId: 901",
      "sanction.program: EU-PRK",
      "sanction.summary: XIII.A",
      "sanction.provisions: Asset freeze",
      "sanction.listingDate: 2017-12-22",
      "sanction.reason: Paid through 0x098b716b8aaf21512996dc57eb0615e2383e2f96.",
      "sanction.sourceUrl: https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32017R1509",
    ]
  `)
})

test('a company is read whole', async () => {
  const { entities } = await readAll(euJournalReader, ...(await write([company])))
  expect(entities.flatMap(tellEntity)).toMatchInlineSnapshot(`
    [
      "name: Example Trading (ET)",
      "alias: Example Trading",
      "weakAlias: ET",
      "alias: ООО «Пример»",
      "innCode: 7811550255",
      "registrationNumber: 1833010",
      "taxNumber: 770482092946",
      "innCode: 2465344488",
      "swiftBic: EXAMKPPY",
      "website: http://e.example",
      "incorporationDate: 1994-12-02",
      "country: ru",
      "address.full: Street 1, Moscow, Russian Federation",
      "address.country: ru",
      "addressEntity: #address",
      "sanction.authorityId: 32017R1509",
      "sanction.program: EU-PRK",
      "sanction.summary: XIII.B",
      "sanction.provisions: Asset freeze",
      "sanction.sourceUrl: https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32017R1509",
    ]
  `)
})

test('a ship is read whole', async () => {
  const { entities } = await readAll(euJournalReader, ...(await write([ship])))
  expect(entities.flatMap(tellEntity)).toMatchInlineSnapshot(`
    [
      "name: TEST 8",
      "previousName: Old Test",
      "flag: km",
      "imoNumber: 9074729",
      "notes: Does not exist",
      "sanction.authorityId: 32017R1509",
      "sanction.recordId: 901",
      "sanction.program: EU-PRK",
      "sanction.summary: XIII.A",
      "sanction.provisions: Asset freeze",
      "sanction.sourceUrl: https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32017R1509",
    ]
  `)
})

test('references are unique and do not hang on the order of rows that have no number', async () => {
  const keys = async (...rows: Row[]): Promise<readonly string[]> =>
    (await readAll(euJournalReader, ...(await write(rows, [amendment])))).entities.map(
      (each) => each.key,
    )
  expect(await keys(person, company, ship)).toEqual([
    '32017R1509/XIII.A/901',
    '32017R1509/XIII.B/~e0fb2c34',
    '32017R1509/XIII.A/901/2',
    '32026R9999/32017R1509/XIII.A/902',
  ])
  expect((await keys(company, person))[0]).toBe('32017R1509/XIII.B/~e0fb2c34')
})

test('rows without a name, of an unknown kind or of another width are rejected', async () => {
  const [path = ''] = await write([
    { ...person, name: '' },
    { ...person, schema: 'Ghost' },
  ])
  await writeFile(path, `${readWholeFile(path)}32017R1509,1\n`)
  const { entities, rejected } = await readAll(euJournalReader, path)
  expect(entities).toEqual([])
  expect(rejected.map(({ place }) => place)).toEqual(['row:1', 'row:2', 'row:3'])
})

test.skipIf(!dataFolder)(
  'the real transcription is read whole, each statement at its place (needs MUSTER_DATA)',
  async () => {
    const paths: string[] = []
    for (const folder of ['consolidated', 'amendments'])
      for (const name of await readdir(dataFile('lists', 'eu-journal', folder)))
        paths.push(dataFile('lists', 'eu-journal', folder, name))
    const { entities, rejected } = await readAll(euJournalReader, ...paths)
    expect(rejected).toEqual([])
    expect(entities).toHaveLength(8017 + 417)
    expect(new Set(entities.map((each) => each.id)).size).toBe(8017 + 417)
    const { files } = await openEdition(euJournalReader, ...paths)
    const lookups = new Map(
      files.map(({ source }) => [source.id, csvPlaces(readWholeFile(source.path))]),
    )
    const faults = entities.flatMap(({ statements }) =>
      statements.flatMap(
        (said) => faultOf(lookups.get(said.source) ?? (() => undefined), said) ?? [],
      ),
    )
    expect(faults).toEqual([])
  },
)

test.skipIf(!dataFolder)(
  'the marks count the rows of the real transcription (needs MUSTER_DATA)',
  async () => {
    let count = 0
    for (const folder of ['consolidated', 'amendments'])
      for (const name of await readdir(dataFile('lists', 'eu-journal', folder)))
        count +=
          readWholeFile(dataFile('lists', 'eu-journal', folder, name)).split('\n3').length - 1
    expect(count).toBe(8017 + 417)
  },
)

test('names are parted from the birth and the script that a cell tells with them', async () => {
  const row = {
    ...person,
    name: 'Test PERSON (Russian: Тест ПЕРСОН)',
    alias:
      '"Tset One (Date of birth: 22.8.1973; place of birth: Wonsan)"; Tset Two (born in 1971 in Wonsan)',
  }
  const { entities } = await readAll(euJournalReader, ...(await write([row])))
  const told = entities.flatMap(tellEntity)
  expect(told.slice(0, 4)).toEqual([
    'name: Test PERSON',
    'alias: Тест ПЕРСОН',
    'notes: Tset One (Date of birth: 22.8.1973; place of birth: Wonsan)',
    'birthDate: 1973-08-22',
  ])
  expect(told).toEqual(
    expect.arrayContaining(['alias: Tset One', 'alias: Tset Two', 'birthDate: 1971']),
  )
})
