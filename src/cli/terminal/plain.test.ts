import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toPlain, toPlainLines } from './plain.ts'

test.each([
  ['Ri Pyong Chol', 'Ri Pyong Chol'],
  ['리병철', '리병철'],
  ['a\u001b[31mred', 'a\ufffd[31mred'],
  ['a\u009b31mred', 'a\ufffd31mred'],
  ['bell\u0007 null\u0000', 'bell\ufffd null\ufffd'],
  ['one\r\ntwo\tthree\nfour', 'one two three four'],
  ['gnp\u202efdp.exe', 'gnp\ufffdfdp.exe'],
])('%j is shown as %j', (text, shown) => {
  expect(toPlain(text)).toBe(shown)
})

test('no text can move the cursor, start an escape sequence or turn direction', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(toPlain(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
    }),
  )
})

test('lines stay lines', () => {
  expect(toPlainLines('a\r\nb\u001b\nc')).toBe('a\nb\ufffd\nc')
})
