import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Slips, slipChance } from './slip.ts'

test.each([
  ['chol', 'chl'],
  ['chol', 'choll'],
  ['chol', 'chool'],
  ['chol', 'chwl'],
  ['chol', 'hcol'],
  ['chol', 'qchol'],
])('%s is written %s by one slip', (right, written) => {
  expect(slipChance(right, written)).toBeGreaterThan(0)
})

test.each([
  ['chol', 'chol'],
  ['chol', 'cl'],
  ['chol', 'lohc'],
  ['chol', 'cholqq'],
  ['chol', 'chwq'],
])('%s is not written %s by one slip', (right, written) => {
  expect(slipChance(right, written)).toBe(0)
})

test('doubling a letter is likelier than any other letter too many', () => {
  expect(slipChance('chol', 'choll')).toBeGreaterThan(slipChance('chol', 'cholq'))
})

const text = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 6 })

test('what is found in a list is all that is one slip away', () => {
  fc.assert(
    fc.property(fc.uniqueArray(text, { maxLength: 30 }), text, (texts, written) => {
      const found = new Slips(texts).find(written).map(([right]) => right)
      const expected = texts.filter((right) => slipChance(right, written) > 0)
      expect([...found].sort()).toEqual([...expected].sort())
    }),
  )
})

test('the slips of one text together are no likelier than a slip is', () => {
  const all = ['a', 'b', 'c'].flatMap((a) => ['a', 'b', 'c'].map((b) => a + b))
  const written = [
    ...all,
    'a',
    'b',
    'c',
    ...all.flatMap((two) => ['a', 'b', 'c'].map((c) => two + c)),
  ]
  const sum = written.reduce((total, each) => total + slipChance('ab', each), 0)
  expect(sum).toBeLessThanOrEqual(0.02)
})
