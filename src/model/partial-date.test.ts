import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePartialDate, partialDate, toSpan } from './partial-date.ts'

test.each([
  ['1948', '1948'],
  ['1948-03', '1948-03'],
  ['1948-03-05', '1948-03-05'],
  ['1948-03-05T00:00:00', '1948-03-05'],
  ['05 Mar 1948', '1948-03-05'],
  ['5 March 1948', '1948-03-05'],
  ['Mar 1948', '1948-03'],
  ['March 5, 1948', '1948-03-05'],
  ['circa 1948', '1948~'],
  ['approximately Mar 1948', '1948-03~'],
  ['1948~', '1948~'],
  ['1962 to 1965', '1962/1965'],
  ['1962-1965', '1962/1965'],
  ['between 1962 and 1965', '1962/1965'],
  ['circa 1962-1965', '1962~/1965~'],
  ['01 Jan 1962 to 31 Dec 1963', '1962-01-01/1963-12-31'],
  ['1962/..', '1962/..'],
  ['03/10/2017', '2017-10-03'],
  ['00/00/1960', '1960'],
  ['12.1.1970', '1970-01-12'],
])('%s is read as %s', (text, date) => {
  expect(parsePartialDate(text)).toBe(date)
})

test('a source that writes the month first says so', () => {
  expect(parsePartialDate('03/10/2017', 'month-first')).toBe('2017-03-10')
})

test.each(['', 'unknown', '31 Feb 1970', '1979-13', '1965 to 1962', '32/01/1970', '12', '1970s'])(
  '"%s" is no date',
  (text) => {
    expect(parsePartialDate(text)).toBeUndefined()
  },
)

const year = fc.integer({ min: 1000, max: 2999 })
const date = fc
  .tuple(year, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 31 }))
  .map(([y, m, d]) => partialDate(y, m, m === 0 ? 0 : d))
  .filter((made) => made !== undefined)

test('what was written is read back the same', () => {
  fc.assert(
    fc.property(date, (made) => {
      expect(parsePartialDate(made)).toBe(made)
    }),
  )
})

test('the span of a less precise date holds that of a more precise one', () => {
  fc.assert(
    fc.property(date, (made) => {
      const [outer, inner] = [toSpan(made.slice(0, 4)), toSpan(made)]
      expect(outer.first).toBeLessThanOrEqual(inner.first)
      expect(outer.last).toBeGreaterThanOrEqual(inner.last)
    }),
  )
})

test.each([
  ['1970', 0, 364, false],
  ['1970-02', 31, 58, false],
  ['1970-01-01', 0, 0, false],
  ['1970~', 0, 364, true],
  ['1970/1971', 0, 729, false],
])('%s spans days %i to %i', (text, first, last, circa) => {
  expect(toSpan(text)).toEqual({ first, last, circa })
})
