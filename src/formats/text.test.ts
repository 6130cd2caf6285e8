import { expect, test } from 'vitest'
import { toFile } from './file.ts'
import { decode, headText } from './text.ts'

const read = async (bytes: Uint8Array, encoding: string): Promise<string> => {
  let text = ''
  for await (const piece of decode(toFile('list.csv', bytes), encoding)) text += piece
  return text
}

test.each([
  ['utf-8', 'efbbbf c3a9', 'é'],
  ['UTF8', 'c3a9', 'é'],
  ['utf-16le', 'fffe e900', 'é'],
  ['utf-16be', 'feff 00e9', 'é'],
  ['cp949', 'b1e8 8141', '김갂'],
  ['gbk', 'cdf5', '王'],
  ['gb18030', '8139ee39', '㐀'],
  ['cp1251', 'c8e2', 'Ив'],
  ['windows-1252', '80e9', '€é'],
])('%s is decoded without its byte order mark', async (encoding, hex, text) => {
  expect(await read(Buffer.from(hex.replaceAll(' ', ''), 'hex'), encoding)).toBe(text)
})

test.each([
  ['a broken byte', 'utf-8', 'c3 28', 'encoding-broken'],
  ['a character that is cut off', 'utf-8', '41 c3', 'encoding-broken'],
  ['half a unit', 'utf-16le', '4100 42', 'encoding-broken'],
  ['half a pair', 'cp949', 'b1', 'encoding-broken'],
  ['an encoding that nobody knows', 'klingon', '41', 'encoding-unknown'],
])('%s ends the reading', async (_what, encoding, hex, code) => {
  const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex')
  await expect(read(bytes, encoding)).rejects.toMatchObject({ code })
})

test('the error says near which byte the file is broken', async () => {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('12345')
    yield Buffer.from([0xff])
  }
  const file = { ...toFile('list.csv', Buffer.from('1')), read: pieces }
  const reading = async () => {
    for await (const _ of decode(file, 'utf-8'));
  }
  await expect(reading()).rejects.toThrow('near byte 5')
})

test('the head is text whatever its bytes are', () => {
  expect(headText(toFile('x', Buffer.from('\uFEFFab', 'utf16le')))).toBe('ab')
  expect(headText(toFile('x', Buffer.from([0x61, 0xff])))).toBe('a\uFFFD')
  expect(headText(toFile('x', Buffer.from([0xb1, 0xe8])), 'cp949')).toBe('김')
})
