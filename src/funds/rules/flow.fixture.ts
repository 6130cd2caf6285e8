import fc from 'fast-check'
import { type Flow, moveKinds, nobody } from '../flow/flow.ts'
import type { Policy, Tracing } from './tracing.ts'

/** A move in plain numbers; -1 is nobody. */
export type Move = {
  readonly from: number
  readonly to: number
  readonly amount: number
  readonly kind?: (typeof moveKinds)[number]
}

export type Case = { readonly flow: Flow; readonly tracing: Omit<Tracing, 'policy'> }

export const flowOf = (addresses: number, moves: readonly Move[]): Flow => ({
  addresses,
  src: Uint32Array.from(moves, ({ from }) => (from < 0 ? nobody : from)),
  dst: Uint32Array.from(moves, ({ to }) => (to < 0 ? nobody : to)),
  amount: Float64Array.from(moves, ({ amount }) => amount),
  kind: Uint8Array.from(moves, ({ kind = 'transfer' }) => moveKinds.indexOf(kind)),
})

/** The same flow with amounts as big integers. */
export const big = (flow: Flow): Flow => ({ ...flow, amount: integers(flow.amount) })

export const integers = (amounts: ArrayLike<number | bigint>): readonly bigint[] =>
  Array.from(amounts, BigInt)

/** 1 at the places named. */
export const bytes = (length: number, places: readonly number[]): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (places.includes(i) ? 1 : 0))

export const tracingOf = (
  addresses: number,
  policy: Policy,
  { seeds = [], stops = [] }: { seeds?: readonly number[]; stops?: readonly number[] },
): Tracing => ({ policy, seeds: bytes(addresses, seeds), stops: bytes(addresses, stops) })

type Shape = {
  readonly amount?: fc.Arbitrary<number>
  /** Transfers among addresses alone. */
  readonly plain?: boolean
  /** Addresses below this one only send. */
  readonly sources?: number
}

/** Moves among so many addresses. */
export const someMoves = (
  addresses: number,
  { amount = fc.nat(9), plain = false, sources = 0 }: Shape = {},
): fc.Arbitrary<Move[]> => {
  const from = fc.nat(addresses - 1)
  const to = fc.integer({ min: sources, max: addresses - 1 })
  const named = fc.record({ from, to, amount, kind: fc.constant<'transfer'>('transfer') })
  const other = fc.record({
    from: fc.oneof(from, fc.constant(-1)),
    to: fc.oneof(to, fc.constant(-1)),
    amount,
    kind: fc.constantFrom(...moveKinds),
  })
  const move = plain
    ? named
    : fc.oneof({ weight: 4, arbitrary: named }, { weight: 1, arbitrary: other })
  return fc.array(move, { maxLength: 30, size: 'max' })
}

const marks = (length: number): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.constant(1)), {
      minLength: length,
      maxLength: length,
    })
    .map((list) => Uint8Array.from(list))

/** Small flows with all that can be in one, and some of it traced. */
export const someCase: fc.Arbitrary<Case> = fc
  .integer({ min: 2, max: 6 })
  .chain((addresses) =>
    fc.record({
      moves: someMoves(addresses),
      seeds: marks(addresses),
      stops: marks(addresses),
      seedMoves: fc.option(marks(30), { nil: undefined }),
      initial: fc.option(
        fc
          .array(fc.nat(9), { minLength: addresses, maxLength: addresses })
          .map((list) => Float64Array.from(list)),
        { nil: undefined },
      ),
      addresses: fc.constant(addresses),
    }),
  )
  .map(({ addresses, moves, ...tracing }) => ({ flow: flowOf(addresses, moves), tracing }))
