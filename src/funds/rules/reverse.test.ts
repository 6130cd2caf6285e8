import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Flow, moveKinds } from '../flow/flow.ts'
import { big, flowOf, integers, someMoves, tracingOf } from './flow.fixture.ts'
import { holdingsOf } from './holdings.ts'
import { reverse } from './reverse.ts'
import { spread } from './spread.ts'
import type { Tracing } from './tracing.ts'

const turn = (flow: Flow): ReturnType<typeof reverse> => reverse(flow, holdingsOf(flow))

/** What comes to one address of all that another sent, before it came there another time. */
const between = (
  flow: Flow,
  { from, to, initial }: { from: number; to: number } & Pick<Tracing, 'initial'>,
): bigint =>
  spread(flow, { ...tracingOf(flow.addresses, 'fifo', { seeds: [from], stops: [to] }), initial })
    .stopped

test('under FIFO as much comes back to a seed as came from it, whatever the flow', () => {
  fc.assert(
    fc.property(someMoves(5, { plain: true }), (moves) => {
      const flow = flowOf(5, moves)
      const { flow: back, initial } = turn(flow)
      const forward = between(flow, { from: 0, to: 4 })
      const seeded = tracingOf(5, 'fifo', { seeds: [4], stops: [0] })
      const { tainted } = spread(back, { ...seeded, initial })
      expect(BigInt(tainted[0] as number)).toBe(forward)
    }),
    { numRuns: 1000 },
  )
})

test('under FIFO fees, mints and burns come back too', () => {
  fc.assert(
    fc.property(someMoves(5), (moves) => {
      const flow = flowOf(5, moves)
      const { flow: back, initial } = turn(flow)
      const { tainted } = spread(flow, tracingOf(5, 'fifo', { seeds: [0], stops: [4] }))
      const seeded = tracingOf(5, 'fifo', { seeds: [4], stops: [0] })
      expect(spread(back, { ...seeded, initial }).tainted[0]).toBe(tainted[4])
    }),
    { numRuns: 1000 },
  )
})

test('a flow turned round is funded, and ends with nothing where it began with nothing', () => {
  fc.assert(
    fc.property(someMoves(5), (moves) => {
      const { flow, initial } = turn(flowOf(5, moves))
      const { last, unfunded } = holdingsOf(flow, initial)
      expect(unfunded.move).toEqual([])
      expect(last).toEqual(new Float64Array(5))
    }),
    { numRuns: 1000 },
  )
})

test('a flow of big integers is turned round alike', () => {
  fc.assert(
    fc.property(someMoves(5), (moves) => {
      const { flow, initial, ...rest } = turn(flowOf(5, moves))
      const other = turn(big(flowOf(5, moves)))
      expect(other).toEqual({ ...rest, flow: big(flow), initial: integers(initial) })
    }),
  )
})

test('what was never seen arriving goes to nobody right after it has come back', () => {
  const { flow, move, unfunded } = turn(
    flowOf(3, [
      { from: -1, to: 0, amount: 2, kind: 'mint' },
      { from: 0, to: 1, amount: 5 },
      { from: 1, to: -1, amount: 1, kind: 'burn' },
    ]),
  )
  const rows = [...flow.src].map((from, i) => [
    from | 0,
    (flow.dst[i] as number) | 0,
    flow.amount[i],
    moveKinds[flow.kind[i] as number],
    move[i],
    unfunded[i],
  ])
  expect(rows).toEqual([
    [-1, 1, 1, 'mint', 2, 0],
    [1, 0, 5, 'transfer', 1, 0],
    [0, -1, 3, 'burn', 1, 1],
    [0, -1, 2, 'burn', 0, 0],
  ])
})
