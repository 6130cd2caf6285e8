import { expect, test } from 'vitest'
import { toRingAnswers } from './answer.ts'
import { crowd, ids, ring, share } from './crowd.fixture.ts'
import { keepIds } from './keep-ids.ts'
import { type Seen, toPlatform } from './platform.fixture.ts'
import { findRings, type Rings } from './rings.ts'

const { people, seen } = crowd(400)
const find = (rows: readonly Seen[]): Rings => findRings(toPlatform(people, [...seen, ...rows]))
const known = (found: Rings) => [...toRingAnswers(found)]
const namesOf = ({ rings }: Rings): string[] => rings.map(({ id }) => id)

const both = [...ring(10, 'a'), ...ring(40, 'b')]

test('a ring keeps its name where an older account joins it', () => {
  const before = find(ring(10, 'a'))
  const grown = find([
    ...ring(10, 'a'),
    ...share(ids(2, 10, 12), 'device', 'another laptop'),
    ...share(ids(2, 11), 'payout', 'another payout'),
  ])
  expect(grown.rings[0]?.accounts).toHaveLength(6)
  expect(namesOf(grown)).not.toEqual(namesOf(before))
  expect(namesOf(keepIds(grown, known(before)))).toEqual(namesOf(before))
})

test('rings of nothing that was known keep the names of their own', () => {
  const found = find(both)
  expect(keepIds(found, known(find(ring(200, 'c'))))).toEqual(found)
})

test('a ring that has little of what it rested on gets a name of its own', () => {
  const before = known(find(ring(10, 'a')))
  const now = find(ring(10, 'all new'))
  const named = before.map((one) => ({ ...one, ring: 'ring-of-old' }))
  expect(namesOf(keepIds(now, named))).toEqual(namesOf(now))
})

test('of two that became one the weightier gives the name', () => {
  const before = known(find(both))
  const merged = find([
    ...both,
    ...share(ids(10, 11, 12, 40, 41, 42), 'device', 'the same laptop'),
    ...share(ids(10, 13, 14, 40, 43, 44), 'document_image', 'the same scan'),
    ...share(ids(11, 13, 41, 43), 'recovery_email', 'the same mailbox'),
  ])
  expect(merged.rings).toHaveLength(1)
  const heaviest = before
    .map(({ ring: id, values }) => ({
      id,
      weight: values.reduce((sum, { bits }) => sum + bits, 0),
    }))
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))[0]
  expect(namesOf(keepIds(merged, before))).toEqual([heaviest?.id])
})
