import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFolder, muster } from './program.ts'

const folder = makeFolder()
const cwd = folder.path
afterAll(() => folder.remove())

const ids = Array.from({ length: 240 }, (_, i) => `acc-${String(i).padStart(3, '0')}`)
const name = (at: number): string => ids[at] as string

type Shared = readonly [kind: string, value: string, holders: readonly number[]]

/** What one operator's five accounts share: nothing that all of them do. */
const ringOf = (first: number, own: string): readonly Shared[] =>
  (
    [
      ['device', `laptop of ${own}`, [0, 1, 2, 3]],
      ['payout', `payout of ${own}`, [0, 1, 4]],
      ['payout', `other payout of ${own}`, [2, 3, 4]],
      ['document_image', `scan of ${own}`, [0, 2, 4]],
    ] as const
  ).map(([kind, value, holders]) => [kind, value, holders.map((at) => at + first)])

const rows = (shared: readonly Shared[]): string =>
  [
    'account,kind,value',
    ...shared.flatMap(([kind, value, holders]) =>
      holders.map((at) => `${name(at)},${kind},${value}`),
    ),
    '',
  ].join('\n')

const write = (file: string, text: string): void => writeFileSync(join(cwd, file), text)

/** Things that accounts of both rings share. */
const between: readonly Shared[] = [
  ['document_image', 'scan of both', [10, 11, 20, 21]],
  ['payout', 'payout of both', [12, 13, 22, 23]],
  ['device', 'laptop of both', [11, 12, 21, 22]],
]

beforeAll(() => {
  const accounts = ids.map((id, i) => `${id},Given${i} Family${i},Street ${i}`)
  write('accounts.csv', `id,name,address\n${accounts.join('\n')}\n`)
  const own = ids.map((_, at): Shared => ['device', `machine ${at}`, [at]])
  write('seen.csv', rows([...own, ...ringOf(10, 'a'), ...ringOf(20, 'b')]))
  write('between.csv', rows(between))
  // Held by so many, what both share is of a crowd.
  const crowd = ids.map((_, at) => at).filter((at) => at >= 40)
  write('crowd.csv', rows(between.map(([kind, value]) => [kind, value, crowd])))
})

type Ring = { readonly ring: string; readonly bits: number; readonly accounts: number }

type Answer = {
  readonly cases: readonly {
    readonly id: string
    readonly ring?: {
      readonly ring: string
      readonly bits: number
      readonly accounts: readonly string[]
      readonly was: readonly { readonly ring: string; readonly share: number }[]
      readonly change: {
        readonly event: string
        readonly on: string
        readonly before: readonly Ring[]
        readonly after: readonly Ring[]
        readonly values: Readonly<Record<'gained' | 'lost', readonly { readonly value: string }[]>>
      } | null
    }
  }[]
  readonly ended: readonly { readonly ring: string }[]
}

const check = async (day: string, ...paths: string[]) => {
  const { exit, stdout, stderr } = await muster(
    ['check', ...paths, '--workspace', 'kept', '--format', 'json', '--report', 'report.html'],
    { cwd, env: { MUSTER_NOW: `${day}T00:00:00Z` } },
  )
  expect(exit, stderr).toBe(0)
  const { cases, ended } = JSON.parse(stdout) as Answer
  const rings = cases.flatMap(({ id, ring }) => (ring ? [{ case: id, ...ring }] : []))
  return { stdout, rings, ended }
}

test('a workspace remembers rings: merged, split, with the evidence before and after', async () => {
  const first = await check('2026-01-01', 'accounts.csv', 'seen.csv')
  expect(first.rings.map(({ accounts }) => accounts.length)).toEqual([5, 5])
  expect(first.rings.map(({ change }) => change)).toEqual([null, null])
  expect((await check('2026-01-01')).stdout).toBe(first.stdout)

  const merged = await check('2026-01-02', 'between.csv')
  const [one] = merged.rings
  expect(merged.rings).toHaveLength(1)
  expect(one?.accounts).toHaveLength(10)
  expect(one?.change).toMatchObject({ event: 'merged', on: '2026-01-02' })
  const bits = new Map(first.rings.map(({ ring, bits }) => [ring, bits]))
  expect(new Map(one?.change?.before.map(({ ring, bits }) => [ring, bits]))).toEqual(bits)
  expect(one?.change?.after).toEqual([{ ring: one?.ring, bits: one?.bits, accounts: 10 }])
  expect(one?.change?.values.gained.map(({ value }) => value).sort()).toEqual(
    between.map(([, value]) => value).sort(),
  )
  // The name of one of both survives, and with it the case.
  expect(first.rings.map((ring) => ring.case)).toContain(one?.case)
  expect(merged.ended.map(({ ring }) => ring)).toEqual(
    [...bits.keys()].filter((ring) => ring !== one?.ring),
  )

  const split = await check('2026-01-03', 'crowd.csv')
  expect(split.rings.map(({ accounts }) => accounts.length)).toEqual([5, 5])
  for (const { was, change } of split.rings) {
    expect(change).toMatchObject({ event: 'split', on: '2026-01-03' })
    expect(change?.before).toEqual([{ ring: one?.ring, bits: one?.bits, accounts: 10 }])
    expect(change?.after.map(({ ring }) => ring).sort()).toEqual(
      split.rings.map(({ ring }) => ring).sort(),
    )
    expect(change?.values.lost).toHaveLength(3)
    expect(was.map(({ ring }) => ring)).toEqual([one?.ring])
  }
  expect(split.ended).toEqual([])
  // Another day, and nothing new: what is told stays as it was, to the byte.
  expect((await check('2026-01-09')).stdout).toBe(split.stdout)
}, 300_000)
