import { describe, expect, test } from 'vitest'
import { makeExample } from '../../example/index.ts'
import { toRingAnswers } from './answer.ts'
import { type Person, type Seen, toPlatform } from './platform.fixture.ts'
import { findRings } from './rings.ts'

const example = makeExample({ accounts: 3_000, seed: 7 })
const people: readonly Person[] = [...example.accounts()]
const seen: readonly Seen[] = [...example.observations()].map(({ account, kind, value }) => ({
  account,
  kind,
  value,
}))
const found = findRings(toPlatform(people, seen))
const answers = [...toRingAnswers(found)]

test('the example has rings', () => {
  expect(answers.length).toBeGreaterThan(2)
})

test('prior and parts make the bits exactly, in whole millibits', () => {
  for (const { bits, prior, rival, stated, values } of answers) {
    const parts = [
      prior,
      rival.bits,
      ...stated.map((part) => part.bits),
      ...values.map((part) => part.bits),
    ]
    const millibits = parts.map((part) => Math.round(part * 1000))
    expect(millibits.map((each) => each / 1000)).toEqual(parts)
    expect(millibits.reduce((a, b) => a + b, 0)).toBe(Math.round(bits * 1000))
  }
})

test('the low and the high end differ from the default by the prior alone', () => {
  for (const { bits, low, high } of answers) {
    expect(low - bits).toBeCloseTo(Math.log2(3 / 9_997) - Math.log2(29 / 9_971), 2)
    expect(high - bits).toBeCloseTo(Math.log2(100 / 9_900) - Math.log2(29 / 9_971), 2)
  }
})

test('every row that is cited is of an account of the ring and of the value', () => {
  for (const { accounts, values } of answers)
    for (const { kind, value, rows, in_ring } of values) {
      expect(rows).toHaveLength(in_ring)
      for (const { account, row } of rows) {
        expect(accounts).toContain(account)
        expect(seen[row - 1]).toMatchObject({ account, kind, value })
      }
    }
})

describe('what would be left without a value is what a run without its rows finds', () => {
  const cases = answers.flatMap(({ ring, accounts, values }) =>
    values.filter((_, i) => i % 9 === 0).map((value) => ({ ring, accounts, ...value })),
  )
  test.each(cases)('$ring: $kind $value', ({ accounts, kind, value, without }) => {
    const rows = seen.filter((row) => row.kind !== kind || row.value !== value)
    const platform = toPlatform(people, rows)
    const left = findRings(platform)
      .rings.map((ring) => ({
        bits: ring.total / 1000,
        kept: [...ring.accounts].filter((account) =>
          accounts.includes(platform.accounts[account] as string),
        ).length,
      }))
      .filter(({ kept }) => kept > 0)
      .sort((a, b) => b.kept - a.kept || b.bits - a.bits)
    expect(without).toEqual({
      bits: left[0]?.bits ?? null,
      accounts: left[0]?.kept ?? 0,
      rings: left.length,
    })
  })
})
