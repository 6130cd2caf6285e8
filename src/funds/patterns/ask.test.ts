import { expect, test } from 'vitest'
import type { Source } from '../../model/index.ts'
import { type MovedRow, withMoves } from '../moved.fixture.ts'
import type { Stop } from '../stops.ts'
import { trace } from '../trace.ts'
import { type PatternAnswer, toPatternAnswers } from './answer.ts'
import { findPatternsBeside } from './ask.ts'

type Asked = {
  readonly seed: string
  readonly stops?: Readonly<Record<string, Stop['kind']>>
  readonly backward?: boolean
}

/** The lines beside a trace, and the transfers that nobody says the time of. */
const beside = (
  moved: readonly MovedRow[],
  { seed, stops = {}, backward = false }: Asked,
): Promise<{ readonly lines: readonly PatternAnswer[]; readonly untimed: number }> =>
  withMoves(moved, async (engine, flows) => {
    const place = (name: string): number => flows.addresses.indexOf(name)
    const stopped = new Map(
      Object.entries(stops).map(([name, kind]) => [place(name), { kind, label: name }]),
    )
    const traces = trace(flows, {
      policy: 'haircut',
      backward,
      seeds: new Set([place(seed)]),
      seedMoves: new Set(),
      stops: stopped,
      continued: new Set(),
    })
    const found = await findPatternsBeside(engine, { flows, traces, stops: stopped, assets: [] })
    const sources = [{ id: 'file' } as unknown as Source]
    const lines: PatternAnswer[] = []
    for await (const line of toPatternAnswers(engine, { flows, sources }, found)) lines.push(line)
    return { lines, untimed: found.untimed }
  })

const relayed: readonly MovedRow[] = [
  { at: 0, src: 'thief', dst: 'relay', amount: 10n ** 20n, asset: 'ETH' },
  { at: 2, src: 'relay', dst: 'end', amount: 10n ** 20n, asset: 'ETH' },
  { at: 0, src: 'other', dst: 'other relay', amount: 5, asset: 'ETH' },
  { at: 2, src: 'other relay', dst: 'other end', amount: 5, asset: 'ETH' },
]

test('a pattern of an address that traced value went through is told, with the rows that prove it', async () => {
  const { lines, untimed } = await beside(relayed, { seed: 'thief' })
  expect(untimed).toBe(0)
  expect(lines).toMatchObject([
    {
      pattern: 'pass-through',
      asset: 'ETH',
      subject: 'relay',
      addresses: ['relay', 'thief', 'end'],
      strength: 2,
      transfers: [
        {
          tx: 'tx 1',
          src: 'thief',
          dst: 'relay',
          amount: `${10n ** 20n}`,
          time: '1970-01-01T00:00:00Z',
          source: 'file',
          row: 1,
        },
        { tx: 'tx 2', src: 'relay', dst: 'end', row: 2 },
      ],
    },
  ])
  expect(lines[0]?.score.ordinary_per_million).toBeGreaterThan(0)
  expect(lines[0]?.innocent.length).toBeGreaterThan(0)
})

test('backward too', async () => {
  const { lines } = await beside(relayed, { seed: 'other end', backward: true })
  expect(lines.map(({ subject }) => subject)).toEqual(['other relay'])
})

test('transfers without a time take part in no pattern and are counted', async () => {
  const timeless = relayed.map((row) => ({ ...row, at: null }))
  expect(await beside(timeless, { seed: 'thief' })).toEqual({ lines: [], untimed: 4 })
})

test('assets are looked at apart: what comes in one and leaves in another is no pass-through', async () => {
  const swapped = relayed.map((row, i) => (i === 1 ? { ...row, asset: 'BTC' } : row))
  expect((await beside(swapped, { seed: 'thief' })).lines).toEqual([])
})

test('a transaction that value goes through is no subject', async () => {
  const spent = relayed.map((row, i) => ({
    ...row,
    tx: 'relay',
    dst: i === 1 ? 'end' : row.dst,
  }))
  expect((await beside(spent, { seed: 'thief' })).lines).toEqual([])
})

test.each([
  ['USD', 3],
  ['KRW', 0],
  ['XYZ', 0],
])('payments in %s are held against a limit of that currency', async (asset, strength) => {
  const paid = [1, 2, 3].map((day) => ({
    at: 24 * day,
    src: 'payer',
    dst: `shop ${day}`,
    amount: 950_000 + day,
    asset,
  }))
  const { lines } = await beside(paid, { seed: 'payer' })
  expect(lines.map((line) => [line.pattern, line.subject, line.strength])).toEqual(
    strength === 0 ? [] : [['below-limit', 'payer', strength]],
  )
})
