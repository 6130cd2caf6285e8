import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Source } from '../../model/index.ts'
import { type AccountFlags, accountFlags, toPlatformFlags } from '../flags/index.ts'
import { statedFields } from '../platform/platform.ts'
import { toRingAnswers } from './answer.ts'
import { crowd, ring } from './crowd.fixture.ts'
import { toPlatform } from './platform.fixture.ts'
import { ringsQuestion } from './question.ts'
import { findRings } from './rings.ts'

const { people, seen } = crowd(200)
const platform = toPlatform(people, [...seen, ...ring(10, 'a'), ...ring(40, 'b')])
const found = findRings(platform)

/** Any flags of any accounts, with any rows. */
const anyFlags: fc.Arbitrary<AccountFlags> = fc
  .record({
    looked: fc.array(fc.nat(2 ** accountFlags.length - 1), {
      minLength: platform.accounts.length,
      maxLength: platform.accounts.length,
    }),
    rows: fc.array(
      fc.record({
        account: fc.nat(platform.accounts.length - 1),
        flag: fc.nat(accountFlags.length - 1),
        value: fc.string(),
        name: fc.string(),
        row: fc.nat(1000),
      }),
      { maxLength: 60 },
    ),
  })
  .map(({ looked, rows }) => {
    const sorted = rows.sort((a, b) => a.account - b.account || a.flag - b.flag)
    return {
      looked: Uint32Array.from(looked),
      raised: {
        account: Uint32Array.from(sorted, ({ account }) => account),
        flag: Uint8Array.from(sorted, ({ flag }) => flag),
        kind: sorted.map(({ flag }) => accountFlags[flag]?.kinds[0] as string),
        value: sorted.map(({ value }) => value),
        name: sorted.map(({ name }) => name),
        source: new Uint8Array(sorted.length),
        row: Uint32Array.from(sorted, ({ row }) => row),
      },
    }
  })

const source = { id: 'source', path: 'made-up.csv' } as unknown as Source

const ask = async (flags?: AccountFlags): Promise<string> => {
  const question = ringsQuestion({ platform, sources: [source], ...(flags && { flags }) })
  const facts = { designations: () => [], subjects: async function* () {}, findings: () => [] }
  const told: unknown[] = []
  const context = { settings: {}, today: '2026-01-01', asked: () => {} }
  for await (const finding of question.ask(facts as never, context as never)) told.push(finding)
  for (const { flags: _flags, ...rest } of question.cases()) told.push(rest)
  return JSON.stringify(told)
}

describe('flags stand beside rings', () => {
  test('and change no account, bit or piece of evidence of any', () => {
    const bare = (flags?: AccountFlags) =>
      [...toRingAnswers(found, flags)].map(({ flags: _flags, ...rest }) => rest)
    const before = bare()
    expect(before).toHaveLength(2)
    fc.assert(
      fc.property(anyFlags, (flags) => {
        expect(bare(flags)).toEqual(before)
      }),
    )
  })

  test('nor any finding or case, to the byte', async () => {
    const before = await ask()
    await fc.assert(
      fc.asyncProperty(anyFlags, async (flags) => {
        expect(await ask(flags)).toBe(before)
      }),
      { numRuns: 20 },
    )
  })

  test('and every account of a ring shows a flag, was looked at, or is not evaluable', () => {
    fc.assert(
      fc.property(anyFlags, (flags) => {
        for (const answer of toRingAnswers(found, flags)) {
          expect(answer.flags.map(({ flag }) => flag)).toEqual(
            toPlatformFlags(flags).flatMap(({ flag, evaluable }) => (evaluable ? [flag] : [])),
          )
          for (const { accounts, not_seen, not_evaluable, seen: rows } of answer.flags) {
            expect(accounts + not_seen + not_evaluable).toBe(answer.accounts.length)
            expect(new Set(rows.map(({ account }) => account)).size).toBe(accounts)
            for (const { account } of rows) expect(answer.accounts).toContain(account)
          }
        }
      }),
    )
  })
})

test('no flag reads what accounts state of themselves', () => {
  const root = new URL('../flags/', import.meta.url)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
  )
  expect(files.length).toBeGreaterThan(8)
  const stated = new RegExp(
    `account_row|\\bclaim\\b|\\bstated\\b|['".](?:${statedFields.filter((field) => field !== 'name').join('|')})\\b`,
  )
  for (const path of files) {
    const code = readFileSync(new URL(path, root), 'utf8').replaceAll(
      /\/\*[\s\S]*?\*\/|\/\/.*/g,
      '',
    )
    expect([path, stated.exec(code)?.[0]]).toEqual([path, undefined])
  }
  expect(JSON.stringify(accountFlags.map(({ kinds, rule }) => [kinds, rule]))).not.toMatch(stated)
})
