import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toMoneyTrail } from './money-trail.ts'
import { type MovedRow, withMoves } from './moved.fixture.ts'
import { trace } from './trace.ts'
import type { Way } from './ways.ts'

/** The trail of all that `a` sent, with the ways that it shows. */
const trailOf = (moved: readonly MovedRow[], most = 50) =>
  withMoves(moved, async (engine, flows) => {
    const [one] = trace(flows, {
      policy: 'haircut',
      backward: false,
      seeds: new Set([flows.addresses.indexOf('a')]),
      seedMoves: new Set(),
      stops: new Map(),
      continued: new Set(),
    })
    if (!one) throw new Error('no asset')
    const from = { flows, sources: [], lookalikes: [] }
    const shown = { seeds: ['a'], backward: false, unit: undefined, most }
    const trail = await toMoneyTrail(engine, from, one, shown)
    const only = one.holders.filter(({ address }) => flows.addresses[address] === 'c')
    const part = await toMoneyTrail(engine, from, one, { ...shown, only })
    return { trail, part, moved: [...one.moved()] }
  })

const sum = (amounts: Iterable<string | bigint>): bigint =>
  [...amounts].reduce<bigint>((total, amount) => total + BigInt(amount), 0n)

const wayOf = (ways: readonly Way[], src: string, dst: string): Way | undefined =>
  ways.find((way) => way.src === src && way.dst === dst)

const pay = (at: number | null, src: string, dst: string, amount: number): MovedRow => ({
  ...{ at, src, dst, amount },
})

describe('a way of traced value', () => {
  test('tells the transfers that carried most in their order, each with time, part, whole and row', async () => {
    const { trail } = await trailOf([
      pay(0, 'other', 'b', 83),
      ...[9, 1, 8, 7, 2, 6, 5, 9, 9, 9, 9, 9].map((amount, i) => pay(1 + i, 'a', 'b', amount)),
      pay(20, 'b', 'c', 40),
    ])
    const way = wayOf(trail.ways, 'a', 'b')
    expect(way).toMatchObject({ amount: '83', transfers: 12, first: '1970-01-01T01:00:00Z' })
    expect(way?.last).toBe('1970-01-01T12:00:00Z')
    expect(way?.steps.map(({ amount, row, time }) => [amount, row, time?.slice(11, 13)])).toEqual([
      ['9', 2, '01'],
      ['8', 4, '03'],
      ['7', 5, '04'],
      ['6', 7, '06'],
      ['5', 8, '07'],
      ...[9, 10, 11, 12, 13].map((row) => ['9', row, String(row - 1).padStart(2, '0')]),
    ])
    expect(way?.stepsLeft).toEqual({ count: 2, amount: '3' })
    expect(wayOf(trail.ways, 'b', 'c')?.steps).toMatchObject([{ amount: '20', of: '40', row: 14 }])
  })

  test('of paths alone tells what these carried', async () => {
    const { part } = await trailOf([
      pay(1, 'a', 'b', 30),
      pay(2, 'a', 'd', 9),
      pay(3, 'b', 'c', 20),
    ])
    expect(part.ways.map(({ src, dst, steps }) => [src, dst, steps.map(({ row }) => row)])).toEqual(
      [
        ['a', 'b', [1]],
        ['b', 'c', [3]],
      ],
    )
  })

  test('has no time where the transfers have none', async () => {
    const { trail } = await trailOf([pay(null, 'a', 'b', 5), pay(null, 'a', 'b', 6)])
    expect(trail.ways).toMatchObject([{ first: null, last: null, steps: [{ time: null }, {}] }])
  })

  test('loses nothing: transfers make the way, and ways make what moved, however few are shown', async () => {
    const place = fc.constantFrom('a', 'b', 'c', 'd')
    const row = fc.record({
      at: fc.integer({ min: 0, max: 40 }),
      src: place,
      dst: place,
      amount: fc.integer({ min: 1, max: 99 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 6 }),
        async (rows, most) => {
          const { trail, moved } = await trailOf([pay(0, 'a', 'b', 1), ...rows], most)
          const { ways, waysLeft } = trail
          for (const { amount, transfers, steps, stepsLeft } of ways) {
            expect(sum([...steps.map((step) => step.amount), stepsLeft.amount])).toBe(
              BigInt(amount),
            )
            expect(steps.length + stepsLeft.count).toBe(transfers)
            expect(steps.length).toBe(Math.min(10, transfers))
          }
          expect(sum([...ways.map(({ amount }) => amount), waysLeft.amount])).toBe(
            sum(moved.map(({ amount }) => amount)),
          )
          expect(ways.length).toBeLessThanOrEqual(most)
        },
      ),
      { numRuns: 15 },
    )
  })
})
