import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutToWidth, displayWidth, padToWidth, wrapToWidth } from './width.ts'

test.each([
  ['', 0],
  ['Ri Pyong Chol', 13],
  ['리병철', 6],
  ['리병철'.normalize('NFD'), 6],
  ['李炳哲', 6],
  ['ﾘ', 1],
  ['リ', 2],
  ['Ри', 2],
  ['é', 1],
  ['e\u0301', 1],
  ['ｆｕｌｌ', 8],
  ['a\u200db', 2],
  ['👍', 2],
  ['👨‍👩‍👧', 2],
  ['한국 Co.', 8],
])('%j takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width)
})

test.each([
  ['Ri Pyong Chol', 13, 'Ri Pyong Chol'],
  ['Ri Pyong Chol', 5, 'Ri P…'],
  ['리병철', 6, '리병철'],
  ['리병철', 5, '리병…'],
  ['리병철', 4, '리…'],
  ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
  ['abc', 1, '…'],
  ['abc', 0, ''],
])('%j is cut to %i columns as %j', (text, width, cut) => {
  expect(cutToWidth(text, width)).toBe(cut)
})

test('a cut text never takes more columns than it may', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, width) => {
      expect(displayWidth(cutToWidth(text, width))).toBeLessThanOrEqual(width)
    }),
  )
})

test('a text is filled up on the side where it does not stand', () => {
  expect(padToWidth('리', 4, 'left')).toBe('리  ')
  expect(padToWidth('12', 4, 'right')).toBe('  12')
  expect(padToWidth('too long', 4, 'left')).toBe('too long')
})

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['리병철 리병철', 6, ['리병철', '리병철']],
  ['abcdefgh ij', 3, ['abc', 'def', 'gh', 'ij']],
  ['', 3, ['']],
])('%j is wrapped to %i columns', (text, width, lines) => {
  expect(wrapToWidth(text, width)).toEqual(lines)
})

test('wrapping loses nothing but spaces', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 20 }), (text, width) => {
      expect(wrapToWidth(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }),
  )
})
