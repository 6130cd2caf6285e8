import { describe, expect, test } from 'vitest'
import { moveKinds, nobody } from './flow/flow.ts'
import type { Flows } from './flow/load.ts'
import type { Policy } from './rules/tracing.ts'
import type { Stop } from './stops.ts'
import { type AssetTrace, trace } from './trace.ts'

const names = ['out', 'thief', 'b', 'c', 'd', 'pool', 'e']

type Move = readonly [src: string, dst: string, amount: number, kind?: string]

const place = (name: string): number => (name === '' ? nobody : names.indexOf(name))

const toFlows = (moves: readonly Move[], big: boolean): Flows => ({
  addresses: names,
  assets: [
    {
      asset: 'X',
      start: 0,
      flow: {
        addresses: names.length,
        src: Uint32Array.from(moves, ([src]) => place(src)),
        dst: Uint32Array.from(moves, ([, dst]) => place(dst)),
        amount: big
          ? moves.map(([, , amount]) => BigInt(amount))
          : Float64Array.from(moves, ([, , amount]) => amount),
        kind: Uint8Array.from(moves, ([, , , kind = 'transfer']) =>
          moveKinds.indexOf(kind as (typeof moveKinds)[number]),
        ),
      },
    },
  ],
})

type Case = {
  readonly moves: readonly Move[]
  readonly policy?: Policy
  readonly seed?: string
  readonly backward?: boolean
  readonly stops?: Readonly<Record<string, Stop['kind']>>
  readonly seedMoves?: readonly number[]
}

const traced = (
  { moves, policy = 'haircut', seed, backward = false, stops = {}, seedMoves = [] }: Case,
  big = false,
): AssetTrace =>
  trace(toFlows(moves, big), {
    policy,
    backward,
    seeds: new Set(seed === undefined ? [] : [place(seed)]),
    seedMoves: new Set(seedMoves),
    stops: new Map(
      Object.entries(stops).map(([name, kind]) => [place(name), { kind, label: name }]),
    ),
    continued: new Set(),
  })[0] as AssetTrace

const held = ({ holders }: AssetTrace): Record<string, string> =>
  Object.fromEntries(
    holders.map(({ address, amount, low, high }) => [names[address], `${amount} (${low}–${high})`]),
  )

const theft: readonly Move[] = [
  ['out', 'b', 50],
  ['thief', 'b', 100],
  ['b', 'c', 120],
  ['c', 'd', 20],
]

test.each<[Policy, Record<string, string>]>([
  ['haircut', { c: '67 (67–80)', b: '20 (0–30)', d: '13 (0–20)' }],
  ['fifo', { c: '70 (67–80)', b: '30 (0–30)', d: '0 (0–20)' }],
  ['taint-first', { c: '80 (67–80)', d: '20 (0–20)', b: '0 (0–30)' }],
  ['clean-first', { c: '70 (67–80)', b: '30 (0–30)', d: '0 (0–20)' }],
])('under %s each holder has its amount and the range of all', (policy, holders) => {
  for (const big of [false, true]) {
    const found = traced({ moves: theft, policy, seed: 'thief' }, big)
    expect(held(found)).toEqual(holders)
    expect(found).toMatchObject({ seeded: 100n, held: 100n, stopped: 0n, unfunded: 50n })
  }
})

describe('value ends', () => {
  const moves: readonly Move[] = [
    ['thief', 'pool', 60],
    ['thief', 'b', 40],
    ['b', '', 1, 'fee'],
    ['pool', 'c', 60],
    ['b', 'd', 39],
  ]

  test('at a stop, and what leaves it is not followed', () => {
    const found = traced({ moves, seed: 'thief', stops: { pool: 'mixer' } })
    expect(found).toMatchObject({ seeded: 100n, held: 39n, stopped: 60n, fees: 1n, gaps: 0n })
    expect(found.holders.map(({ address }) => names[address])).toEqual(['pool', 'd'])
    expect(found.holders[0]?.stop).toEqual({ kind: 'mixer', label: 'pool' })
  })

  test('in a gap where a bridge does not tell how it went on', () => {
    const found = traced({ moves, seed: 'thief', stops: { pool: 'bridge' } })
    expect(found).toMatchObject({ seeded: 100n, held: 39n, stopped: 0n, fees: 1n, gaps: 60n })
  })

  test('and begins again where the stop is a seed itself', () => {
    const found = traced({ moves, seed: 'pool', stops: { pool: 'mixer' } })
    expect(held(found)).toEqual({ c: '60 (60–60)' })
  })
})

test('no path leads through a fee, even where its destination is known', () => {
  const moves: readonly Move[] = [
    ['thief', 'b', 100],
    ['b', 'e', 60, 'fee'],
    ['b', 'c', 40],
    ['c', 'e', 5],
  ]
  const { holders, fees } = traced({ moves, seed: 'thief', policy: 'fifo', stops: { e: 'dex' } })
  expect(fees).toBe(60n)
  const found = holders.find(({ address }) => names[address] === 'e')
  expect(found).toMatchObject({ amount: 5n, hops: 3 })
  expect(found?.path.map(({ move }) => move)).toEqual([0, 2, 3])
})

test('a transaction as a seed taints what it moved and no more', () => {
  const found = traced({ moves: theft, seedMoves: [3] })
  expect(held(found)).toEqual({ d: '20 (20–20)' })
  expect(found.holders[0]?.path).toEqual([{ move: 3, amount: 20n }])
})

test('backward, value goes back to those that it came from, by the transfers that brought it', () => {
  const found = traced({ moves: theft, seed: 'd', backward: true, policy: 'fifo' })
  expect(held(found)).toMatchObject({ out: expect.stringMatching(/^20 /) })
  const back = found.holders.find(({ address }) => names[address] === 'out')
  expect(back?.path.map(({ move }) => move)).toEqual([3, 2, 0])
})
