import { expect, test } from 'vitest'
import { Gatherer } from './gather.ts'
import { sortByKind } from './kinds.ts'
import { prepareTable } from './link-table.ts'
import { comparePairs, PairComparer, PairsBuilder, type Piece } from './pairs.ts'
import { mix } from './rules/random.ts'

const names = 'ada bela cora dina edna fara gina hana ines jana kira lena mona nora olga'.split(' ')

const prepare = () => {
  const gatherer = new Gatherer()
  const take = gatherer.open(['first_name', 'surname', 'dob', 'city'])
  for (let at = 0; at < 600; at++) {
    const person = at - (at % 2)
    const slip = at % 4 === 1 ? 'x' : ''
    take([
      names[mix(person, 1) % names.length] as string,
      `${names[mix(person, 2) % names.length]}ton${slip}`,
      `19${10 + (mix(person, 3) % 90)}-03-${10 + (mix(at, 4) % 18)}`,
      `${names[mix(person, 5) % names.length]}ville`,
    ])
  }
  const [people] = sortByKind(gatherer.fields(), gatherer.rows).sorted
  return prepareTable(people as NonNullable<typeof people>, () => undefined)
}

/** Every block a piece of its own. */
const cut = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.flatMap(({ key, from, to }) =>
    Array.from({ length: to - from }, (_, nth) => ({
      key,
      from: from + nth,
      to: from + nth + 1,
      pairs: 0,
    })),
  )

test('pieces compared by several, however cut and in any order, give the same pairs', () => {
  const { job, comparison } = prepare()
  const whole = comparePairs(job, comparison, () => undefined)
  const pieces = cut(job.pieces)
  const comparers = [new PairComparer(job), new PairComparer(job)]
  const compared = pieces
    .map((piece, at) => [at, piece] as const)
    .reverse()
    .map(([at, piece]) => [at, comparers[at % 2]?.compare(piece)] as const)
    .sort(([a], [b]) => a - b)
  const builder = new PairsBuilder()
  for (const [, piece] of compared) if (piece) builder.add(piece)
  const again = builder.done()
  expect(whole.length).toBeGreaterThan(500)
  expect(again.a).toEqual(whole.a)
  expect(again.b).toEqual(whole.b)
  expect(again.pattern).toEqual(whole.pattern)
  expect(again.patterns.toParts()).toEqual(whole.patterns.toParts())
})

test('no pair is compared twice', () => {
  const { job, comparison, records } = prepare()
  const { a, b } = comparePairs(job, comparison, () => undefined)
  const pairs = new Set(a.map((one, at) => one * records.count + (b[at] as number)))
  expect(pairs.size).toBe(a.length)
})
