import { expect, test } from 'vitest'
import digits from '../../../../data/currency-digits.json' with { type: 'json' }
import { scoreOf } from './score.ts'
import { limits, patternIds, patterns, stableCodes } from './table.ts'

test('the table has each pattern once, in order, with all that a reader needs', () => {
  expect(Object.keys(patterns)).toEqual([...patternIds])
  for (const id of patternIds) {
    const { name, says, strength, why, source, innocent, clears, ordinary, numbers } = patterns[id]
    for (const text of [name, says, strength, why, source, clears, ...innocent])
      expect(text.length, id).toBeGreaterThan(5)
    expect(innocent.length, id).toBeGreaterThan(0)
    // What a rule says names each number that it uses, there or in its reason.
    for (const key of Object.keys(numbers)) expect(says + why, id).toContain(`\`${key}\``)
    const levels = ordinary.map(({ at }) => at)
    expect(levels).toEqual([...levels].sort((a, b) => a - b))
    const counts = ordinary.map(({ shown }) => shown)
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
  }
})

test('each limit is of a currency with its law', () => {
  for (const { currency, amount, reported, law } of limits) {
    expect(currency).toMatch(/^[A-Z]{3}$/)
    expect(digits.none).not.toContain(currency)
    expect(amount).toBeGreaterThan(0)
    expect(['from', 'above']).toContain(reported)
    expect(law).toMatch(/\d/)
    expect(stableCodes).toContain(currency)
  }
})

test('a score says of how many ordinary addresses a pattern is seen at most', () => {
  // 0 of n leaves 3 of n open (the rule of three); 84 of 445 leaves about 102 open.
  expect(scoreOf('payroll', 3)).toMatchObject({ shown: 0, of: 24_394, ordinary_per_million: 123 })
  expect(scoreOf('pass-through', 3)).toMatchObject({ shown: 84, ordinary_per_million: 229_489 })
})

test('the stronger a pattern is, the rarer it is among ordinary addresses', () => {
  for (const id of patternIds) {
    const scores = [1, 2, 3, 5, 10, 20, 50, 1_000].flatMap(
      (strength) => scoreOf(id, strength).ordinary_per_million ?? [],
    )
    expect(scores.length).toBeGreaterThan(0)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  }
})

test('a strength that nobody has counted has no score', () => {
  expect(scoreOf('payroll', 2).ordinary_per_million).toBeNull()
})
