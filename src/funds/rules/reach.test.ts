import fc from 'fast-check'
import { expect, test } from 'vitest'
import { big, bytes, flowOf, integers, someCase, tracingOf } from './flow.fixture.ts'
import { reach } from './reach.ts'
import { spread } from './spread.ts'
import { policies } from './tracing.ts'

/** Amounts of a part at their places in the whole, 0 elsewhere. */
const laid = (
  length: number,
  places: Uint32Array,
  amounts: ArrayLike<number | bigint>,
): readonly bigint[] => {
  const whole = new Array<bigint>(length).fill(0n)
  places.forEach((place, i) => {
    whole[place] = BigInt(amounts[i] as number | bigint)
  })
  return whole
}

test.each(policies)(
  '%s gives through the part that can be reached what it gives through all',
  (policy) => {
    fc.assert(
      fc.property(someCase, fc.boolean(), ({ flow: doubles, tracing: rest }, isBig) => {
        const flow = isBig ? big(doubles) : doubles
        const tracing = { ...rest, policy }
        const all = spread(flow, tracing)
        const part = reach(flow, tracing)
        const some = spread(part.flow, part.tracing)
        expect({
          ...some,
          tainted: laid(flow.addresses, part.address, some.tainted),
          moved: laid(flow.src.length, part.move, some.moved),
        }).toEqual({ ...all, tainted: integers(all.tainted), moved: integers(all.moved) })
      }),
      { numRuns: 1000 },
    )
  },
)

const flow = flowOf(7, [
  { from: 2, to: 3, amount: 9 },
  { from: 1, to: 2, amount: 9 },
  { from: 0, to: 1, amount: 5 },
  { from: 6, to: 1, amount: 1 },
  { from: 1, to: 4, amount: 5 },
  { from: 4, to: 5, amount: 5 },
  { from: 6, to: 5, amount: 5 },
  { from: 0, to: 6, amount: 5, kind: 'fee' },
])

test('nothing is reached by what came before, beyond a stop, or by a fee', () => {
  const { address, move } = reach(flow, tracingOf(7, 'fifo', { seeds: [0], stops: [4] }))
  expect([...address]).toEqual([0, 1, 4])
  // Move 1 is one of address 1 before anything came.
  expect([...move]).toEqual([1, 2, 3, 4, 7])
})

test('a seed move is reached without its source', () => {
  const tracing = { ...tracingOf(7, 'fifo', {}), seedMoves: bytes(8, [5]) }
  const { address, move } = reach(flow, tracing)
  expect([...address]).toEqual([5])
  expect([...move]).toEqual([5, 6])
})
