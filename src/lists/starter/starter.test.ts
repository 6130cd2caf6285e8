import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readAll, tellEntity, writeTemporary } from '../../../tests/editions.ts'
import { csvPlaces, faultOf, readWholeFile } from '../../../tests/places.ts'
import { openFile } from '../../formats/index.ts'
import { starterPath, starterReader } from './index.ts'

const header =
  '# Muster starter list\n# date: 2026-01-02\nreference,schema,name,alias,weakAlias,previousName,' +
  'birthDate,country,program,listingDate,authority,currency,publicKey,source\n'

const read = async (rows: string) =>
  readAll(starterReader, await writeTemporary('starter.csv', header + rows))

test('the shipped starter list is found, recognised and dated', async () => {
  expect(existsSync(starterPath())).toBe(true)
  const known = starterReader.recognise(await openFile(starterPath()))
  expect(known).toMatchObject({ list: 'starter', part: 'csv', date: '2026-11-24' })
})

test('the shipped starter list holds 60 to 90 parties, each with a link, a date and a name', async () => {
  const { entities, rejected } = await readAll(starterReader, starterPath())
  expect(rejected).toEqual([])
  expect(entities.length).toBeGreaterThanOrEqual(60)
  expect(entities.length).toBeLessThanOrEqual(90)
  expect(new Set(entities.map((entity) => entity.id)).size).toBe(entities.length)
  for (const { statements } of entities)
    for (const prop of ['name', 'sourceUrl', 'listingDate', 'program'])
      expect(statements.map((said) => said.prop)).toContain(prop)
})

test('every statement of the starter list is in the file at its place', async () => {
  const { entities } = await readAll(starterReader, starterPath())
  const lookup = csvPlaces(readWholeFile(starterPath()), '#')
  const faults = entities.flatMap(({ statements }) =>
    statements.flatMap((said) => faultOf(lookup, said) ?? []),
  )
  expect(faults).toEqual([])
})

test('a party holds its aliases, dates, sanction and the wallets that follow it', async () => {
  const { entities, rejected } = await read(
    'X.1,Person,Test Name,One; Two,,,1950; 1951-02,kp,P1; P2,2020-01-02,Act 1,,,https://a.example/\n' +
      'X.1,CryptoWallet,,,,,,,,2021-02-03,Act 2,ETH,0xabc,https://b.example/\n',
  )
  expect(rejected).toEqual([])
  expect(entities.map(tellEntity)).toEqual([
    [
      'name: Test Name',
      'alias: One',
      'alias: Two',
      'country: kp',
      'birthDate: 1950',
      'birthDate: 1951-02',
      'sanction.authorityId: X.1',
      'sanction.program: P1',
      'sanction.program: P2',
      'sanction.listingDate: 2020-01-02',
      'sanction.authority: Act 1',
      'sanction.sourceUrl: https://a.example/',
      'wallet.publicKey: 0xabc',
      'wallet.currency: ETH',
      'wallet.createdAt: 2021-02-03',
      'wallet.sourceUrl: https://b.example/',
    ],
  ])
})

test.each([
  ['a row without a reference', ',Person,N,,,,,,,,,,,https://a.example/\n', 'no reference'],
  ['an unknown schema', 'X.1,Ghost,N,,,,,,,,,,,https://a.example/\n', 'unknown schema Ghost'],
  ['a wallet of nobody', 'X.1,CryptoWallet,,,,,,,,,,ETH,0xabc,\n', 'follows no party'],
  ['a short row', 'X.1,Person,N\n', '3 cells'],
])('%s is rejected with its place', async (_what, rows, reason) => {
  const { entities, rejected } = await read(rows)
  expect(entities).toEqual([])
  expect(rejected).toHaveLength(1)
  expect(rejected[0]?.reason).toContain(reason)
  expect(rejected[0]?.place).toBe('row:1')
})
