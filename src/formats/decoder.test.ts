import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDecoder, parseEncoding } from './decoder.ts'

const decode = (encoding: string, ...bytes: number[]) => {
  const decoder = openDecoder(encoding)
  return decoder.decode(Uint8Array.from(bytes)) + decoder.finish()
}

test.each([
  ['CP949', 'euc-kr'],
  ['ks_c_5601-1987', 'euc-kr'],
  ['UTF8', 'utf-8'],
  [' utf-16 ', 'utf-16le'],
  ['cp1251', 'windows-1251'],
  ['latin1', 'windows-1252'],
  ['gb2312', 'gbk'],
  ['cp936', 'gbk'],
  ['klingon', undefined],
  ['', undefined],
])('the encoding that people call %s is known as %s', (name, encoding) => {
  expect(parseEncoding(name)).toBe(encoding)
})

// Points of the code page as Microsoft publishes it: both ends of each block.
test.each([
  ['the first syllable beyond KS X 1001', [0x81, 0x41], '갂'],
  ['the last one', [0xc6, 0x52], '힣'],
  ['the last one of a wide row', [0xa0, 0xfe], '좤'],
  ['the first one of a narrow row', [0xa1, 0x41], '좥'],
  ['the first syllable of KS X 1001', [0xb0, 0xa1], '가'],
  ['the last one of KS X 1001', [0xc8, 0xfe], '힝'],
  ['the first Hanja', [0xca, 0xa1], '伽'],
  ['the euro sign', [0xa2, 0xe6], '€'],
  ['ASCII', [0x41, 0x5c, 0x7e], 'A\\~'],
])('CP949 has %s', (_what, bytes, text) => {
  expect(decode('euc-kr', ...bytes)).toBe(text)
})

test('CP949 has all 11,172 syllables, each once', () => {
  const found = new Set<string>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x41; trail <= 0xfe; trail++) {
      const text = openDecoder('euc-kr', 'lenient').decode(Uint8Array.of(lead, trail))
      if (/^[\uAC00-\uD7A3]$/.test(text)) found.add(text)
    }
  expect(found.size).toBe(11_172)
})

test.each([
  ['a lead byte at the end', 'euc-kr', [0x41, 0xb0]],
  ['a pair that is not used', 'euc-kr', [0xc6, 0x53]],
  ['a private pair', 'euc-kr', [0xc9, 0xa1]],
  ['the byte 0x80', 'euc-kr', [0x80]],
  ['a byte that windows-1252 leaves free', 'windows-1252', [0x81]],
  ['a broken sequence', 'utf-8', [0xe9, 0x20]],
])('%s is refused by %s', (_what, encoding, bytes) => {
  expect(() => decode(encoding, ...bytes)).toThrow(TypeError)
})

test('windows-1252 has its typographic signs on every version of Node', () => {
  expect(decode('windows-1252', 0x80, 0x4f, 0x92, 0x4e, 0xe9, 0x9f)).toBe('€O’NéŸ')
})

test('a lenient decoder marks what it cannot read and goes on with the byte behind it', () => {
  const decoder = openDecoder('euc-kr', 'lenient')
  expect(decoder.decode(Uint8Array.of(0xc6, 0x53, 0xb0, 0xa1, 0xb0)) + decoder.finish()).toBe(
    '\uFFFDS가\uFFFD',
  )
})

test('it does not matter where the pieces are cut', () =>
  fc.assert(
    fc.property(
      fc.constantFrom('euc-kr', 'windows-1252', 'gb18030', 'utf-8', 'utf-16le'),
      fc.uint8Array({ maxLength: 30 }),
      fc.nat(30),
      (encoding, bytes, cut) => {
        const whole = openDecoder(encoding, 'lenient')
        const cutUp = openDecoder(encoding, 'lenient')
        const parts = [bytes.subarray(0, cut), bytes.subarray(cut)]
        const text = parts.map((part) => cutUp.decode(part)).join('') + cutUp.finish()
        expect(text).toBe(whole.decode(bytes) + whole.finish())
      },
    ),
  ))
