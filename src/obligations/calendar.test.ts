import { expect, test } from 'vitest'
import { type Deadline, deadlines } from './calendar.ts'

const on = (date: string, last = date): readonly string[] =>
  deadlines(last)
    .filter((each) => each.date === date)
    .map(({ what, duty }) => `${what} ${duty.id}`)

test.each([
  ['2006-11-13', ['due R-1718-11']],
  ['2017-12-10', ['due V-2375-16', 'due R-2375-19']],
  ['2018-12-22', ['covers W-2397-08c']],
  ['2019-12-22', ['due W-2397-08a', 'due W-2397-08b']],
  ['2020-03-22', ['due W-2397-08d']],
  ['2024-04-30', ['ends R-1874-26', 'ends R-2680']],
  ['2025-11-09', ['due R-2664-5']],
])('%s brings %j', (date, expected) => {
  expect(on(date)).toEqual(expect.arrayContaining(expected))
})

test('dates are in order, none is after the last day, and the day of adoption is left out', () => {
  const all = deadlines('2026-11-24')
  const dates = all.map(({ date }) => date)
  expect(dates).toEqual([...dates].sort())
  expect(dates.at(-1)?.localeCompare('2026-11-24')).toBeLessThanOrEqual(0)
  const early = all.filter(
    ({ date, what, duty }: Deadline) => what === 'due' && date === duty.instrument?.adopted,
  )
  expect(early).toEqual([])
})

test('reports that come back are listed each time: crude oil every 90 days', () => {
  const crude = deadlines('2019-01-01').filter(
    ({ duty, what }) => duty.id === 'V-2397-4' && what === 'report',
  )
  expect(crude.map(({ date }) => date)).toEqual([
    '2018-03-22',
    '2018-06-20',
    '2018-09-18',
    '2018-12-17',
  ])
})
