import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeExample } from '../../example/index.ts'
import { toRingAnswers } from './answer.ts'
import { crowd, ring, share } from './crowd.fixture.ts'
import { type Person, type Seen, toPlatform } from './platform.fixture.ts'
import { findRings, type Rings } from './rings.ts'

const example = makeExample({ accounts: 900, seed: 5 })
const people: readonly Person[] = [...example.accounts()]
const seen: readonly Seen[] = [...example.observations()].map(({ account, kind, value }) => ({
  account,
  kind,
  value,
}))

const told = (found: Rings): unknown => [
  found.rings.map(({ region: _region, ...ring }) => ring),
  [...found.regions],
]

/** A number from 0 to 1 for each row, from a seed. */
const part = (seed: number, row: number): number => {
  const mixed = Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b)
  return ((Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 0) % 10_007) / 10_007
}

test('with what was found before, a run finds what a run without it finds, at 50 splits', () => {
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0.5, max: 0.999, noNaN: true }), (seed, share) => {
      const known = new Set(people.filter((_, i) => part(seed, i) < share).map(({ id }) => id))
      const early = seen.filter(({ account }, i) => known.has(account) && part(seed + 1, i) < share)
      const before = findRings(
        toPlatform(
          people.filter(({ id }) => known.has(id)),
          early,
        ),
      )
      const grown = toPlatform(people, seen)
      expect(told(findRings(grown, before))).toEqual(told(findRings(grown)))
    }),
    { numRuns: 50 },
  )
})

test('what is explained is the same too', () => {
  const before = findRings(toPlatform(people, seen.slice(0, -250)))
  const grown = toPlatform(people, seen)
  expect([...toRingAnswers(findRings(grown, before))]).toEqual([...toRingAnswers(findRings(grown))])
})

test('only regions that new facts touch are worked out again', () => {
  const { people: stating, seen: own } = crowd(400)
  const rows = [...own, ...ring(10, 'a'), ...ring(40, 'b')]
  const before = findRings(toPlatform(stating, rows))
  const more = [...rows, ...share(['h0011', 'h0012'], 'phone', 'another line')]
  const after = findRings(toPlatform(stating, more), before)
  const again = [...after.regions.keys()].filter((mark) => !before.regions.has(mark))
  expect(before.regions.size).toBe(2)
  expect(again).toHaveLength(1)
})
