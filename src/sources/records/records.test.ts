import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { toFile } from '../../formats/index.ts'
import { flatten } from './flatten.ts'
import { openRecords, type RecordFault, type RecordRow } from './read.ts'

const readAll = async (text: string | Uint8Array, name = 'people.csv') => {
  const table = await openRecords(toFile(name, Buffer.from(text)))
  const rows: (RecordRow | RecordFault)[] = []
  for await (const row of table.rows) rows.push(row)
  return { columns: table.columns, rows }
}

describe('rows of any table', () => {
  test.each([
    ['commas', 'Any , thing\n1,a\n'],
    ['semicolons', 'Any;thing\n1;a\n'],
    ['tabs', 'Any\tthing\n1\ta\n'],
    ['lines of JSON', '{"Any":1,"thing":"a"}\n'],
  ])('come from %s alike', async (_what, text) => {
    const { columns, rows } = await readAll(text)
    expect(columns).toEqual(['Any', 'thing'])
    expect(rows).toEqual([{ ok: true, row: 1, cells: ['1', 'a'] }])
  })

  test('come from a workbook', async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
    const row = (...cells: string[]) => `<row>${cells.map(cell).join('')}</row>`
    const parts = {
      'xl/workbook.xml':
        '<workbook xmlns:r="urn:r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
      'xl/sheet.xml': `<worksheet><sheetData>${row('Any', 'thing')}${row('1', 'a')}</sheetData></worksheet>`,
    }
    const bytes = zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
    )
    const { columns, rows } = await readAll(bytes, 'people.xlsx')
    expect(columns).toEqual(['Any', 'thing'])
    expect(rows).toEqual([{ ok: true, row: 1, cells: ['1', 'a'] }])
  })

  test('that cannot be read are kept with their place and text, and the rest goes on', async () => {
    const { rows } = await readAll('a,b\n1,2,3\n4,5\n')
    expect(rows[0]).toMatchObject({ ok: false, row: 1, place: 'row:1', text: '1,2,3' })
    expect(rows[1]).toMatchObject({ ok: true, row: 2, cells: ['4', '5'] })
    const lines = await readAll('{"a":1}\n[1]\n{"a"\n{"b":2}\n')
    expect(lines.rows.map(({ ok }) => ok)).toEqual([true, false, false, true])
    expect(lines.rows[1]).toMatchObject({ place: 'line:2', text: '[1]' })
    expect(lines.rows[3]).toMatchObject({ row: 4, cells: ['', '2'] })
  })

  test('need a header', async () => {
    await expect(readAll('')).rejects.toMatchObject({ code: 'file-empty' })
    expect((await readAll('a,b\n')).rows).toEqual([])
  })

  test('in one list of JSON are refused with what to do', async () => {
    await expect(readAll('[{"a":1}]')).rejects.toMatchObject({ code: 'file-malformed' })
  })
})

test.each([
  [
    { a: 1, b: { c: 'x', d: null } },
    { a: ['1'], c: ['x'] },
  ],
  [{ all: ['x', 'y', 'x'], none: [] }, { all: ['x', 'y'] }],
  [{ features: [{ phone: '1' }, { phone: '2', mail: 'm' }] }, { phone: ['1', '2'], mail: ['m'] }],
  [
    { schema: 'Person', properties: { name: ['A', 'B'] } },
    { schema: ['Person'], name: ['A', 'B'] },
  ],
])('the values of %j are %j', (value, values) => {
  expect(Object.fromEntries(flatten(value) ?? [])).toEqual(values)
})
