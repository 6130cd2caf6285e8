import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Flow } from '../flow/flow.ts'
import { traceCoins } from './coins.fixture.ts'
import {
  big,
  bytes,
  flowOf,
  integers,
  type Move,
  someCase,
  someMoves,
  tracingOf,
} from './flow.fixture.ts'
import { spread } from './spread.ts'
import { type Policy, policies, type Spread } from './tracing.ts'

/** A spread in big integers, however it was reckoned. */
const plain = (result: Spread): Spread => ({
  ...result,
  tainted: integers(result.tainted),
  moved: integers(result.moved),
})

describe.each(policies)('%s', (policy) => {
  test('is what moving each unit by itself gives', () => {
    fc.assert(
      fc.property(someCase, ({ flow, tracing }) => {
        const expected = traceCoins(flow, { ...tracing, policy })
        expect(plain(spread(flow, { ...tracing, policy }))).toEqual(expected)
        expect(spread(big(flow), { ...tracing, policy })).toEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })

  test('is the same in doubles and in big integers, up to the greatest sum', () => {
    const amount = fc.oneof(fc.nat(9), fc.integer({ min: 0, max: 2 ** 48 }))
    fc.assert(
      fc.property(someMoves(4, { amount }), (moves) => {
        const flow = flowOf(4, moves)
        const tracing = tracingOf(4, policy, { seeds: [0] })
        expect(plain(spread(flow, tracing))).toEqual(spread(big(flow), tracing))
      }),
      { numRuns: 1000 },
    )
  })

  test('is the same in doubles and in big integers where many lots wait', () => {
    // Two thousand neighbours that differ wait at one address, then leave it in uneven pieces.
    const waiting: Move[] = Array.from({ length: 4000 }, (_, i) => ({
      from: i % 2,
      to: 2,
      amount: 1 + (i % 7),
    }))
    const leaving: Move[] = Array.from({ length: 900 }, (_, i) => ({
      from: 2,
      to: 3 + (i % 3),
      amount: 5 + (i % 11),
    }))
    const flow = flowOf(6, [...waiting, ...leaving, ...waiting])
    const tracing = tracingOf(6, policy, { seeds: [0] })
    expect(plain(spread(flow, tracing))).toEqual(spread(big(flow), tracing))
  })
})

/** Address 0 is the seed and 2 has had 10 from it and 30 from 1, in this order. */
const mixed: readonly Move[] = [
  { from: 0, to: 2, amount: 10 },
  { from: 1, to: 2, amount: 30 },
]

test.each<[Policy, number, number]>([
  ['haircut', 12, 3],
  ['haircut', 7, 1],
  ['fifo', 12, 10],
  ['fifo', 7, 7],
  ['taint-first', 12, 10],
  ['clean-first', 12, 0],
  ['clean-first', 35, 5],
  ['poison', 12, 12],
])('%s takes of 10 tainted in 40 with a send of %i: %i', (policy, amount, tainted) => {
  const flow = flowOf(4, [...mixed, { from: 2, to: 3, amount }])
  expect(spread(flow, tracingOf(4, policy, { seeds: [0] })).moved[2]).toBe(tainted)
})

test('value never seen arriving is spent last', () => {
  const flow = flowOf(4, [...mixed, { from: 2, to: 3, amount: 100 }])
  for (const policy of policies.filter((other) => other !== 'poison'))
    expect(spread(flow, tracingOf(4, policy, { seeds: [0] })).moved[2]).toBe(10)
})

test('tainted value that a seed sends on is seeded once', () => {
  const flow = flowOf(3, [
    { from: 0, to: 1, amount: 10 },
    { from: 1, to: 2, amount: 25 },
  ])
  const { seeded, tainted } = spread(flow, tracingOf(3, 'fifo', { seeds: [0, 1] }))
  expect(seeded).toBe(25n)
  expect(tainted).toEqual(Float64Array.of(0, 0, 25))
})

test('what leaves a stop is clean, also where it is a seed that only now sends', () => {
  const flow = flowOf(3, [
    { from: 0, to: 1, amount: 10 },
    { from: 1, to: 2, amount: 10 },
  ])
  const one = spread(flow, tracingOf(3, 'haircut', { seeds: [0], stops: [1] }))
  expect(one).toMatchObject({ seeded: 10n, stopped: 10n, held: 0n })
  const both = spread(flow, tracingOf(3, 'haircut', { seeds: [0, 1], stops: [1] }))
  expect(both).toMatchObject({ seeded: 20n, stopped: 10n, held: 10n })
})

test('fees are counted and no miner holds them', () => {
  const flow = flowOf(3, [
    { from: 0, to: 1, amount: 10, kind: 'fee' },
    { from: 1, to: 2, amount: 10 },
    { from: 0, to: -1, amount: 3, kind: 'fee' },
  ])
  for (const policy of policies) {
    const result = spread(flow, tracingOf(3, policy, { seeds: [0] }))
    expect(result).toMatchObject({ seeded: 13n, fees: 13n, held: 0n, stopped: 0n })
  }
})

test('what goes to nobody is booked as stopped, and what is minted is clean', () => {
  const flow = flowOf(2, [
    { from: 0, to: -1, amount: 4, kind: 'burn' },
    { from: -1, to: 1, amount: 4, kind: 'mint' },
  ])
  const result = spread(flow, tracingOf(2, 'haircut', { seeds: [0] }))
  expect(result).toMatchObject({ seeded: 4n, stopped: 4n, burned: 4n, held: 0n })
})

test('a seed move taints its own value alone', () => {
  const flow: Flow = flowOf(2, [
    { from: 0, to: 1, amount: 4 },
    { from: 0, to: 1, amount: 5 },
  ])
  const tracing = { ...tracingOf(2, 'fifo', {}), seedMoves: bytes(2, [1]) }
  expect(spread(flow, tracing).moved).toEqual(Float64Array.of(0, 5))
})
