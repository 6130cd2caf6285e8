import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findChange } from './change-point.ts'
import type { Point } from './series.ts'
import { toCounts } from './window.ts'
import { periodText } from './words.ts'

const quarterDay = (quarter: number): number => Date.UTC(2020, 3 * quarter, 1) / 86_400_000

const points = (counts: readonly number[]): readonly Point[] =>
  counts.map((count, i) => ({
    from: quarterDay(i),
    to: quarterDay(i + 1) - 1,
    lo: count,
    hi: count,
    origin: 'XXA-border',
    statements: [`st-${i}`],
    derived: false,
  }))

const changeIn = (counts: readonly number[]): ReturnType<typeof findChange> => {
  const series = points(counts)
  return findChange(series, toCounts(series, 'flow', 0.03))
}

describe('findChange', () => {
  const cases: readonly (readonly [string, readonly number[], number, string])[] = [
    ['a clear rise is at its quarter', [20, 22, 19, 90, 95, 88], 3, '2020-Q4'],
    ['a clear fall too', [300, 310, 290, 8, 9], 3, '2020-Q4'],
    [
      'a rise to half as much again is nearer or further',
      [40, 44, 52, 60, 63],
      2,
      '2020-04-01 to 2021-03-31',
    ],
  ]
  test.each(cases)('%s', (_name, counts, at, interval) => {
    const found = changeIn(counts)
    expect(found?.at).toBe(at)
    const { first, last } = found?.interval ?? { first: 0, last: 0 }
    expect(periodText({ from: first, to: last })).toBe(interval)
  })

  test('a steady series has no change worth a bit', () => {
    expect(changeIn([50, 52, 49, 51, 50, 48])?.bits).toBeLessThan(0)
  })

  test('one figure has none', () => {
    expect(changeIn([50])).toBeUndefined()
  })

  test('the interval lies inside the series and holds what was asked', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 2, maxLength: 12 }), (counts) => {
        const { interval, bits } = changeIn(counts) ?? {}
        expect(Number.isFinite(bits)).toBe(true)
        expect(interval?.first).toBeGreaterThanOrEqual(quarterDay(1))
        expect(interval?.last).toBeLessThan(quarterDay(counts.length))
        expect(interval?.mass).toBeGreaterThanOrEqual(0.95)
      }),
    )
  })
})
