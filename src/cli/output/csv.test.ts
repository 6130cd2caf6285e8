import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv, toFile } from '../../formats/index.ts'
import { toCsvRecord } from './csv.ts'

test.each([
  [['a', 'b'], 'a,b\n'],
  [['Example Trading Co., Ltd.', 'said "no"'], '"Example Trading Co., Ltd.","said ""no"""\n'],
  [['two\nlines', ''], '"two\nlines",\n'],
  [['=1+1', '+1', '-1', '@x'], '=1+1,+1,-1,@x\n'],
  [[''], '""\n'],
])('%j is the record %j', (cells, record) => {
  expect(toCsvRecord(cells)).toBe(record)
})

test('records read back as they were written', async () => {
  const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\r', ''))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }),
      async (rows) => {
        const text = [['a', 'b'], ...rows].map(toCsvRecord).join('')
        const table = await readCsv(toFile('x.csv', Buffer.from(text)))
        const read: unknown[] = []
        for await (const row of table.rows) read.push(row.ok ? row.cells : row.reason)
        expect(read).toEqual(rows)
      },
    ),
    { numRuns: 50 },
  )
})
