import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toAnswer } from '../answer.ts'
import { toListed } from '../listed.ts'
import { toProfile } from '../profile.ts'
import { Screener } from '../screener.ts'
import { made } from '../screening.fixture.ts'
import { openScreener, packScreener, type StoredKey } from './index.ts'

const listed = [
  made('1', 'Person', {
    name: 'Alpha Testperson',
    alias: ['Bravo Charlie'],
    birthDate: '1970-05-04',
  }),
  made('2', 'Person', {
    name: '리병철',
    weakAlias: 'Ri',
    listingDate: '2016-01-01',
    program: 'XX',
  }),
  made('3', 'Vessel', { name: 'EXAMPLE STAR', imoNumber: '9074729' }),
  made('4', 'Company', { name: 'Example Trading Co., Ltd.', address: 'left out' }),
].map((entity) => toListed('un', entity))
const key: StoredKey = { program: 'p', lists: [{ id: 'un', sha256: 'a' }] }
const packed = packScreener(listed, key)

const opened = (): Screener => {
  const screener = openScreener(packed, key)
  if ('unfit' in screener) throw new Error(screener.unfit)
  return screener
}

test('a stored screener answers as the one that was built, to the byte', () => {
  const [stored, built] = [opened(), new Screener(listed)]
  for (const subject of [
    made('s', 'Person', { name: 'Alfa Testperson', birthDate: '1970' }),
    made('s', 'Person', { name: 'Lee Byung-chul' }),
    made('s', 'Vessel', { name: 'OTHER', imoNumber: 'IMO 9074729' }),
    made('s', 'Thing', { name: 'Example Trading Limited' }),
    made('s', 'Thing', { name: 'nobody at all' }),
  ])
    expect(JSON.stringify(toAnswer(stored.screen(toProfile(subject)), []))).toBe(
      JSON.stringify(toAnswer(built.screen(toProfile(subject)), [])),
    )
})

test('the same designations give the same bytes', () => {
  expect(Buffer.from(packScreener(listed, key)).equals(Buffer.from(packed))).toBe(true)
})

test.each<[string, StoredKey]>([
  ['program', { ...key, program: 'q' }],
  ['list', { ...key, lists: [{ id: 'un', sha256: 'b' }] }],
])('another %s makes it unfit', (_, other) => {
  expect(openScreener(packed, other)).toEqual({ unfit: 'the lists or the program have changed' })
})

test('a changed or missing byte anywhere makes it unfit', () => {
  fc.assert(
    fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const broken = packed.slice()
      broken[at] = (broken[at] as number) ^ change
      const isUnused = at >= 13 && at < 32
      if (!isUnused) expect(openScreener(broken, key)).toHaveProperty('unfit')
      expect(openScreener(packed.slice(0, at), key)).toHaveProperty('unfit')
    }),
  )
})
