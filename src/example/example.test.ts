import { expect, test } from 'vitest'
import { channelOf } from '../model/index.ts'
import {
  type Example,
  levels,
  lookAlikeNames,
  makeExample,
  nobody,
  type ObservationRow,
} from './index.ts'

const example = makeExample({ accounts: 4_000, rings: 24, seed: 7 })
const accounts = [...example.accounts()]
const observations = [...example.observations()]
const truth = [...example.truth()]
const truthOf = new Map(truth.map((row) => [row.account, row] as const))

const text = (made: Example): string =>
  JSON.stringify([[...made.accounts()], [...made.observations()], [...made.truth()]])

test('one seed makes one platform, another seed another', () => {
  const small = { accounts: 300, rings: 4 }
  expect(text(makeExample(small))).toBe(text(makeExample(small)))
  expect(text(makeExample(small))).not.toBe(text(makeExample({ ...small, seed: 2 })))
})

test('every account has one row, one truth and an id and mailbox of its own', () => {
  expect(accounts.map(({ id }) => id)).toEqual(truth.map(({ account }) => account))
  expect(new Set(accounts.map(({ id }) => id)).size).toBe(4_000)
  expect(new Set(accounts.map(({ email }) => email)).size).toBe(4_000)
})

test('all rings, levels of care and kinds of honest sharers are there', () => {
  expect(new Set(truth.map(({ ring }) => ring).filter(Boolean)).size).toBe(24)
  expect(new Set(truth.map(({ care }) => care).filter(Boolean))).toEqual(new Set(levels))
  const kinds = new Set(truth.flatMap(({ honest }) => honest.split(';')))
  expect(lookAlikeNames.filter((name) => !kinds.has(name))).toEqual([])
})

test('every ring has three accounts at least, and operators of its own', () => {
  const sizes = new Map<string, number>()
  for (const { ring, operator } of truth)
    if (ring) {
      sizes.set(ring, (sizes.get(ring) ?? 0) + 1)
      expect(operator.startsWith(`${ring}-operator-`)).toBe(true)
    }
  expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(3)
})

test('observations are of known kinds and accounts, within the life of the account', () => {
  const created = new Map(accounts.map(({ id, createdAt }) => [id, createdAt] as const))
  const faults = observations.filter(
    ({ account, kind, first_seen, last_seen, count }) =>
      channelOf(kind) === undefined ||
      first_seen < (created.get(account) ?? '9') ||
      last_seen < first_seen ||
      Number(count) < 1,
  )
  expect(faults).toEqual([])
})

test('networks, mailboxes and phone numbers are reserved ones, so nobody is accused', () => {
  const addresses = observations.filter(({ kind }) => kind === 'ip')
  expect(addresses.filter(({ value }) => !/^(?:24[0-9]\.|2001:db8:)/.test(value))).toEqual([])
  expect(accounts.filter(({ email }) => !email.endsWith('.example'))).toEqual([])
  expect(accounts.filter(({ phone }) => !/^(?:\+999\d{9})?$/.test(phone))).toEqual([])
})

/** What stands between letters and digits: what a script would see of how a value is written. */
const shape = (value: string): string => value.replace(/[\p{L}\d+/]+/gu, 'x')

const shapes = (rows: readonly ObservationRow[]): ReadonlySet<string> =>
  new Set(rows.map(({ kind, value }) => `${kind} ${shape(value)}`))

test('no value of a ring is written as no honest one is', () => {
  const isRing = ({ account }: ObservationRow): boolean => truthOf.get(account)?.ring !== ''
  const honest = shapes(observations.filter((row) => !isRing(row)))
  expect([...shapes(observations.filter(isRing))].filter((each) => !honest.has(each))).toEqual([])
})

test('the order of accounts and ids tells nothing of rings', () => {
  const places = accounts.flatMap(({ id }, place) => (truthOf.get(id)?.ring ? [place / 4_000] : []))
  const numbers = accounts.flatMap(({ id }) =>
    truthOf.get(id)?.ring ? [Number.parseInt(id.slice(2), 16) / 2 ** 32] : [],
  )
  for (const spread of [places, numbers]) {
    const mean = spread.reduce((sum, each) => sum + each, 0) / spread.length
    // Five deviations of the mean of as many even numbers.
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / spread.length))
  }
})

test('a kind of honest sharer can be made alone', () => {
  const alone = makeExample({ accounts: 500, rings: 0, honest: { ...nobody, household: 1 } })
  const kinds = [...alone.truth()].map(({ honest, ring }) => honest + ring)
  expect(kinds.filter((kind) => kind === 'household').length).toBeGreaterThan(490)
  expect(kinds.filter((kind) => kind !== 'household' && kind !== '')).toEqual([])
})

test('habits that drift are other ones, of one and the same kinds', () => {
  const alike = { accounts: 800, rings: 6 }
  const [tables, drifted] = [makeExample(alike), makeExample({ ...alike, drift: 1 })]
  expect(text(drifted)).not.toBe(text(tables))
  expect(text(drifted)).toBe(text(makeExample({ ...alike, drift: 1 })))
  const kinds = (made: Example): ReadonlySet<string> =>
    new Set([...made.observations()].map(({ kind }) => kind))
  expect(kinds(drifted)).toEqual(kinds(tables))
})
