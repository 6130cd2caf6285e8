import fc from 'fast-check'
import { expect, test } from 'vitest'
import { floorShare } from './share.ts'

const most = 2 ** 53 - 1

/** Whole numbers of all sizes, with those at both ends of each. */
const upTo = (max: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: 0, max }),
    fc.integer({ min: Math.max(0, max - 3), max }),
    fc.integer({ min: 0, max: Math.min(3, max) }),
    fc.nat(53).map((bits) => Math.min(max, 2 ** bits)),
  )

test('the floor of a share is exact for all whole doubles', () => {
  const terms = upTo(most)
    .filter((whole) => whole > 0)
    .chain((whole) => fc.tuple(upTo(whole), upTo(whole), fc.constant(whole)))
  fc.assert(
    fc.property(terms, ([amount, part, whole]) => {
      const floor = (BigInt(amount) * BigInt(part)) / BigInt(whole)
      expect(BigInt(floorShare(amount, part, whole))).toBe(floor)
    }),
    { numRuns: 20_000 },
  )
})

test.each([
  [most, most, most],
  [most - 1, most - 1, most],
  [most - 1, 2, most],
  [2 ** 52, 3, 2 ** 52 + 1],
  [94906267, 94906267, 94906268],
  [6_004_799_503_160_661, 3, most],
])('the floor of %d * %d / %d is exact', (amount, part, whole) => {
  expect(BigInt(floorShare(amount, part, whole))).toBe(
    (BigInt(amount) * BigInt(part)) / BigInt(whole),
  )
})

test('the floor is exact where a product is just below a multiple', () => {
  // whole * k - 1 is a product of two factors only for some; a search finds many beyond 2^53.
  let found = 0
  for (let whole = most; whole > most - 60_000; whole -= 2) {
    // (whole - 1) * (whole - j) leaves j of a multiple of whole.
    for (const less of [1, 2, 3]) {
      const floor = (BigInt(whole - 1) * BigInt(whole - less)) / BigInt(whole)
      if (BigInt(floorShare(whole - 1, whole - less, whole)) !== floor)
        expect.fail(`${whole}, ${less}`)
      found++
    }
  }
  expect(found).toBe(90_000)
})
