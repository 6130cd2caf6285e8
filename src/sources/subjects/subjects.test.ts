import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { openFile, toFile } from '../../formats/index.ts'
import type { Read, Source, SourceId } from '../../model/index.ts'
import { openSubjects, type SubjectOptions } from './read.ts'

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
    ['nothing to look for', 'id,name,country\n1,,kp\n', 'row:1'],
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

/** Made by other programs: the bytes of each character are those of its code page. */
const old = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex')
const header = Buffer.from('id,name,nationality\n')
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
test.each<[string, Uint8Array, string]>([
  ['UTF-8', Buffer.from('id,name,nationality\n1,김철수,kp\n'), '김철수'],
  ['UTF-16', utf16('id,name,nationality\n1,김철수,kp\n'), '김철수'],
  [
    'CP949',
    Buffer.concat([header, old('312c b1e8 c3b6 bcf6 2c6b700a 322c b9da bfb5 c8f1 2c6b700a')]),
    '김철수',
  ],
  [
    'GB18030',
    Buffer.concat([
      header,
      old('312c cdf5 bda8 b9fa 2c636e0a 322c c0ee d0a1 c3f7 2c636e0a'),
      old('332c d5c5 ceb0 2c636e0a 342c c1f5 d1f4 2c636e0a 352c b3c2 c0f6 bbaa 2c636e0a'),
      old('362c d6d0 b9fa b9ab cbbe 2c636e0a 372c b1b1 beac 2c636e0a'),
    ]),
    '王建国',
  ],
  [
    'Windows-1251',
    Buffer.concat([header, old('312c c8e2 e0ed eee2 2c72750a 322c cfe5 f2f0 eee2 e0 2c72750a')]),
    'Иванов',
  ],
])('a table in %s is read', async (_what, bytes, name) => {
  expect(told((await readAll(bytes))[0])[0]).toBe(`name=${name}`)
})

test('a table in an encoding that cannot be told is read when it is named', async () => {
  const bytes = Buffer.concat([header, old('312c 4a6f73e9 2c65730a')])
  await expect(readAll(bytes)).rejects.toMatchObject({ code: 'encoding-unknown' })
  expect(told((await readAll(bytes, { encoding: 'cp1252' }))[0])[0]).toBe('name=José')
  await expect(readAll(bytes, { encoding: 'klingon' })).rejects.toMatchObject({
    code: 'encoding-unknown',
  })
})

test('a workbook is read like a table', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const row = (...cells: string[]) => `<row>${cells.map(cell).join('')}</row>`
  const parts = {
    'xl/workbook.xml':
      '<workbook xmlns:r="urn:r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
    'xl/sheet.xml': `<worksheet><sheetData>${row('id', 'name', 'size')}${row('7', 'Kim; Ri', '42')}</sheetData></worksheet>`,
  }
  const bytes = zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  )
  const { columns, ignored, reads } = await openSubjects(toFile('a.xlsx', bytes), source)
  expect([columns, ignored]).toEqual([['id', 'name', 'size'], ['size']])
  for await (const read of reads) {
    expect(told(read)).toEqual(['name=Kim', 'name=Ri'])
    expect(read.ok && read.entity.key).toBe('7')
  }
})

test.each([
  ['id,name,shoe size\n', ['shoe size']],
  ['id,name,,privateKey\n', ['column 3', 'privateKey']],
  ['id,id,name\n', 'file-malformed'],
])('of the header %j these columns are not read: %j', async (text, ignored) => {
  const opening = openSubjects(toFile('x', Buffer.from(text)), source)
  if (typeof ignored === 'string') await expect(opening).rejects.toMatchObject({ code: ignored })
  else expect((await opening).ignored).toEqual(ignored)
})

test.each([
  ['name,imoNumber\nA,9074729\nB,\n', ['Vessel', 'Vessel']],
  ['name,birthDate,imoNumber\nA,,9074729\nB,1980,\nC,,\n', ['Vessel', 'Person', 'Person']],
  ['name,birthDate,publicKey\nA,1980,0x1\n,,0x2\n', ['Person', 'CryptoWallet']],
  [
    'name,schema,imoNumber\nA,Organisation,9074729\nB,public body,\n',
    ['Organization', 'PublicBody'],
  ],
  ['name,legalForm\nA,LLC\nB,\n', ['Company', 'Company']],
  ['name\nA\n', ['Person']],
])('the schemata of %j are told: %j', async (text, schemata) => {
  expect((await readAll(text)).map((read) => read.ok && read.entity.schema)).toEqual(schemata)
})

test('the order of day and month is told from the file, or said', async () => {
  const dates = async (text: string, options: SubjectOptions = {}) =>
    (await readAll(text, options)).map((read) => told(read)[1])
  const unclear = 'name,birthDate\nA,03/10/1980\n'
  expect(await dates(`${unclear}B,03/25/1980\n`)).toEqual([
    'birthDate=1980-03-10',
    'birthDate=1980-03-25',
  ])
  expect(await dates(unclear)).toEqual(['birthDate=1980'])
  expect(await dates(unclear, { order: 'day-first' })).toEqual(['birthDate=1980-10-03'])
  const [read] = await readAll(unclear)
  expect(read?.ok && read.entity.statements[1]).toMatchObject({ original: '03/10/1980' })
})

test('a failed formula is no value, and its row is asked about all the same', async () => {
  const reads = await readAll('id,name,birthDate,shoe\n1,Kim,#N/A,#REF!\n2,#VALUE!,1980,\n')
  expect(reads.map((read) => (read.ok ? told(read) : [read.place, read.text]))).toEqual([
    ['name=Kim'],
    ['row:1/birthDate', '#N/A'],
    ['row:2', '2,#VALUE!,1980,'],
    ['row:2/name', '#VALUE!'],
  ])
})

test('what cannot be read as a date, a country or a gender is kept as it is', async () => {
  expect(
    told((await readAll('name,birthDate,country,gender\nA,in spring,Atlantis,unsure\n'))[0]),
  ).toEqual(['name=A', 'birthDate=in spring', 'country=Atlantis', 'gender=unsure'])
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

test('a row whose id came before is a subject of its own', async () => {
  const reads = await readAll(
    'id,schema,name,imoNumber\n1,Person,Jonas Example,\n1,Person,Maria Sample,\n1,Company,Example Ltd,\n2,Vessel,One,9074729\n3,Vessel,Two,9074729\n',
  )
  expect(reads.map((read) => read.ok && [read.entity.key, read.entity.id])).toEqual([
    ['1', 'person:01234567/1'],
    ['1', 'person:01234567/1/row:2'],
    ['1', 'company:01234567/1'],
    ['2', 'vessel:imo/9074729'],
    ['3', 'vessel:01234567/3/row:5'],
  ])
})
