import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Flow } from '../flow/flow.ts'
import { runBigCourse } from './big-course.ts'
import { BigLots } from './big-lots.ts'
import { BigSums } from './big-sums.ts'
import { bytes, flowOf, integers, someCase } from './flow.fixture.ts'
import { LimbShare } from './limb-share.ts'
import { join, split, toLimbs } from './limbs.ts'
import { spread } from './spread.ts'
import { policies } from './tracing.ts'

/** Whole numbers of all sizes, with those at both ends of each. */
const upTo = (max: bigint): fc.Arbitrary<bigint> =>
  fc.oneof(
    fc.bigInt({ min: 0n, max }),
    fc.bigInt({ min: max < 4n ? 0n : max - 3n, max }),
    fc.bigInt({ min: 0n, max: max < 3n ? max : 3n }),
    fc.nat(98).map((bits) => (2n ** BigInt(bits) < max ? 2n ** BigInt(bits) : max)),
    fc.nat(98).chain((bits) => fc.bigInt({ min: 0n, max: max >> BigInt(bits) })),
  )
const most = 2n ** 99n - 1n

const limbsOf = (...amounts: readonly bigint[]): Float64Array => {
  const limbs = new Float64Array(2 * amounts.length)
  amounts.forEach((amount, i) => {
    split(amount, limbs, 2 * i)
  })
  return limbs
}

test('limbs are joined again', () => {
  fc.assert(
    fc.property(upTo(most), (amount) => {
      expect(join(limbsOf(amount), 0)).toBe(amount)
    }),
    { numRuns: 5000 },
  )
})

const share = new LimbShare()

const found = (amount: bigint, part: bigint, whole: bigint): bigint => {
  const limbs = limbsOf(amount)
  share.find(limbs, limbsOf(whole, part), 0)
  return join(limbs, 0)
}

test('the floor of a share in limbs is exact', () => {
  const terms = upTo(most)
    .filter((whole) => whole > 0n)
    .chain((whole) => fc.tuple(upTo(whole), upTo(whole), fc.constant(whole)))
  fc.assert(
    fc.property(terms, ([amount, part, whole]) => {
      expect(found(amount, part, whole)).toBe((amount * part) / whole)
    }),
    { numRuns: 20_000 },
  )
})

test('the floor of a share in limbs is exact beside a whole number', () => {
  // (whole - 1) * (whole - less) leaves `less` of a multiple of `whole`.
  for (let bits = 2n; bits < 99n; bits++)
    for (let below = 0n; below < 40n && below < 2n ** bits - 4n; below++) {
      const whole = 2n ** bits - below
      for (const less of [0n, 1n, 2n, 3n])
        for (const more of [1n, 2n, whole - 1n]) {
          const [amount, part] = [whole - more, whole - less]
          if ((amount * part) / whole !== found(amount, part, whole))
            expect.fail(`${amount} * ${part} / ${whole}`)
        }
    }
})

/** The same flow with each amount so many times as great, and a bit more. */
const enlarged = (flow: Flow, factor: bigint): Flow & { readonly amount: readonly bigint[] } => ({
  ...flow,
  amount: integers(flow.amount).map((amount, i) => amount * factor + (BigInt(i * i) % factor)),
})

test.each(policies)('purses in limbs and in big integers are the same under %s', (policy) => {
  fc.assert(
    fc.property(someCase, fc.bigInt({ min: 1n, max: 2n ** 90n }), (drawn, factor) => {
      const flow = enlarged(drawn.flow, factor)
      const initial =
        drawn.tracing.initial && integers(drawn.tracing.initial).map((held) => held * factor)
      const tracing = { ...drawn.tracing, policy, initial }
      expect(toLimbs(flow.amount, initial)).toBeDefined()
      const { addresses } = flow
      const purses = policy === 'fifo' ? new BigLots(addresses) : new BigSums(addresses, policy)
      expect(spread(flow, tracing)).toEqual(runBigCourse(flow, tracing, purses))
    }),
    { numRuns: 1000 },
  )
})

test('amounts that limbs cannot hold are traced in big integers', () => {
  const flow = flowOf(3, [
    { from: 0, to: 2, amount: 1 },
    { from: 1, to: 2, amount: 2 },
    { from: 2, to: 1, amount: 2 },
  ])
  const great = { ...flow, amount: [2n ** 120n, 2n ** 121n, 2n ** 121n] }
  expect(toLimbs(great.amount)).toBeUndefined()
  expect(toLimbs([1n], [2n ** 99n])).toBeUndefined()
  const tracing = { policy: 'haircut', seeds: bytes(3, [0]), stops: bytes(3, []) } as const
  expect(spread(great, tracing).moved).toEqual([
    2n ** 120n,
    0n,
    (2n ** 121n * 2n ** 120n) / (2n ** 120n + 2n ** 121n),
  ])
})
