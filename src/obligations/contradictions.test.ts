import { describe, expect, test } from 'vitest'
import { dice } from '../../bench/dice.ts'
import { judge, type Tally } from '../../bench/obligations/judge.ts'
import { madeRegister } from '../../bench/obligations/made-register.ts'
import { plantConflicts } from '../../bench/obligations/plant.ts'
import { type StateStatement, toSpan } from '../model/index.ts'
import type { Contradiction } from './contradictions/contradiction.ts'
import { oneSlip } from './contradictions/copies.ts'
import { contradictionsOf } from './contradictions.ts'
import { toDossiers } from './status.ts'
import { toView } from './view.ts'

const today = toSpan('2026-01-01').last

const find = (statements: readonly StateStatement[]): readonly Contradiction[] =>
  [...toDossiers(statements).values()].flatMap(
    (dossier) => contradictionsOf(toView(dossier, { on: today, known: today })).value,
  )

const base = {
  state: 'RUS',
  known: '2025-06-01',
  origin: 'RUS-statistics',
  reliability: 'B',
  credibility: 2,
  text: 'a made-up number',
} as const

type Part = Partial<StateStatement> & Pick<StateStatement, 'id' | 'prop'>

const say = (...parts: readonly Part[]): readonly StateStatement[] =>
  parts.map((part) => ({ ...base, ...part }))

const stock = { prop: 'headcount', kind: 'stock' } as const
const trips = { prop: 'entered', kind: 'trips' } as const
const on = (validFrom: string, validTo = validFrom): { validFrom: string; validTo: string } => ({
  validFrom,
  validTo,
})
const count = (lo: number, hi = lo): { lo: number; hi: number } => ({ lo, hi })

const cases: readonly (readonly [
  name: string,
  statements: readonly StateStatement[],
  found: readonly string[],
])[] = [
  [
    'quarters that do not make their half-year',
    say(
      { id: 'q1', ...trips, ...count(153), ...on('2023-01', '2023-03') },
      { id: 'q2', ...trips, ...count(213), ...on('2023-04', '2023-06') },
      { id: 'h1', ...trips, ...count(370), ...on('2023-01', '2023-06') },
    ),
    ['sum h1 q1 q2'],
  ],
  [
    'quarters that make their half-year',
    say(
      { id: 'q1', ...trips, ...count(157), ...on('2023-01', '2023-03') },
      { id: 'q2', ...trips, ...count(213), ...on('2023-04', '2023-06') },
      { id: 'h1', ...trips, ...count(370), ...on('2023-01', '2023-06') },
    ),
    [],
  ],
  [
    'cohorts that are more than all, one of them seen in half of the time only',
    say(
      { id: 'all', ...trips, ...count(100), ...on('2024') },
      { id: 'student', ...trips, cohort: 'c-student', ...count(60), ...on('2024') },
      { id: 'business', ...trips, cohort: 'c-business', ...count(40), ...on('2024') },
      { id: 'work', ...trips, cohort: 'c-work', ...count(6), ...on('2024-01', '2024-06') },
    ),
    ['sum all business student work'],
  ],
  [
    'cohorts that are fewer than all',
    say(
      { id: 'all', ...trips, ...count(100), ...on('2024') },
      { id: 'student', ...trips, cohort: 'c-student', ...count(60), ...on('2024') },
      { id: 'business', ...trips, cohort: 'c-business', ...count(30), ...on('2024') },
    ),
    [],
  ],
  [
    'a stock that grew while nobody is said to have come',
    say(
      { id: 'a', ...stock, ...count(1000), ...on('2019-12-31') },
      { id: 'b', ...stock, ...count(1500), ...on('2020-12-31'), origin: 'AGENCY' },
    ),
    ['stock_flow a b'],
  ],
  [
    'a stock that grew by those who came',
    say(
      { id: 'a', ...stock, ...count(1000), ...on('2019-12-31') },
      { id: 'in', prop: 'entered', kind: 'flow', ...count(500), ...on('2020') },
      { id: 'b', ...stock, ...count(1400, 1500), ...on('2020-12-31'), origin: 'AGENCY' },
    ),
    [],
  ],
  [
    'what was known before it could be so',
    say({ id: 'a', ...stock, ...count(9), ...on('2019-12-31'), known: '2019-06' }),
    ['date a'],
  ],
  [
    'a plan, which is known before',
    say({ id: 'a', prop: 'headcount', kind: 'plan', ...count(9), ...on('2025-12-31') }),
    [],
  ],
  [
    'a final report before its time',
    say({ id: 'a', prop: 'report_filed', unit: 'final report', ...on('2018-05-01') }),
    ['date a'],
  ],
  [
    'a plan that a copy gives as a stock',
    say(
      { id: 'a', prop: 'headcount', kind: 'plan', hi: 50_000, lo: 50_000, ...on('2025-05') },
      { id: 'b', ...stock, ...count(50_000), ...on('2025-04'), origin: 'daily' },
    ),
    ['definition a b'],
  ],
  [
    'a copy with a changed digit, and another without',
    say(
      { id: 'a', ...trips, ...count(13_221), ...on('2024'), carrier: 'wire' },
      { id: 'b', ...trips, ...count(13_227), ...on('2024'), carrier: 'daily' },
      { id: 'c', ...trips, ...count(13_221), ...on('2024'), carrier: 'weekly' },
    ),
    ['copy a b c'],
  ],
  [
    'a digit that its own origin corrected',
    say(
      { id: 'a', ...trips, ...count(13_221), ...on('2024') },
      {
        id: 'b',
        ...trips,
        ...count(13_227),
        ...on('2024'),
        known: '2025-07',
        relation: 'corrects',
        target: 'a',
      },
    ),
    [],
  ],
  [
    'a correction by another origin',
    say(
      { id: 'a', ...trips, ...count(100), ...on('2024') },
      {
        id: 'b',
        ...trips,
        ...count(200),
        ...on('2024'),
        relation: 'corrects',
        target: 'a',
        origin: 'AGENCY',
      },
    ),
    ['stated a b'],
  ],
]

describe('contradictions', () => {
  test.each(cases)('%s', (_, statements, found) => {
    expect(find(statements).map(({ kind, statements: ids }) => `${kind} ${ids.join(' ')}`)).toEqual(
      found,
    )
  })

  test('say what would resolve them', () => {
    const [first] = find(cases[4]?.[1] ?? [])
    expect(first?.resolve).toBe('at least 500 workers entered in between and are not stated')
  })

  test('are found where they were planted, and nowhere else', () => {
    const tallies = new Map<string, Tally>()
    for (let seed = 1; seed <= 5; seed++) {
      const { statements, planted } = plantConflicts(dice(seed), madeRegister(dice(seed)), 20)
      judge(tallies, planted, find(statements))
    }
    for (const [kind, { planted, found, false: wrong }] of tallies)
      expect([kind, found, wrong]).toEqual([kind, planted, 0])
  })

  test('are none in a register of honest sources', () => {
    expect(find(madeRegister(dice(42)))).toEqual([])
  })
})

test.each([
  [13_221, 13_227, true],
  [13_221, 1_322, true],
  [1_322, 13_221, true],
  [30_023, 30_032, true],
  [30_023, 31_032, false],
  [500, 900, true],
  [500, 5, false],
])('%i and %i differ by one slip: %s', (a, b, slip) => {
  expect(oneSlip(a, b)).toBe(slip)
})
