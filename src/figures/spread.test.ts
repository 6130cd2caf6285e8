import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Place, spread } from './spread.ts'

const box = { width: 30, height: 34 }

const overlap = ([x, y]: Place, [left, top]: Place): boolean =>
  Math.abs(x - left) < box.width && Math.abs(y - top) < box.height

const places = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 200 })),
  {
    maxLength: 40,
  },
)

test('no sign covers another, and one that nothing covers stays where it is', () => {
  fc.assert(
    fc.property(places, (all) => {
      const spreadOut = spread(all, box)
      for (const [at, one] of spreadOut.entries()) {
        for (const other of spreadOut.slice(at + 1)) expect(overlap(one, other)).toBe(false)
        const alone = all.every((other, nth) => nth === at || !overlap(all[at] as Place, other))
        if (alone) expect(one).toEqual(all[at])
      }
    }),
  )
})

test('a sign moves no further than it must', () => {
  expect(
    spread(
      [
        [100, 100],
        [104, 100],
      ],
      box,
    ),
  ).toEqual([
    [100, 100],
    [134, 100],
  ])
})
