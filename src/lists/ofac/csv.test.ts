import { expect, test } from 'vitest'
import { openEdition, readAll, tellEntity, writeTemporary } from '../../../tests/editions.ts'
import { csvPlaces, faultOf, type Lookup } from '../../../tests/places.ts'
import { ofacCsvReader } from './index.ts'
import { columns, type Table } from './tables.ts'

const none = '-0- '
const party = (uid: number | string, name: string, remarks = none): string =>
  `${uid},"${name}",${none},"DPRK",${none},${none},${none},${none},${none},${none},${none},${remarks === none ? none : `"${remarks}"`}`
const alias = (uid: number, name: string): string => `${uid},${uid * 10},"aka","${name}",${none}`
const address = (uid: number, city: string): string =>
  `${uid},${uid * 10},"1 Example Street","${city}","China","c/o Example"`

type Tables = Partial<Record<Table, readonly string[]>>
const names: Readonly<Record<Table, string>> = {
  sdn: 'sdn.csv',
  alt: 'alt.csv',
  add: 'add.csv',
  comments: 'sdn_comments.csv',
}
const text = (rows: readonly string[]): string =>
  `${rows.map((row) => `${row}\r\n`).join('')}\u001a`

const write = (tables: Tables): Promise<string[]> =>
  Promise.all(
    Object.entries(tables).map(([table, rows]) =>
      writeTemporary(names[table as Table], text(rows)),
    ),
  )

const read = async (tables: Tables) => {
  const { entities, rejected } = await readAll(ofacCsvReader, ...(await write(tables)))
  const told = Object.fromEntries(entities.map((each) => [each.key, tellEntity(each)]))
  return { entities, told, rejects: rejected.map(({ place, reason }) => [place, reason]) }
}

const set = {
  sdn: [party(1, 'ONE'), party(2, 'TWO'), party(3, 'THREE'), party(5, 'FIVE')],
  alt: [alias(1, 'EINS'), alias(1, 'UN'), alias(3, 'DREI'), alias(4, 'VIER'), alias(9, 'NEUN')],
  add: [address(2, 'Dandong, Liaoning 118000')],
  comments: ['3,"all offices worldwide."', '4,"lost."'],
}

test('the tables of a set are joined by party, and rows without a party are rejected', async () => {
  const { told, rejects } = await read(set)
  expect(told).toMatchObject({
    1: ['name: ONE', 'alias: EINS', 'alias: UN', 'sanction.authorityId: 1', expect.any(String)],
    2: [
      'name: TWO',
      'address.full: 1 Example Street, Dandong, Liaoning 118000, China',
      'address.street: 1 Example Street',
      'address.city: Dandong',
      'address.state: Liaoning',
      'address.postalCode: 118000',
      'address.country: cn',
      'address.remarks: c/o Example',
      'addressEntity: #address',
      'sanction.authorityId: 2',
      'sanction.program: DPRK',
    ],
    3: expect.arrayContaining(['alias: DREI']),
    5: ['name: FIVE', 'sanction.authorityId: 5', 'sanction.program: DPRK'],
  })
  expect(rejects.map(([place, reason]) => `${place}: ${reason}`).sort()).toEqual([
    "row:1/remarks_continued: its beginning is not in the party's remarks",
    'row:2: no party has the number 4',
    'row:4: no party has the number 4',
    'row:5: no party has the number 9',
  ])
})

const shuffles: readonly (readonly [string, Tables])[] = [
  ['its parties', { ...set, sdn: set.sdn.toReversed() }],
  ['its aliases', { ...set, alt: [alias(4, 'VIER'), ...set.alt.filter((row) => row[0] !== '4')] }],
  ['its comments', { ...set, comments: set.comments.toReversed() }],
]

test.each(shuffles)('a set in which %s are out of order reads the same', async (_, tables) => {
  const [ordered, other] = [await read(set), await read(tables)]
  expect(other.told).toEqual(ordered.told)
  const reasons = ({ rejects }: typeof other): unknown[] => rejects.map(([, why]) => why).sort()
  expect(reasons(other)).toEqual(reasons(ordered))
})

test('a set needs no table but its parties', async () => {
  expect(Object.keys((await read({ sdn: set.sdn })).told)).toEqual(['1', '2', '3', '5'])
  expect(ofacCsvReader.needs).toEqual(['sdn'])
})

test('rows that cannot be read, name no party or repeat one are rejected, the rest goes on', async () => {
  const { told, rejects } = await read({
    sdn: [party(1, 'ONE'), '2,"TWO"', party('x', 'X'), party(1, 'ONE AGAIN'), party(3, 'THREE')],
  })
  expect(Object.keys(told)).toEqual(['1', '3'])
  expect(rejects).toEqual([
    ['row:2', expect.stringContaining('12')],
    ['row:3', 'the row has no ent_num'],
    ['row:4', 'a second party 1'],
  ])
})

test('a type of party that OFAC does not have is rejected, and the party is kept', async () => {
  const { entities, rejects } = await read({
    sdn: [party(1, 'ONE').replace(none, '"robot"')],
  })
  expect(entities.map(({ schema }) => schema)).toEqual(['LegalEntity'])
  expect(rejects).toEqual([['row:1', 'OFAC has no type of party robot']])
})

test('every statement is found at its place in its own file', async () => {
  const remarks = `DOB 05 Mar 1948; a.k.a. '${'X'.repeat(960)}'; Gender Male; POB Cu`
  const tables = {
    ...set,
    sdn: [party(3, 'EXAMPLE, Test', remarks.slice(0, 1000)).replace(none, '"individual"')],
    comments: [`3,"${remarks.slice(1000)}ba; Passport 123 (China) issued 2001."`],
  }
  const edition = await openEdition(ofacCsvReader, ...(await write(tables)))
  const lookups = new Map<string, Lookup>(
    edition.files.map(({ source, part }) => [
      source.id,
      csvPlaces(`${columns[part as Table].join(',')}\n${text(tables[part as Table])}`),
    ]),
  )
  let seen = 0
  for await (const each of ofacCsvReader.read(edition)) {
    if (!each.ok) continue
    for (const said of each.entity.statements) {
      seen++
      const lookup = lookups.get(said.source) as Lookup
      expect(faultOf(lookup, said)).toBeUndefined()
    }
  }
  expect(seen).toBeGreaterThan(15)
})
