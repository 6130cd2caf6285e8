import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { File } from './file.ts'
import { toFile } from './file.ts'
import { readXml, rootElement, type XmlElement } from './xml.ts'

const xml = (text: string | Uint8Array): File => toFile('list.xml', Buffer.from(text))

const readAll = async (file: File, depth = 2): Promise<XmlElement[]> => {
  const records: XmlElement[] = []
  for await (const record of readXml(file, depth)) records.push(record)
  return records
}

const list = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made for a test -->
<list date="2026-01-01">
  <party id="7"><name> Kim &amp; Sons </name><name>김</name><born><year>1970</year></born></party>
  <note/>
  <party id="8"><name><![CDATA[<b>Ri</b>]]></name></party>
</list>`

test('records are told by depth, with their values and places', async () => {
  const [first, note, second] = await readAll(xml(list))
  expect(first?.values('name')).toEqual([
    { text: ' Kim & Sons ', value: 'Kim & Sons', place: '/list/party[1]/name[1]' },
    { text: '김', value: '김', place: '/list/party[1]/name[2]' },
  ])
  expect(first?.child('born')?.value('year')?.place).toBe('/list/party[1]/born/year')
  expect(first?.attribute('id')?.place).toBe('/list/party[1]/@id')
  expect(note?.name).toBe('note')
  expect(second?.value('name')).toMatchObject({
    value: '<b>Ri</b>',
    place: '/list/party[2]/name',
  })
})

test('records may be chosen by a test, at any depth, and know what is around them', async () => {
  const text = '<a><b><id>1</id><c><d>x</d></c><c><d>y</d><b/></c></b><b><c/></b></a>'
  const found: string[] = []
  for await (const record of readXml(xml(text), ({ name }) => name === 'c' || name === 'id'))
    found.push(
      `${record.parent?.name}[${record.parent?.position}]/${record.name}[${record.position}] ${record.value('d')?.value ?? record.text}`,
    )
  expect(found).toEqual(['b[1]/id[1] 1', 'b[1]/c[1] x', 'b[1]/c[2] y', 'b[2]/c[1] '])
})

test('what nobody took is left over', async () => {
  const [first] = await readAll(xml(list))
  first?.values('name')
  expect([...(first?.leftovers() ?? [])].map(({ path, value }) => [path, value])).toEqual([
    ['/list/party/@id', '7'],
    ['/list/party/born/year', '1970'],
  ])
})

test('the root element is told from the head', () => {
  expect(rootElement(xml(list))).toBe('list')
  expect(rootElement(xml('\uFEFF<?xml version="1.0"?><a:list/>'))).toBe('a:list')
  expect(rootElement(xml('id,name\n'))).toBeUndefined()
})

const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><l><p>José</p></l>', 'latin1')
const korean = Buffer.concat([
  Buffer.from('<?xml version="1.0" encoding="euc-kr"?><l><p>'),
  Buffer.from([0xb1, 0xe8]),
  Buffer.from('</p></l>'),
])
test.each([
  ['UTF-8 without a declaration', Buffer.from('<l><p>김</p></l>'), '김'],
  ['UTF-8 with a byte order mark', Buffer.from('\uFEFF<l><p>김</p></l>'), '김'],
  ['UTF-16, little end first', utf16('<l><p>김</p></l>', 'le'), '김'],
  ['UTF-16, big end first', utf16('<l><p>김</p></l>', 'be'), '김'],
  ['Latin-1 that is declared', latin, 'José'],
  ['EUC-KR that is declared', korean, '김'],
])('%s is read', async (_what, bytes, text) => {
  expect((await readAll(xml(bytes)))[0]?.own()?.value).toBe(text)
})

const bomb = `<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<l><p>&b;</p></l>`
const outside = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]><l><p>&x;</p></l>'
const million = 'x'.repeat(1_000_000)
test.each([
  ['a document type with nested entities', bomb, 'file-malformed'],
  ['an entity that points at a file', outside, 'file-malformed'],
  ['an entity that nobody declared', '<l><p>&nbsp;</p></l>', 'file-malformed'],
  ['the same attribute twice', '<l><p a="1" a="2"/></l>', 'file-malformed'],
  ['crossed tags', '<l><p><q></p></q></l>', 'file-malformed'],
  ['text behind the root', '<l><p/></l>more', 'file-malformed'],
  ['a second root', '<l><p/></l><l><p/></l>', 'file-malformed'],
  ['a control character', '<l><p>\u0008</p></l>', 'file-malformed'],
  ['deep nesting', `<l>${'<p>'.repeat(100)}`, 'file-malformed'],
  ['no end', '<l><p>one</p><p>two', 'file-truncated'],
  ['no end of the root', '<l><p>one</p>', 'file-truncated'],
  ['an unknown encoding', '<?xml version="1.0" encoding="klingon"?><l/>', 'encoding-unknown'],
  ['a huge text', `<l><p>${million.repeat(17)}</p></l>`, 'file-malformed'],
  ['a huge attribute', `<l><p a="${million.repeat(17)}"/></l>`, 'file-malformed'],
  ['a huge comment', `<l><!-- ${million.repeat(17)} --></l>`, 'file-malformed'],
  ['a text without end outside of records', `<l>${million.repeat(17)}`, 'file-malformed'],
  ['endless elements in a record', `<l><p>${'<q/>'.repeat(300_000)}</p></l>`, 'file-malformed'],
])('a file with %s is refused', async (_what, text, code) => {
  await expect(readAll(xml(text))).rejects.toMatchObject({ code })
})

test('bytes that break the declared encoding are refused, not shown as question marks', async () => {
  const bytes = Buffer.from('<?xml version="1.0" encoding="UTF-8"?><l><p>Jos\xE9</p></l>', 'latin1')
  await expect(readAll(xml(bytes))).rejects.toMatchObject({ code: 'encoding-broken' })
})

test('entities of XML itself are expanded, once', async () => {
  const [record] = await readAll(xml('<l><p>&lt;&amp;amp;&#x41;&gt;</p></l>'))
  expect(record?.own()?.value).toBe('<&amp;A>')
})

// White space alone is layout and counts as no text.
test('any text comes back as it was written', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc
          .string({ unit: 'grapheme', maxLength: 20 })
          .filter((text) => /^[^\p{C}]*$/u.test(text) && !/^\s+$/u.test(text)),
        { maxLength: 8 },
      ),
      async (texts) => {
        const inXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
        const body = texts.map((text) => `<p>${inXml(text).replace(/>/g, '&gt;')}</p>`).join('\n')
        const records = await readAll(xml(`<l>${body}</l>`))
        expect(records.map((record) => record.text)).toEqual(texts)
        expect(records.map((record) => record.place)).toEqual(texts.map((_, i) => `/l/p[${i + 1}]`))
      },
    ),
  ))
