import { expect, test } from 'vitest'
import { score } from '../bench/rings/score.ts'
import type { TruthRow } from '../src/example/index.ts'

const row = (account: string, ring = '', honest = ''): TruthRow => ({
  account,
  ring,
  operator: ring && `${ring}-${Number(account.slice(1)) % 2}`,
  facilitator: '',
  care: ring && (ring === 'r1' ? 'careless' : 'strict'),
  honest,
  groups: '',
})

const truth: readonly TruthRow[] = [
  ...['a1', 'a2', 'a3', 'a4'].map((account) => row(account, 'r1')),
  ...['a5', 'a6', 'a7'].map((account) => row(account, 'r2')),
  row('a8', '', 'household;agency'),
  row('a9', '', 'agency'),
  row('b1'),
]

const groups = (...each: readonly (readonly string[])[]): ReadonlyMap<string, string> =>
  new Map(each.flatMap((members, i) => members.map((account) => [account, `g${i}`] as const)))

test('a perfect answer scores one everywhere and shows nobody honest', () => {
  const found = score(truth, groups(['a1', 'a2', 'a3', 'a4'], ['a5', 'a6', 'a7']))
  expect(found).toMatchObject({ precision: 1, recall: 1, operatorRecall: 1, honestShown: 0 })
  expect(found).toMatchObject({ recallByCare: { careless: 1, strict: 1 }, rings: 2 })
  expect(found.found).toEqual(new Set(['r1', 'r2']))
  expect(found.bCubed).toEqual({ precision: 1, recall: 1, f1: 1 })
})

test('pairs are counted by hand on a mixed answer', () => {
  // One group of three of r1 and one agency account, one of two of r2.
  const found = score(truth, groups(['a1', 'a2', 'a3', 'a9'], ['a5', 'a6']))
  expect(found.precision).toBeCloseTo((3 + 1) / (6 + 1), 10)
  expect(found.recall).toBeCloseTo((3 + 1) / (6 + 3), 10)
  expect(found.recallByCare.careless).toBeCloseTo(3 / 6, 10)
  expect(found.recallByCare.strict).toBeCloseTo(1 / 3, 10)
  expect(found.recallByCare.loose).toBeNaN()
  // Operators are a1 a3, a2 a4, a5 a7 and a6 alone.
  expect(found.operatorRecall).toBeCloseTo(1 / 3, 10)
  expect(found.found).toEqual(new Set(['r1']))
  expect(found.honestShown).toBeCloseTo(10_000 / 3, 6)
  expect(Object.fromEntries(found.honestByKind)).toEqual({
    household: { shown: 0, accounts: 1 },
    agency: { shown: 1, accounts: 2 },
    ordinary: { shown: 0, accounts: 1 },
  })
  expect([found.largest, found.largestTrue]).toEqual([4, 4])
  // a1 a2 a3: 3/4 right, 3/4 whole; a9: 1/4 right; a4 a7: alone, 1/4 and 1/3 whole; a5 a6: 2/3 whole.
  expect(found.bCubed.precision).toBeCloseTo((3 * 0.75 + 0.25 + 2 + 2) / 8, 10)
  expect(found.bCubed.recall).toBeCloseTo((3 * 0.75 + 1 + 1 / 4 + 1 / 3 + 2 * (2 / 3)) / 8, 10)
})

test('one group of all has whole rings and is hardly right', () => {
  const found = score(truth, groups(truth.map(({ account }) => account)))
  expect(found.recall).toBe(1)
  expect(found.precision).toBeCloseTo(9 / 45, 10)
  expect(found.found.size).toBe(0)
  expect(found.honestShown).toBe(10_000)
})

test('an empty answer finds nothing and accuses nobody', () => {
  const found = score(truth, groups())
  expect(found).toMatchObject({ recall: 0, honestShown: 0, largest: 0 })
  expect(found.precision).toBeNaN()
})
