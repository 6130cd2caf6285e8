import { expect, test } from 'vitest'
import { information, tokenWeight } from './token.ts'

/** Bits of two tokens taken as one. */
const bits = (a: string, b: string): number => tokenWeight(a, b) / 1000

test.each([
  ['joan', 'jane'],
  ['michael', 'michelle'],
  ['jacob', 'jacobs'],
  ['robert', 'roberto'],
  ['morgan', 'moran'],
])('%s and %s are two names where each has one spelling', (a, b) => {
  expect(bits(a, b)).toBeLessThan(2)
})

test.each([
  ['robert', 'robret'],
  ['michael', 'michale'],
  ['garcia', 'garccia'],
  ['elizabeth', 'elizbeth'],
])('%s mistyped as %s, which nobody is called, says nearly as much', (a, b) => {
  expect(tokenWeight(a, b)).toBeGreaterThan(0.7 * information(a))
})

test.each([
  ['mohammed', 'muhammad'],
  ['youssef', 'yusuf'],
  ['hussein', 'husayn'],
  ['sergei', 'sergey'],
])('%s and %s are spellings of one name, though both are borne', (a, b) => {
  expect(tokenWeight(a, b)).toBeGreaterThan(0.5 * Math.min(information(a), information(b)))
})

test('what a pair weighs does not depend on the order', () => {
  const tokens = ['joan', 'jane', 'robert', 'robret', 'yusuf', 'youssef', 'garcia', 'gracia']
  for (const a of tokens) for (const b of tokens) expect(tokenWeight(a, b)).toBe(tokenWeight(b, a))
})
