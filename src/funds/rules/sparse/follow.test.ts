import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carriedOf } from '../carried.ts'
import { type Case, flowOf, someCase, someMoves, tracingOf } from '../flow.fixture.ts'
import { spread } from '../spread.ts'
import { type Policy, policies, type Tracing } from '../tracing.ts'
import { follow } from './follow.ts'
import { indexFlow } from './index-flow.ts'
import type { Doubles } from './indexed-flow.ts'

const all = Number.POSITIVE_INFINITY

const followed = ({ flow, tracing }: Case, policy: Policy): object => {
  const indexed = indexFlow(flow as Doubles, tracing.initial)
  const { touched, ...carried } = follow(indexed, { ...tracing, policy }, all) ?? { touched: 0 }
  expect(touched).toBeGreaterThanOrEqual(0)
  return carried
}

const spreadOut = ({ flow, tracing }: Case, policy: Policy): object =>
  carriedOf(flow, { ...tracing, policy }, spread(flow, { ...tracing, policy }))

describe.each(policies)(
  '%s by the moves of tainted addresses gives what a trace through all gives',
  (policy) => {
    test('with all that can be in a flow', () => {
      fc.assert(
        fc.property(someCase, (one) => {
          expect(followed(one, policy)).toEqual(spreadOut(one, policy))
        }),
        { numRuns: 1000 },
      )
    })

    test('where addresses have more moves than a holding is kept for', () => {
      const moves = fc.array(someMoves(4, { amount: fc.nat(1e12) }), {
        minLength: 8,
        maxLength: 16,
      })
      fc.assert(
        fc.property(moves, fc.nat(3), fc.nat(3), (parts, seed, stop) => {
          const flow = flowOf(4, parts.flat())
          const one = { flow, tracing: tracingOf(4, policy, { seeds: [seed], stops: [stop] }) }
          expect(followed(one, policy)).toEqual(spreadOut(one, policy))
        }),
        { numRuns: 60 },
      )
    })
  },
)

test('it gives up, or gives the same, whatever it may look at', () => {
  fc.assert(
    fc.property(someCase, fc.nat(60), ({ flow, tracing }, most) => {
      const asked: Tracing = { ...tracing, policy: 'haircut' }
      const found = follow(indexFlow(flow as Doubles, tracing.initial), asked, most)
      if (!found) return
      const { touched, ...carried } = found
      expect(carried).toEqual(carriedOf(flow, asked, spread(flow, asked)))
    }),
  )
})

test('what passes more places than it may is given up', () => {
  // The seed sends to ten addresses, which send round and round.
  const first = Array.from({ length: 10 }, (_, i) => ({ from: 0, to: i + 1, amount: 1e6 }))
  const round = Array.from({ length: 2000 }, (_, i) => ({
    from: 1 + (i % 10),
    to: 1 + ((i + 1) % 10),
    amount: 1000,
  }))
  const flow = flowOf(11, [...first, ...round])
  const tracing = tracingOf(11, 'haircut', { seeds: [0] })
  const indexed = indexFlow(flow as Doubles)
  const whole = follow(indexed, tracing, all)?.touched ?? 0
  expect(whole).toBeGreaterThan(2000)
  expect(follow(indexed, tracing, whole * 2)).toBeDefined()
  expect(follow(indexed, tracing, whole / 2)).toBeUndefined()
})
