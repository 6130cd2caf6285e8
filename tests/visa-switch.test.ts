import { expect, test } from 'vitest'
import { alarmRate, measureAll, powerOf } from '../bench/visa-switch/measure.ts'

// A small part of `npm run bench -- visa-switch`; the seeds are fixed, so that the outcome is.
const outcomes = measureAll(240)

const powerAt = (sizes: readonly number[]): number => {
  const some = outcomes.filter(({ size }) => sizes.includes(size))
  return some.reduce((sum, { plain }) => sum + powerOf(plain), 0) / some.length
}

test('large hidden groups are found more often than small ones', () => {
  expect(powerAt([500, 1000, 2000])).toBeGreaterThan(0.7)
  expect(powerAt([25, 50])).toBeLessThan(powerAt([500, 1000, 2000]))
})

test('hosts that hide nobody are rarely said to, and less often than by a rule of thumb', () => {
  const honest = outcomes.filter(({ size }) => size === 0)
  const rate = alarmRate(honest.map(({ all }) => all))
  expect(rate).toBeLessThan(1)
  expect(rate).toBeLessThan(alarmRate(honest.map(({ thumb }) => thumb)) / 4)
})
