import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Flow, moveKinds, nobody } from '../flow/flow.ts'
import { compose } from './compose.ts'
import { type Composed, type Composing, unlabelled } from './composing.ts'

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

/** All that a composition tells. */
const tableOf = ({ direct, indirect }: Composed, sorts: number = categories): readonly bigint[] =>
  Array.from(
    { length: 5 * sorts },
    (_, at) => [Math.floor(at / sorts), at % sorts] as const,
  ).flatMap(([address, sort]) => [direct(address, sort), indirect(address, sort)])

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
          const [first, second] = [direct(address, sort), indirect(address, sort)]
          expect(first >= 0n && second >= 0n).toBe(true)
          parts += Number(first + second)
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
      expect(tableOf(small)).toEqual(tableOf(big))
    }),
  )
})

const many = 70

test.each([
  ['many categories', fc.nat(50)],
  ['great amounts', fc.integer({ min: 0, max: 2 ** 48 })],
])('doubles and big integers tell the same of %s', (_, amount) => {
  const wide = fc.array(fc.tuple(fc.nat(many + 4), fc.nat(4), amount), {
    maxLength: 30,
    size: 'max',
  })
  const initial = fc.array(fc.nat(50), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(wide, initial, (drawn, held) => {
      // Addresses from 5 on only send, each of a category of its own.
      const moves = drawn.map(([src, dst, sent]): Move => [src, dst, sent, 0])
      const each: Composing = {
        ...composing,
        categories: many,
        category: Uint8Array.from({ length: many + 5 }, (_, i) => (i < 5 ? unlabelled : i - 5)),
        initial: Float64Array.from({ length: many + 5 }, (_, i) => held[i] ?? 0),
      }
      const [small, big] = [false, true].map((isBig) =>
        tableOf(compose({ ...toFlow(moves, isBig), addresses: many + 5 }, each), many),
      )
      expect(small).toEqual(big)
    }),
    { numRuns: 300 },
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
    if (direct(2, sort)) told[`direct ${sort}`] = Number(direct(2, sort))
    if (indirect(2, sort)) told[`indirect ${sort}`] = Number(indirect(2, sort))
  }
  expect(told).toEqual(expected)
})
