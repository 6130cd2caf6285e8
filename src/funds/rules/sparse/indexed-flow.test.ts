import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flowOf, someCase, someMoves } from '../flow.fixture.ts'
import { holdingsOf } from '../holdings.ts'
import { indexFlow } from './index-flow.ts'
import { type Doubles, heldBefore, placeOf } from './indexed-flow.ts'

/** The same flow, as far as its first moves. */
const cut = (flow: Doubles, moves: number): Doubles => ({
  addresses: flow.addresses,
  src: flow.src.slice(0, moves),
  dst: flow.dst.slice(0, moves),
  amount: (flow.amount as Float64Array).slice(0, moves),
  kind: flow.kind.slice(0, moves),
})

const expectHeld = (flow: Doubles, initial?: Float64Array): void => {
  const indexed = indexFlow(flow, initial)
  for (let address = 0; address < flow.addresses; address++)
    for (let at = indexed.begin[address] ?? 0; at < (indexed.begin[address + 1] ?? 0); at++) {
      const move = (indexed.own[at] as number) >>> 1
      const { last } = holdingsOf(cut(flow, move), initial)
      expect(heldBefore(indexed, address, at)).toBe(last[address])
      expect(placeOf(indexed, address, move)).toBe(at)
      const ends = [flow.src[move], flow.dst[move]]
      expect(ends[(indexed.own[at] as number) & 1]).toBe(address)
    }
}

test('before each of its moves an address holds what was left by all before', () => {
  fc.assert(
    fc.property(someCase, ({ flow, tracing }) => {
      expectHeld(flow as Doubles, tracing.initial as Float64Array | undefined)
    }),
  )
})

test('the same where an address has many moves', () => {
  const many = fc.array(someMoves(3), { minLength: 5, maxLength: 8 })
  fc.assert(
    fc.property(many, (moves) => {
      expectHeld(flowOf(3, moves.flat()) as Doubles)
    }),
    { numRuns: 20 },
  )
})
