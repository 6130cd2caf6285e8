import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  equalAmounts,
  type Known,
  type Named,
  patternsIn,
  payroll,
  peelChain,
  type Row,
  relay,
} from './scene.fixture.ts'
import { patternIds } from './table.ts'

const planted: readonly Row[][] = [
  peelChain(6),
  equalAmounts(12),
  relay(3),
  payroll(3),
  Array.from({ length: 4 }, (_, i) => ({ at: i, src: `cash ${i}`, dst: 'saver', amount: 9_500 })),
]

const names = [...new Set(planted.flat().flatMap(({ src, dst }) => [src, dst]))].sort()

const noise: fc.Arbitrary<Row> = fc.record({
  at: fc.integer({ min: 0, max: 1_000 }),
  src: fc.constantFrom(...names),
  dst: fc.constantFrom(...names),
  amount: fc.integer({ min: 0, max: 2_000 }),
  kind: fc.constantFrom('transfer' as const, 'transfer' as const, 'fee' as const, 'mint' as const),
})

/** Money in which patterns are planted, some of them spoiled, each transfer at a time of its own. */
const someMoney: fc.Arbitrary<Row[]> = fc
  .tuple(fc.subarray([...planted], { minLength: 1 }), fc.array(noise, { maxLength: 6 }))
  .map(([patterns, more]) =>
    [...patterns.flat(), ...more].map((row, i) => ({ ...row, at: row.at + i * 1e-6 })),
  )

const reporting = { amount: 10_000n, reported: 'from', law: '' } as const
const known: fc.Arbitrary<Known> = fc
  .dictionary(
    fc.constantFrom('exchange', 'facilitator', 'employer 0'),
    fc.constant('service' as const),
  )
  .map((stops) => ({ stops, reporting }))

/** Findings as a set: their order follows numbers of addresses where all else is equal. */
const asSet = (found: readonly Named[]): readonly string[] =>
  found.map((each) => JSON.stringify(each)).sort()

test('planted patterns of all kinds are in such money', () => {
  const found = patternsIn(planted.flat(), { reporting })
  expect(new Set(found.map(({ pattern }) => pattern))).toEqual(new Set(patternIds))
})

test('the order of rows does not matter', () => {
  fc.assert(
    fc.property(
      someMoney.chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
      ),
      known,
      ([rows, shuffled], about) => {
        expect(patternsIn(shuffled, { ...about, asGiven: true })).toEqual(patternsIn(rows, about))
      },
    ),
  )
})

test('names of addresses do not matter', () => {
  const renamings = fc.shuffledSubarray([...names], { minLength: names.length })
  fc.assert(
    fc.property(someMoney, known, renamings, (rows, { stops = {} }, others) => {
      const to = new Map(names.map((name, i) => [name, others[i] as string]))
      const back = new Map(names.map((name, i) => [others[i] as string, name]))
      const renamed = rows.map((row) => ({
        ...row,
        src: to.get(row.src) as string,
        dst: to.get(row.dst) as string,
      }))
      const renamedStops = Object.fromEntries(
        Object.entries(stops).map(([name, kind]) => [to.get(name) as string, kind]),
      )
      const found = patternsIn(renamed, { stops: renamedStops, reporting }).map((each) => ({
        ...each,
        subject: back.get(each.subject) as string,
        addresses: each.addresses.map((name) => back.get(name) as string).sort(),
        moves: each.moves.map((move) => {
          const [, src, dst, amount] = /^(.*) → (.*) (\d+)$/.exec(move) as unknown as string[]
          return `${back.get(src as string)} → ${back.get(dst as string)} ${amount}`
        }),
      }))
      expect(asSet(found)).toEqual(asSet(patternsIn(rows, { stops, reporting })))
    }),
  )
})

test('amounts in smaller units do not matter, for a limit in these units', () => {
  const unit = fc.bigInt({ min: 1n, max: 10n ** 18n })
  fc.assert(
    fc.property(someMoney, known, unit, (rows, about, factor) => {
      const scaled = rows.map((row) => ({ ...row, amount: BigInt(row.amount) * factor }))
      const limit = { ...reporting, amount: reporting.amount * factor }
      const bare = (found: readonly Named[]): unknown =>
        found.map(({ pattern, subject, addresses, strength }) => ({
          pattern,
          subject,
          addresses,
          strength,
        }))
      expect(bare(patternsIn(scaled, { ...about, reporting: limit }))).toEqual(
        bare(patternsIn(rows, about)),
      )
    }),
  )
})

test('no stop is a subject, and nobody is looked at who was not asked about', () => {
  fc.assert(
    fc.property(someMoney, known, fc.subarray([...names]), (rows, about, subjects) => {
      const all = patternsIn(rows, about)
      for (const { subject } of all) expect(about.stops?.[subject]).toBeUndefined()
      const here = new Set(rows.flatMap(({ src, dst }) => [src, dst]))
      const asked = subjects.filter((name) => here.has(name))
      for (const { subject } of patternsIn(rows, { ...about, subjects: asked }))
        expect(asked).toContain(subject)
    }),
  )
})
