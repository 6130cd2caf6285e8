import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveKinds, nobody } from '../flow/flow.ts'
import { big, bytes, flowOf, integers, someCase, tracingOf } from './flow.fixture.ts'
import { holdingsOf, unfundedOf } from './holdings.ts'

test('what an address holds is what came and was unfunded less what went', () => {
  fc.assert(
    fc.property(someCase, ({ flow, tracing: { initial } }) => {
      const { last, unfunded } = holdingsOf(flow, initial)
      const net = Array.from({ length: flow.addresses }, (_, i) => Number(initial?.[i] ?? 0))
      flow.src.forEach((from, i) => {
        const amount = Number(flow.amount[i])
        const to = flow.dst[i] as number
        const minted = moveKinds[flow.kind[i] as number] === 'mint'
        if (from === to && !minted) return
        if (from !== nobody && !minted) net[from] = (net[from] as number) - amount
        if (to !== nobody) net[to] = (net[to] as number) + amount
      })
      unfunded.move.forEach((move, i) => {
        const from = flow.src[move] as number
        net[from] = (net[from] as number) + Number(unfunded.amount[i])
      })
      expect(last).toEqual(Float64Array.from(net))
      expect(net.every((amount) => amount >= 0)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('holdings are the same in doubles and in big integers', () => {
  fc.assert(
    fc.property(someCase, ({ flow, tracing: { initial } }) => {
      const { last, unfunded } = holdingsOf(flow, initial)
      expect(holdingsOf(big(flow), initial)).toEqual({
        last: integers(last),
        unfunded: { move: unfunded.move, amount: integers(unfunded.amount) },
      })
    }),
  )
})

const sends = flowOf(4, [
  { from: 0, to: 1, amount: 5 },
  { from: 1, to: 2, amount: 8 },
  { from: 1, to: 2, amount: 1 },
  { from: 3, to: 2, amount: 7 },
  { from: -1, to: 3, amount: 7, kind: 'mint' },
  { from: 3, to: 3, amount: 9 },
])

test('value never seen arriving is counted at each address that sent it', () => {
  const { total, addresses } = unfundedOf(sends, holdingsOf(sends), tracingOf(4, 'fifo', {}))
  expect(total).toBe(16n)
  expect([...addresses]).toEqual([
    [0, 5n],
    [1, 4n],
    [3, 7n],
  ])
})

test('what seeds and seed moves send is not', () => {
  const tracing = { ...tracingOf(4, 'fifo', { seeds: [0] }), seedMoves: bytes(6, [3]) }
  const { total, addresses } = unfundedOf(sends, holdingsOf(sends), tracing)
  expect(total).toBe(4n)
  expect([...addresses]).toEqual([[1, 4n]])
})
