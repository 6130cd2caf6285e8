import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { toFile } from './file.ts'
import { parseDateFormat, toDateText } from './xlsx/dates.ts'
import { isOldExcel, isXlsx, readXlsx, type XlsxOptions } from './xlsx.ts'

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`

type Parts = {
  readonly sheet: string
  readonly strings?: string
  readonly styles?: string
  readonly workbook?: string
}

/** A workbook as spreadsheets write it: the sheet that is read is called `staff`. */
const partsOf = ({ sheet, strings = '', styles = '', workbook = '' }: Parts) => ({
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  'xl/workbook.xml': `<workbook xmlns:r="urn:r">${workbook}<sheets><sheet name="staff" sheetId="1" r:id="rId1"/><sheet name="other" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'worksheet', '/xl/worksheets/sheet2.xml')}${relation('rId3', 'sharedStrings', 'sharedStrings.xml')}${relation('rId4', 'styles', 'styles.xml')}</Relationships>`,
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  'xl/worksheets/sheet2.xml':
    '<worksheet><sheetData><row><c t="str"><v>colour</v></c></row></sheetData></worksheet>',
  'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
  'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
})

const zip = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))

const read = async (bytes: Uint8Array, options?: XlsxOptions) => {
  const { columns, rows } = await readXlsx(toFile('staff.xlsx', bytes), options)
  const all = []
  for await (const row of rows) all.push(row)
  return { columns, rows: all }
}
const cellsOf = async (parts: Parts) =>
  (await read(zip(partsOf(parts)))).rows.map((row) => (row.ok ? row.cells : row.reason))

const inline = (reference: string, text: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
const header = `<row r="1">${inline('A1', 'id')}${inline('B1', 'name')}</row>`

test('a sheet is read as a table, with the rows of the sheet as lines', async () => {
  const sheet = `${header}<row r="2"><c r="A2"><v>1</v></c>${inline('B2', 'Kim')}</row><row r="3"/><row r="5">${inline('B5', 'Ri')}</row>`
  const { columns, rows } = await read(zip(partsOf({ sheet })))
  expect(columns).toEqual(['id', 'name'])
  expect(rows).toMatchObject([
    { ok: true, row: 1, line: 2, cells: ['1', 'Kim'] },
    { ok: true, row: 2, line: 5, cells: ['', 'Ri'] },
  ])
  expect(rows[0]?.ok && rows[0].value('name')).toEqual({
    text: 'Kim',
    value: 'Kim',
    place: 'row:1/name',
  })
})

test('a workbook is told by its bytes', () => {
  expect(isXlsx(toFile('x', zip(partsOf({ sheet: header }))))).toBe(true)
  expect(isXlsx(toFile('x', zipSync({ 'a.txt': strToU8('xl/') })))).toBe(false)
  expect(isOldExcel(toFile('x', Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toBe(true)
})

const shared = '<si><t>Kim</t></si><si><r><t>Ri </t></r><r><t>Yong</t></r><rPh><t>x</t></rPh></si>'
const styles =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="17"/><xf numFmtId="22"/><xf numFmtId="164"/></cellXfs>'
test.each([
  ['a shared text', '<c r="B2" t="s"><v>0</v></c>', 'Kim'],
  ['a shared text in parts, without its reading aid', '<c r="B2" t="s"><v>1</v></c>', 'Ri Yong'],
  [
    'a text in place, without its reading aid',
    '<c r="B2" t="inlineStr"><is><t>金</t><rPh><t>k</t></rPh></is></c>',
    '金',
  ],
  ['the result of a formula', '<c r="B2" t="str"><f>A1&amp;A2</f><v>Kim</v></c>', 'Kim'],
  ['an escaped character', inline('B2', 'a_x0041_b_x005F_x0041_'), 'aAb_x0041_'],
  ['a whole number', '<c r="B2"><v>12345678901234</v></c>', '12345678901234'],
  ['a number with the dust of its format', '<c r="B2"><v>39.990000000000002</v></c>', '39.99'],
  ['a number with an exponent', '<c r="B2"><v>1.5E3</v></c>', '1500'],
  ['yes', '<c r="B2" t="b"><v>1</v></c>', 'true'],
  ['an error of a formula', '<c r="B2" t="e"><v>#REF!</v></c>', '#REF!'],
  ['a date', '<c r="B2" s="1"><v>29285</v></c>', '1980-03-05'],
  ['a month', '<c r="B2" s="2"><v>29281</v></c>', '1980-03'],
  ['a moment', '<c r="B2" s="3"><v>29285.5</v></c>', '1980-03-05T12:00:00'],
  ['a year of a format of its own', '<c r="B2" s="4"><v>29281</v></c>', '1980'],
  ['an ISO date', '<c r="B2" t="d"><v>1980-03-05T00:00:00</v></c>', '1980-03-05'],
  ['a cell without a reference', '<c><v>9</v></c>', undefined],
])('%s is read', async (_what, cell, text) => {
  const sheet = `${header}<row r="2">${cell}</row>`
  const cells = (await cellsOf({ sheet, strings: shared, styles }))[0]
  expect(cells).toEqual(text === undefined ? ['9', ''] : ['', text])
})

test('a workbook that counts days from 1904 gives the same dates', async () => {
  const sheet = `${header}<row r="2"><c r="B2" s="1"><v>27823</v></c></row>`
  const workbook = '<workbookPr date1904="1"/>'
  expect(await cellsOf({ sheet, styles, workbook })).toEqual([['', '1980-03-05']])
})

test('element names may have a prefix', async () => {
  const parts = partsOf({ sheet: '' })
  const sheet = `<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row><x:c t="str"><x:v>name</x:v></x:c></x:row><x:row><x:c t="str"><x:v>Kim</x:v></x:c></x:row></x:sheetData></x:worksheet>`
  const { rows } = await read(zip({ ...parts, 'xl/worksheets/sheet1.xml': sheet }))
  expect(rows).toMatchObject([{ cells: ['Kim'] }])
})

test('a sheet is chosen by its name', async () => {
  const bytes = zip(partsOf({ sheet: header }))
  expect((await read(bytes, { sheet: 'other' })).columns).toEqual(['colour'])
  await expect(read(bytes, { sheet: 'third' })).rejects.toMatchObject({
    code: 'file-malformed',
    hint: 'Its sheets are: staff, other.',
  })
})

test.each([
  ['a missing text', '<c r="B2" t="s"><v>7</v></c>', 'the text of cell B2 is missing'],
  ['a value beside the table', inline('AC2', 'x'), 'cell AC2 is in no column of the header'],
  ['a cell that is nowhere', inline('ZZZ2', 'x'), 'a cell is in no column of row 2'],
])('a row with %s is a fault, and the next row is read', async (_what, cell, reason) => {
  const sheet = `${header}<row r="2">${cell}</row><row r="3">${inline('A3', '7')}</row>`
  expect(await cellsOf({ sheet })).toEqual([reason, ['7', '']])
})

const sound = zip(partsOf({ sheet: `${header}<row r="2">${inline('B2', 'Kim')}</row>` }))
const without = (name: string) => {
  const { [name]: _, ...rest } = partsOf({ sheet: header }) as Record<string, string>
  return zip(rest)
}
const zeros = (count: number) => `<row r="2">${inline('B2', '0'.repeat(count))}</row>`
const damaged = Uint8Array.from(zip(partsOf({ sheet: `${header}${zeros(5000)}` })))
damaged.fill(0xff, 900, 1000)
const encrypted = Uint8Array.from(sound)
for (let at = 0; at + 4 < encrypted.length; at++)
  if (encrypted[at] === 0x50 && encrypted[at + 1] === 0x4b && encrypted[at + 2] === 1)
    encrypted[at + 8] = 1
const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'
test.each<[string, Uint8Array, string, XlsxOptions?]>([
  ['is cut off', sound.subarray(0, sound.length - 40), 'file-truncated'],
  ['is cut off in the middle', sound.subarray(0, sound.length / 2), 'file-truncated'],
  ['has a damaged part', damaged, 'file-malformed'],
  ['is encrypted', encrypted, 'file-malformed'],
  ['has no workbook', without('xl/workbook.xml'), 'file-malformed'],
  ['has no sheet', without('xl/worksheets/sheet1.xml'), 'file-malformed'],
  ['has an empty sheet', zip(partsOf({ sheet: '' })), 'file-empty'],
  [
    'names a column twice',
    zip(partsOf({ sheet: `<row r="1">${inline('A1', 'id')}${inline('B1', 'id')}</row>` })),
    'file-malformed',
  ],
  [
    'declares entities',
    zip({ ...partsOf({ sheet: '' }), 'xl/worksheets/sheet1.xml': doctype }),
    'file-malformed',
  ],
  [
    'is a bomb',
    zip(partsOf({ sheet: `${header}${zeros(3_000_000)}` })),
    'file-malformed',
    { limit: 1_000_000 },
  ],
  ['holds an endless text', zip(partsOf({ sheet: header + zeros(5_000_000) })), 'file-malformed'],
  ['nests without end', zip(partsOf({ sheet: '<a>'.repeat(100) })), 'file-malformed'],
  ['is of an older Excel', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'kind-unknown'],
])('a workbook that %s is refused', async (_what, bytes, code, options) => {
  await expect(read(bytes, options)).rejects.toMatchObject({ code })
})

test('any bytes that begin like a zip are refused with a code, never a crash', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      async (changes) => {
        const bytes = Uint8Array.from(sound)
        for (const [at, byte] of changes) bytes[at] = byte
        const error = await read(bytes).catch((cause: unknown) => cause)
        if (error instanceof Error) expect(error).toHaveProperty('code')
      },
    ),
    { numRuns: 300 },
  ))

test.each([
  ['General', undefined],
  ['0.00', undefined],
  ['[h]:mm', undefined],
  ['"day" 0', undefined],
  ['@', undefined],
  ['yyyy-mm-dd', { year: true, month: true, day: true, time: false }],
  ['[$-409]d\\ mmm\\ yyyy;@', { year: true, month: true, day: true, time: false }],
  ['h:mm AM/PM', { year: false, month: false, day: false, time: true }],
  ['mmm-yy', { year: true, month: true, day: false, time: false }],
])('the number format %s shows %j', (format, shown) => {
  expect(parseDateFormat(format)).toEqual(shown)
})

test.each([
  [0, '1899-12-31'],
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [61, '1900-03-01'],
  [43_831, '2020-01-01'],
  [2_958_465, '9999-12-31'],
  [-1, undefined],
  [3_000_000, undefined],
])('day %d of the count from 1900 is %s', (serial, date) => {
  const format = { year: true, month: true, day: true, time: false }
  expect(toDateText(serial, format, false)).toBe(date)
})

test('any table of text comes back as it was written', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.string({ unit: 'grapheme', maxLength: 12 }),
          fc.string({ unit: 'grapheme', maxLength: 12 }),
        ),
        { maxLength: 6 },
      ),
      async (rows) => {
        const isText = (text: string) => /^[^\p{C}]*$/u.test(text)
        const tables = rows.filter((cells) => cells.every(isText) && cells.join('').trim() !== '')
        const inXml = (text: string) =>
          text
            .replace(/_x/g, '_x005F_x')
            .replace(/&/g, '&amp;')
            .replace(/</g, '&lt;')
            .replace(/>/g, '&gt;')
        const sheet = tables.map(
          (cells, i) =>
            `<row r="${i + 2}">${cells.map((cell, at) => inline(`${'AB'[at]}${i + 2}`, inXml(cell))).join('')}</row>`,
        )
        expect(await cellsOf({ sheet: header + sheet.join('') })).toEqual(tables)
      },
    ),
    { numRuns: 60 },
  ))
