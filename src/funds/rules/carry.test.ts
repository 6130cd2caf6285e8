import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Amounts, Flow } from '../flow/flow.ts'
import type { Carried } from './carried.ts'
import { carryThrough } from './carry.ts'
import { big, bytes, flowOf, someCase, someMoves } from './flow.fixture.ts'
import { findPaths } from './paths.ts'
import { spread } from './spread.ts'
import { policies, type Tracing } from './tracing.ts'

/** Amounts at their places in the whole, 0 elsewhere. */
const laid = (length: number, places: Uint32Array, amounts: Amounts): readonly bigint[] => {
  const whole = new Array<bigint>(length).fill(0n)
  places.forEach((place, i) => {
    whole[place] = BigInt(amounts[i] as number | bigint)
  })
  return whole
}

/** What was carried, and the paths by which, in numbers of the whole. */
const told = (flow: Flow, { address, move, spread, begins, flow: own }: Carried): object => {
  const paths = findPaths(own, spread.moved, begins)
  return {
    ...spread,
    tainted: laid(flow.addresses, address, spread.tainted),
    moved: laid(flow.src.length, move, spread.moved),
    paths: [...address.keys()]
      .filter((place) => (paths.hops[place] ?? 0) > 0)
      .map((place) => [
        address[place],
        paths.hops[place],
        paths.pathTo(place).map((step) => move[step]),
      ])
      .sort(([a], [b]) => Number(a) - Number(b)),
  }
}

/** Doubles are followed from address to address, big integers go through the part that is reached. */
const expectSame = (flow: Flow, tracing: Tracing): void => {
  const [narrow, wide] = [flow, big(flow)].map((one) =>
    told(one, carryThrough(one, tracing.initial)(tracing)),
  )
  expect(narrow).toEqual(wide)
  const whole = spread(flow, tracing)
  expect(narrow).toMatchObject({
    ...whole,
    tainted: Array.from(whole.tainted, BigInt),
    moved: Array.from(whole.moved, BigInt),
  })
}

test.each(policies)(
  '%s carries the same, by the same paths, whichever way it is found',
  (policy) => {
    fc.assert(
      fc.property(someCase, ({ flow, tracing }) => {
        expectSame(flow, { ...tracing, policy })
      }),
      { numRuns: 500 },
    )
  },
)

test.each(policies)('%s carries the same where few of many addresses are touched', (policy) => {
  const many = fc.array(someMoves(40, { amount: fc.nat(999) }), { minLength: 10, maxLength: 10 })
  fc.assert(
    fc.property(many, fc.nat(39), fc.nat(39), (parts, seed, stop) => {
      const moves = parts.flat()
      // Little is left to trace after a seed that sends late.
      const late = moves.filter(({ from }, i) => from !== seed || i > moves.length * 0.8)
      const seeds = bytes(40, [seed])
      expectSame(flowOf(40, late), { policy, seeds, stops: bytes(40, [stop]) })
    }),
    { numRuns: 200 },
  )
})
