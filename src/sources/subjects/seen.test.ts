import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SeenIds } from './seen.ts'

test('it tells new ids from old ones, as a set does', () =>
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 4 })), (ids) => {
      const seen = new SeenIds()
      const set = new Set<string>()
      for (const id of ids) {
        expect(seen.isNew(id)).toBe(!set.has(id))
        set.add(id)
      }
    }),
  ))

test('100,000 ids that differ a little are all new, once', () => {
  const seen = new SeenIds()
  for (let i = 0; i < 100_000; i++) expect(seen.isNew(`person:01234567/${i}`)).toBe(true)
  for (let i = 0; i < 100_000; i += 37) expect(seen.isNew(`person:01234567/${i}`)).toBe(false)
})

test('when it is full no id counts as new', () => {
  const seen = new SeenIds(2)
  expect(['a', 'b', 'c', 'a'].map((id) => seen.isNew(id))).toEqual([true, true, false, false])
})
