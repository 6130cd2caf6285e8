import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { openFile } from '../../formats/index.ts'
import type { Read, Source, SourceId } from '../../model/index.ts'
import { openSubjects, rejectRepeated, type SubjectOptions } from './read.ts'
import { looksLikeSubjects } from './recognise.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-subjects-'))
afterAll(() => rmSync(folder, { recursive: true }))

const source: Source = {
  id: '0123456789abcdef' as SourceId,
  path: 'people.csv',
  sha256: '',
  kind: 'subjects',
  bytes: 0,
  learned: '2026-11-24',
}

let files = 0
const put = (text: string | Uint8Array): string => {
  const path = join(folder, `people-${files++}.csv`)
  writeFileSync(path, text)
  return path
}

const readAll = async (
  text: string | Uint8Array,
  options: SubjectOptions = {},
): Promise<Read[]> => {
  const { reads } = await openSubjects(await openFile(put(text)), source, options)
  const all: Read[] = []
  for await (const read of reads) all.push(read)
  return all
}

const told = (read: Read | undefined): string[] =>
  read?.ok ? read.entity.statements.map(({ prop, value }) => `${prop}=${value}`) : []

describe('a table', () => {
  test('gives each row as an entity with the place of every value', async () => {
    const [first] = await readAll(
      'id,schema,name,birthDate,nationality\np1,person,Jonas Example,31 Jan 1990,Germany\n',
    )
    expect(first?.ok && first.entity).toMatchObject({
      id: 'person:01234567/p1',
      schema: 'Person',
      key: 'p1',
    })
    expect(
      first?.ok &&
        first.entity.statements.map(({ prop, value, original, place }) => [
          prop,
          value,
          original,
          place,
        ]),
    ).toEqual([
      ['name', 'Jonas Example', undefined, 'row:1/name'],
      ['birthDate', '1990-01-31', '31 Jan 1990', 'row:1/birthDate'],
      ['nationality', 'de', 'Germany', 'row:1/nationality'],
    ])
  })

  test.each([
    ['a semicolon table', 'id;name\n1;Jonas Example\n'],
    ['a tab table', 'id\tname\n1\tJonas Example\n'],
    ['other spellings of columns', 'ID,NAME\n1,Jonas Example\n'],
    ['a byte order mark', '\uFEFFid,name\n1,Jonas Example\n'],
    ['no id column', 'name\nJonas Example\n'],
  ])('reads %s', async (_, text) => {
    const [first] = await readAll(text)
    expect(first?.ok && first.entity.key).toBe('1')
    expect(told(first)).toEqual(['name=Jonas Example'])
  })

  test('splits several values of a cell', async () => {
    expect(told((await readAll('name,alias\nJonas Example,J. Example; Jo Example\n'))[0])).toEqual([
      'name=Jonas Example',
      'alias=J. Example',
      'alias=Jo Example',
    ])
  })

  test.each([
    ['imoNumber', '9074729', 'Vessel', 'vessel:imo/9074729'],
    ['imoNumber', '9074720', 'Vessel', 'vessel:01234567/1'],
    [
      'publicKey',
      '0x00000000219ab540356cBB839Cbe05303d7705Fa',
      'CryptoWallet',
      'wallet:01234567/1',
    ],
    ['passportNumber', 'X1', 'Person', 'person:01234567/1'],
  ])('tells the schema of a row by its column %s = %s', async (column, value, schema, id) => {
    const [read] = await readAll(`name,${column}\nExample,${value}\n`)
    expect(read?.ok && [read.entity.schema, read.entity.id]).toEqual([schema, id])
  })

  test('renames columns by a map, and says which it passes over', async () => {
    const file = await openFile(put('Voller Name,Geburt,Kleidung\nJonas Example,1990,blau\n'))
    const map = new Map([
      ['name', 'Voller Name'],
      ['birthDate', 'Geburt'],
    ])
    const { ignored, reads } = await openSubjects(file, source, { map })
    expect(ignored).toEqual(['Kleidung'])
    for await (const read of reads)
      expect(told(read)).toEqual(['name=Jonas Example', 'birthDate=1990'])
  })

  test.each([
    ['a column that is not there', new Map([['name', 'Nam']]), 'column-unknown'],
    ['a field that nobody knows', new Map([['colour', 'name']]), 'column-unknown'],
  ])('refuses a map with %s', async (_, map, code) => {
    await expect(readAll('name\nJonas Example\n', { map })).rejects.toMatchObject({ code })
  })

  test('refuses a table in which nothing can be compared', async () => {
    await expect(readAll('colour,shape\nblue,round\n')).rejects.toMatchObject({
      code: 'column-missing',
    })
  })

  test.each([
    ['too many cells', 'id,name\n1,Jonas,Example\n', 'row:1'],
    ['no value', 'id,name\n1,\n', 'row:1'],
    ['an unknown schema', 'id,schema,name\n1,Wizard,Jonas Example\n', 'row:1'],
    ['an endless value', `id,name\n1,${'x'.repeat(3000)}\n`, 'row:1'],
  ])('rejects a row with %s and keeps its place and text', async (_, text, place) => {
    const [read] = await readAll(text)
    expect(read).toMatchObject({ ok: false, place })
    expect(read?.ok === false && read.text).not.toBe('')
  })

  test('goes on after a rejected row', async () => {
    const reads = await readAll('id,name\n1,Jonas,Example\n2,Maria Sample\n')
    expect(reads.map((read) => read.ok)).toEqual([false, true])
  })
})

describe('JSON lines', () => {
  test('give flat objects and FollowTheMoney entities alike', async () => {
    const flat = {
      id: 'a',
      schema: 'Company',
      name: 'Example Ltd; Example Limited',
      incorporationDate: '2001',
    }
    const entity = {
      id: 'a',
      schema: 'Company',
      properties: { name: ['Example Ltd', 'Example Limited'], incorporationDate: ['2001'] },
    }
    const [one, two] = await readAll(`${JSON.stringify(flat)}\n${JSON.stringify(entity)}\n`)
    expect(told(one)).toEqual(told(two))
    expect(one?.ok && one.entity.statements[0]?.place).toBe('line:1')
  })

  test('a broken line is rejected with its line number, the rest goes on', async () => {
    const reads = await readAll(
      '{"name":"Jonas Example"}\n{"name":\n[1]\n{"name":"Maria Sample"}\n',
    )
    expect(reads.map((read) => (read.ok ? read.entity.key : read.place))).toEqual([
      '1',
      'line:2',
      'line:3',
      '4',
    ])
  })
})

test('what is written to a table is read back, whatever the text', async () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((each) => each.replace(/[;\s\p{C}]+/gu, ' ').trim())
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (names) => {
      const rows = names.map((name, k) => `${k},"${name.replaceAll('"', '""')}"`)
      const reads = await readAll(`id,name\n${rows.join('\n')}\n`, { encoding: 'utf-8' })
      expect(reads.map((read) => told(read)[0] ?? '')).toEqual(
        names.map((name) => (name ? `name=${name}` : '')),
      )
    }),
    { numRuns: 50 },
  )
})

test('a second row of one id is rejected where subjects are kept', async () => {
  const { reads } = await openSubjects(
    await openFile(put('id,name\n1,Jonas Example\n1,Maria Sample\n')),
    source,
  )
  const kept: Read[] = []
  for await (const read of rejectRepeated(reads)) kept.push(read)
  expect(kept.map((read) => read.ok)).toEqual([true, false])
  expect(kept[1]).toMatchObject({ place: 'row:2', text: 'name=Maria Sample' })
})

test.each([
  ['id,name\n1,x\n', true],
  ['Full Name,Passport Number\n', true],
  ['{"schema":"Person","properties":{}}\n', true],
  ['colour,shape\n', false],
  ['<?xml version="1.0"?><a/>', false],
])('a file that begins with %j looks like subjects: %s', async (text, is) => {
  expect(looksLikeSubjects(await openFile(put(text)))).toBe(is)
})
