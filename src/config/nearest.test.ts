import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findNearest } from './nearest.ts'

const known = ['check', 'screen', 'compare', 'lists status', 'sql', 'init']

test.each([
  ['chekc', 'check'],
  ['Check', 'check'],
  ['scren', 'screen'],
  ['list status', 'lists status'],
  ['slq', 'sql'],
  ['initt', 'init'],
])('%s was probably meant as %s', (word, meant) => {
  expect(findNearest(word, known)).toBe(meant)
})

test.each(['x', 'frobnicate', ''])('%j is near to nothing', (word) => {
  expect(findNearest(word, known)).toBeUndefined()
})

test('every known word is nearest to itself', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), (words) => {
      const [first = ''] = words
      expect(findNearest(first, words)?.toLowerCase()).toBe(first.toLowerCase())
    }),
  )
})
