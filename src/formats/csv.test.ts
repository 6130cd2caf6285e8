import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MusterError } from '../model/index.ts'
import { type CsvOptions, CsvRow, readCsv } from './csv.ts'
import { CsvSplitter } from './csv-splitter.ts'
import { toFile } from './file.ts'

const fileOf = (text: string) => toFile('table.csv', Buffer.from(text))

const collect = async <T>(values: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = []
  for await (const value of values) all.push(value)
  return all
}

const readAll = async (text: string, options: CsvOptions = {}) => {
  const { columns, rows } = await readCsv(fileOf(text), options)
  return { columns, rows: await collect(rows) }
}

const cellsOf = async (text: string, options: CsvOptions = {}) =>
  (await readAll(text, options)).rows.map((row) => (row.ok ? row.cells : row.reason))

const ragged = (found: number, wanted: number) => `${found} cells where the table has ${wanted}`
type Case = [
  what: string,
  text: string,
  rows: readonly (readonly string[] | string)[],
  options?: CsvOptions,
]
const tables: readonly Case[] = [
  [
    'plain rows',
    'a,b\n1,2\n3,4\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['no line end at the end', 'a,b\n1,2', [['1', '2']]],
  ['CRLF', 'a,b\r\n1,2\r\n', [['1', '2']]],
  [
    'CRLF after quotes',
    'a,b\r\n1,"2"\r\n"3","4"\r\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    'CR alone, as old Macintosh files have it',
    'a,b\r1,2\r3,4\r',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['a byte order mark', '\uFEFFa,b\n1,2\n', [['1', '2']]],
  ['a delimiter in quotes', 'a,b\n"Ri, Yong",2\n', [['Ri, Yong', '2']]],
  ['a doubled quote', 'a,b\n"the ""Star""",2\n', [['the "Star"', '2']]],
  [
    'a line end in quotes',
    'a,b\n"one\ntwo",2\n3,4\n',
    [
      ['one\ntwo', '2'],
      ['3', '4'],
    ],
  ],
  ['an empty quoted cell', 'a,b\n"",""\n', [['', '']]],
  ['spaces around quotes', 'a,b\n "Ri, Yong" , 2\n', [['Ri, Yong', ' 2']]],
  ['a quote inside a bare cell', 'a,b\nO"Neil,5"\n', [['O"Neil', '5"']]],
  [
    'empty lines',
    'a,b\n\n1,2\n\r\n\n3,4\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['semicolons', 'a;b\n1,5;2\n', [['1,5', '2']], { delimiter: ';' }],
  ['tabs', 'a\tb\n"x\ty"\t2\n', [['x\ty', '2']], { delimiter: '\t' }],
  ['too few and too many cells', 'a,b\n1\n1,2,3\n4,5\n', [ragged(1, 2), ragged(3, 2), ['4', '5']]],
  ['a lone end mark of DOS', 'a,b\r\n1,2\r\n\u001A', [['1', '2']]],
  ['an end mark of DOS behind the last row', 'a,b\n1,2\u001A', [['1', '2']]],
  ['remarks', '# made by hand\na,b\n# "more\n1,2\n', [['1', '2']], { comment: '#' }],
  [
    'no header',
    '1,2\n3,4\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
    { columns: ['a', 'b'] },
  ],
  [
    'text after a closing quote',
    'a,b\n"Kim" Chol,1\n2,3\n',
    ['a cell goes on after its closing quote', ['2', '3']],
  ],
  [
    'a quote that nobody closes',
    'a,b\n1,2\n3,"Kim\n5,6\n7,8\n',
    [['1', '2'], 'a quote is opened and never closed', ['5', '6'], ['7', '8']],
  ],
  [
    'a quote that the next quoted row seems to close',
    'a,b\n1,"Kim\n2,"Ri"\n3,4\n',
    ['a cell goes on after its closing quote', ['2', 'Ri'], ['3', '4']],
  ],
]

test.each<Case>([...tables])('a table with %s is read', async (_what, text, rows, options) => {
  expect(await cellsOf(text, options)).toEqual(rows)
})

test('a fault says its row, its line and what stands there', async () => {
  const { rows } = await readAll('a,b\n"one\ntwo",2\nRi,1975,x\n3,"Kim\n')
  expect(rows.map(({ ok, row, line }) => [ok, row, line])).toEqual([
    [true, 1, 2],
    [false, 2, 4],
    [false, 3, 5],
  ])
  expect(rows[1]).toMatchObject({ text: 'Ri,1975,x' })
  expect(rows[2]).toMatchObject({ text: '3,"Kim' })
})

test('a cell is found by its column, with its place and without white space around it', async () => {
  const { rows } = await readAll('id,full name,note\n1, Kim ,\n')
  const row = rows[0] as CsvRow
  expect(row).toBeInstanceOf(CsvRow)
  expect(row.value('full name')).toEqual({
    text: ' Kim ',
    value: 'Kim',
    place: 'row:1/full name',
  })
  expect(row.value('note')).toBeUndefined()
  expect(row.value('alias')).toBeUndefined()
})

test.each([
  ['a column named twice', 'id,name,name\n1,a,b\n', 'file-malformed'],
  ['a broken header', 'id,"name\n1,a\n', 'file-malformed'],
  ['an endless header', 'name'.repeat(20_000), 'file-malformed'],
  ['nothing but empty lines', '\n\r\n\n', 'file-empty'],
])('a table with %s is refused', async (_what, text, code) => {
  await expect(readCsv(fileOf(text))).rejects.toMatchObject({ code })
})

test('columns without a name are no repetition', async () => {
  expect((await readAll(',name,\n1,Kim,x\n')).columns).toEqual(['', 'name', ''])
})

test('a line without end becomes one fault and the rest is read', () => {
  const splitter = new CsvSplitter({ delimiter: ',' })
  const rows = splitter.take('a,b\n')
  for (let i = 0; i < 60; i++) rows.push(...splitter.take('x'.repeat(100_000)))
  rows.push(...splitter.take('x\n1,2\n'), ...splitter.finish())
  expect(rows.map((row) => (row.ok ? row.cells : row.reason))).toEqual([
    'the row is longer than 4194304 characters',
    ['1', '2'],
  ])
  expect(rows[0]).toMatchObject({ line: 2 })
  expect(rows[1]).toMatchObject({ line: 3 })
})

test('an endless quote holds a bounded part of the file and costs one line', () => {
  const splitter = new CsvSplitter({ delimiter: ',' })
  const rows = splitter.take('a,b\n1,"2\n')
  for (let i = 0; i < 600; i++)
    for (const row of splitter.take('3,4\n'.repeat(2_500))) rows.push(row)
  for (const row of splitter.finish()) rows.push(row)
  expect(rows[0]).toMatchObject({ ok: false, row: 1, line: 2, text: '1,"2' })
  expect(rows.length).toBe(1 + 600 * 2_500)
})

const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', ' ', '"', ',', ';', '\n', '\r', '김', 'é'),
    maxLength: 8,
  }),
  fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !text.includes('\uFEFF')),
)
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`

test('any table that is written with quotes is read back, wherever the pieces are cut', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }),
      fc.constantFrom('\n', '\r\n'),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      (rows, end, sizes) => {
        const lines = [['a', 'b', 'c'], ...rows].map((cells) => cells.map(quote).join(',') + end)
        const text = lines.join('')
        const splitter = new CsvSplitter({ delimiter: ',' })
        const read = []
        for (let at = 0, i = 0; at < text.length; i++) {
          const size = sizes[i % sizes.length] as number
          read.push(...splitter.take(text.slice(at, at + size)))
          at += size
        }
        read.push(...splitter.finish())
        expect(read.map((row) => (row.ok ? row.cells : row))).toEqual(rows)
      },
    ),
  ))

test('csv-parse reads the same cells from any sound table', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          cell.map(quote),
          fc.stringMatching(/^[a-z é김][a-z é김"]{0,5}$/).filter((text) => !/^ *"/.test(text)),
        ),
        { minLength: 1, maxLength: 8 },
      ),
      async (rows) => {
        const text = ['x,y', ...rows.map((cells) => cells.join(','))].join('\n')
        const theirs = parse(text, { relax_quotes: true, record_delimiter: '\n', from_line: 2 })
        expect(await cellsOf(text)).toEqual(theirs)
      },
    ),
  ))

test('bytes that break the encoding end the reading', async () => {
  const { rows } = await readCsv(toFile('x.csv', Buffer.from('a,b\n1,\xE9\n', 'latin1')))
  const error = await collect(rows).catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(MusterError)
  expect(error).toMatchObject({ code: 'encoding-broken' })
})
