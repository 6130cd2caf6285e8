import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Flow, moveKinds, nobody } from '../flow/flow.ts'
import { compose } from './compose.ts'
import { type Composing, unlabelled } from './composing.ts'

const [categories, initially, mint, unfunded] = [5, 0, 1, 2]

/** Addresses 0 and 1 are labelled, of categories 3 and 4. */
const composing: Composing = {
  categories,
  category: Uint8Array.from([3, 4, unlabelled, unlabelled, unlabelled]),
  initially,
  unfunded,
  fromNobody: moveKinds.map(() => mint),
}

type Move = readonly [src: number, dst: number, amount: number, kind: number]

const toFlow = (moves: readonly Move[], big: boolean): Flow => ({
  addresses: 5,
  src: Uint32Array.from(moves, ([src]) => src),
  dst: Uint32Array.from(moves, ([, dst]) => dst),
  amount: big
    ? moves.map(([, , amount]) => BigInt(amount))
    : Float64Array.from(moves, ([, , amount]) => amount),
  kind: Uint8Array.from(moves, ([, , , kind]) => kind),
})

const end = fc.nat(4)
const someMoves = fc.array(
  fc.oneof(
    fc.tuple(end, end, fc.nat(50), fc.constant(0)),
    fc.tuple(end, fc.constant(nobody), fc.nat(5), fc.constant(1)),
    fc.tuple(fc.constant(nobody), end, fc.nat(50), fc.constant(2)),
  ) as fc.Arbitrary<Move>,
  { maxLength: 30 },
)

test('of each address the parts of all categories are exactly what arrived there', () => {
  fc.assert(
    fc.property(someMoves, (moves) => {
      const { direct, indirect } = compose(toFlow(moves, false), composing)
      for (let address = 0; address < 5; address++) {
        const received = moves.reduce(
          (sum, [src, dst, amount]) => sum + (dst === address && src !== dst ? amount : 0),
          0,
        )
        let parts = 0
        for (let sort = 0; sort < categories; sort++) {
          const at = address * categories + sort
          expect(Number(direct[at])).toBeGreaterThanOrEqual(0)
          expect(Number(indirect[at])).toBeGreaterThanOrEqual(0)
          parts += Number(direct[at]) + Number(indirect[at])
        }
        expect(parts).toBe(received)
      }
    }),
  )
})

test('doubles and big integers tell the same', () => {
  fc.assert(
    fc.property(someMoves, (moves) => {
      const small = compose(toFlow(moves, false), composing)
      const big = compose(toFlow(moves, true), composing)
      expect(Array.from(small.direct, BigInt)).toEqual([...big.direct])
      expect(Array.from(small.indirect, BigInt)).toEqual([...big.indirect])
    }),
  )
})

test.each<[string, readonly Move[], Record<string, number>]>([
  ['a labelled address gives its own directly', [[0, 2, 10, 0]], { 'direct 3': 10 }],
  [
    'through an address without a label it is indirect',
    [
      [0, 3, 10, 0],
      [3, 2, 4, 0],
    ],
    { 'indirect 3': 4 },
  ],
  [
    'shares of what is held go on, and not what a labelled address received',
    [
      [0, 3, 30, 0],
      [1, 3, 10, 0],
      [3, 0, 20, 0],
      [3, 2, 8, 0],
    ],
    { 'indirect 3': 6, 'indirect 4': 2 },
  ],
  [
    'what was never seen arriving is unfunded',
    [
      [nobody, 3, 6, 2],
      [3, 2, 10, 0],
    ],
    { 'indirect 1': 6, 'indirect 2': 4 },
  ],
])('%s', (_, moves, expected) => {
  const { direct, indirect } = compose(toFlow(moves, false), composing)
  const told: Record<string, number> = {}
  for (let sort = 0; sort < categories; sort++) {
    const at = 2 * categories + sort
    if (direct[at]) told[`direct ${sort}`] = Number(direct[at])
    if (indirect[at]) told[`indirect ${sort}`] = Number(indirect[at])
  }
  expect(told).toEqual(expected)
})
