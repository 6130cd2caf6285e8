import { describe, expect, test } from 'vitest'
import { crowd, ids, ring, share } from './crowd.fixture.ts'
import { datePast, type KeptRings } from './past.ts'
import { type Seen, toPlatform } from './platform.fixture.ts'
import { findRings } from './rings.ts'

const { people, seen } = crowd(300)
const none: KeptRings = { held: [], ended: [] }

const check = (rows: readonly Seen[], before: KeptRings, on: string) =>
  datePast(findRings(toPlatform(people, [...seen, ...rows])), before, on)

const apart = [...ring(10, 'a'), ...ring(15, 'b')]
/** What makes both rings one: things that accounts of either share. */
const between = [
  ...share(ids(10, 11, 15, 16), 'document_image', 'scan of both'),
  ...share(ids(12, 13, 17, 18), 'payout', 'payout of both'),
  ...share(ids(11, 12, 16, 17), 'device', 'laptop of both'),
]

describe('what an earlier check kept of rings', () => {
  const first = check(apart, none, '2026-01-01')
  const merged = check([...apart, ...between], first.kept, '2026-01-02')

  test('is nothing the first time: no ring has changed', () => {
    expect(first.kept.held.map(({ accounts }) => accounts.length)).toEqual([5, 5])
    expect(first.kept.held.map(({ past }) => past)).toEqual([
      { was: [], change: null },
      { was: [], change: null },
    ])
  })

  test('tells of which rings one has merged, with bits before and after and the evidence gained', () => {
    const [one, ...others] = merged.kept.held
    expect(others).toEqual([])
    const { was, change } = one?.past ?? expect.fail('no ring')
    const names = first.kept.held.map(({ ring }) => ring).sort()
    expect(names).toContain(one?.ring)
    expect(was.map(({ ring }) => ring).sort()).toEqual(names)
    expect(change).toMatchObject({ event: 'merged', on: '2026-01-02' })
    expect(new Map(change?.before.map(({ ring, bits }) => [ring, bits]))).toEqual(
      new Map(first.kept.held.map(({ ring, bits }) => [ring, bits])),
    )
    expect(change?.after).toEqual([{ ring: one?.ring, bits: one?.bits, accounts: 10 }])
    expect(change?.values.gained.map(({ value }) => value).sort()).toEqual(
      ['laptop of both', 'payout of both', 'scan of both'].sort(),
    )
    expect(change?.values.lost).toEqual([])
    expect(merged.kept.ended).toHaveLength(1)
    expect(merged.kept.ended[0]?.past.change).toEqual(change)
  })

  test('tells of what each part has split, and of the evidence lost', () => {
    const split = check(apart, merged.kept, '2026-01-03')
    expect(split.kept.held).toHaveLength(2)
    for (const { past } of split.kept.held) {
      expect(past.change).toMatchObject({ event: 'split', on: '2026-01-03' })
      expect(past.change?.before.map(({ ring }) => ring)).toEqual(
        merged.kept.held.map(({ ring }) => ring),
      )
      expect(past.change?.after).toHaveLength(2)
      expect(past.change?.values.lost).toHaveLength(3)
      expect(past.was.map(({ ring }) => ring)).toEqual([merged.kept.held[0]?.ring])
    }
    expect(split.kept.ended).toEqual([])
  })

  test('keeps a ring that has ended, with what ended it', () => {
    const gone = check(ring(10, 'a'), first.kept, '2026-01-04')
    expect(gone.kept.ended.map(({ past }) => past.change?.event)).toEqual(['ended'])
    expect(check(ring(10, 'a'), gone.kept, '2026-01-05').kept).toEqual(gone.kept)
    expect(check(apart, gone.kept, '2026-01-06').kept.ended).toEqual([])
  })

  test.each([
    ['at first', apart, first],
    ['after a merger', [...apart, ...between], merged],
  ] as const)('is the same after another check of the same facts, %s', (_name, rows, before) => {
    expect(check(rows, before.kept, '2027-12-31').kept).toEqual(before.kept)
  })
})
