import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromDay, ruleDate, stepDate, toDay } from './rule-date.ts'

test.each([
  ['2017-12-22', 'adoption', '2017-12-22'],
  ['2017-12-22', 'adoption+24m', '2019-12-22'],
  ['2017-12-22', 'adoption+15m', '2019-03-22'],
  ['2017-09-11', 'adoption+90d', '2017-12-10'],
  ['2016-11-30', 'adoption+90d', '2017-02-28'],
  ['2016-11-30', 'adoption+3m', '2017-02-28'],
  ['2022-12-09', 'adoption+11m', '2023-11-09'],
  ['2017-12-22', 'promptly', undefined],
])('adopted on %s, %s falls on %s', (adopted, rule, date) => {
  expect(ruleDate(adopted, rule)).toBe(date)
})

const day = fc.integer({ min: toDay('1990-01-01'), max: toDay('2100-01-01') })

test('days count from the start as day 0, and read back as they were written', () => {
  fc.assert(
    fc.property(day, fc.nat(2000), (start, count) => {
      expect(toDay(stepDate(fromDay(start), `${count}d`))).toBe(start + count)
    }),
  )
})

test('months keep the day, or end with a shorter month', () => {
  fc.assert(
    fc.property(day, fc.nat(60), (start, count) => {
      const from = fromDay(start)
      const to = stepDate(from, `${count}m`)
      const months = (date: string): number =>
        Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
      expect(months(to)).toBe(months(from) + count)
      const shorter = fromDay(toDay(to) + 1).endsWith('-01')
      expect(to.slice(8) === from.slice(8) || (shorter && to.slice(8) < from.slice(8))).toBe(true)
    }),
  )
})
