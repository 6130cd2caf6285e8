import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type StateStatement, toSpan } from '../model/index.ts'
import { type Cohort, cohortsOf } from './cohort.ts'
import { incomesOf } from './income.ts'

const looking = (on: string, known = on) => ({ on: toSpan(on).last, known: toSpan(known).last })

let count = 0
const say = (said: Partial<StateStatement>): StateStatement => ({
  id: `st-${++count}`,
  state: 'RUS',
  cohort: 'c-RUS-student',
  prop: 'headcount',
  known: '2024-09',
  origin: 'an observer',
  reliability: 'B',
  credibility: 2,
  text: 'said in a test',
  ...said,
})

const stock = (lo: number, hi: number, more: Partial<StateStatement> = {}): StateStatement =>
  say({ lo, hi, kind: 'stock', validFrom: '2024-06-30', validTo: '2024-06-30', ...more })

const flow = (prop: string, number: number, day: string): StateStatement =>
  say({ prop, lo: number, hi: number, kind: 'flow', validFrom: day, validTo: day })

/** The same said of all workers of the host. */
const ofAll = ({ cohort: _, ...said }: StateStatement): StateStatement => said

const only = (statements: readonly StateStatement[], on = '2024-12-31'): Cohort | undefined =>
  cohortsOf(statements, looking(on))[0]

describe('a cohort', () => {
  test('is told by its statements: host, place, sector, employer, dispatcher and period', () => {
    const described = [
      stock(300, 400),
      say({ prop: 'place', text: 'Port Example', validFrom: '2024-01' }),
      say({ prop: 'sector', text: 'construction' }),
      say({ prop: 'sector', text: 'fishing' }),
      say({ prop: 'employer', text: 'Example Builders' }),
      say({ prop: 'dispatcher', text: 'Sample Trading' }),
    ]
    expect(only(described)).toMatchObject({
      id: 'c-RUS-student',
      host: 'RUS',
      whole: false,
      visaClass: 'student',
      places: [{ value: 'Port Example', statements: [described[1]?.id] }],
      sectors: [{ value: 'construction' }, { value: 'fishing' }],
      employers: [{ value: 'Example Builders' }],
      dispatchers: [{ value: 'Sample Trading' }],
      period: { from: toSpan('2024-01').first },
      method: 'stock',
      headcount: { value: { lo: 300, hi: 400 } },
    })
  })

  test.each([
    ['the words of its id', 'c-THA-tourist', undefined, 'tourist'],
    ['what is stated, before its id', 'c-THA-tourist', 'business', 'business'],
    ['nothing that it could be told by', 'c-THA-north', undefined, 'unknown'],
    ['two classes at once', 'c-THA-student-work', undefined, 'unknown'],
  ])('takes its visa class from %s', (_, cohort, stated, visaClass) => {
    const statements = [stock(1, 1, { cohort })]
    if (stated) statements.push(say({ cohort, prop: 'visa_class', text: stated }))
    expect(only(statements)?.visaClass).toBe(visaClass)
  })

  const cases: readonly (readonly [
    name: string,
    statements: readonly StateStatement[],
    expected: object,
  ])[] = [
    [
      'a stock less those who returned, more those who came since',
      [
        stock(100, 120),
        flow('returned', 30, '2024-08-01'),
        flow('entered', 50, '2024-09-01'),
        say({ prop: 'share_working', lo: 1, hi: 1, validFrom: '2024' }),
      ],
      { method: 'stock', headcount: { value: { lo: 120, hi: 140 } } },
    ],
    [
      'arrivals, which say nothing of who is still there',
      [flow('entered', 50, '2024-08-01'), flow('entered', 70, '2024-09-01')],
      {
        method: 'arrivals',
        headcount: { value: { lo: null, hi: null } },
        arrived: { value: { lo: 120, hi: 120 } },
      },
    ],
    [
      'plans, which are no headcount',
      [say({ kind: 'plan', hi: 5_000, validFrom: '2030' })],
      {
        method: 'plan',
        headcount: { value: { lo: null, hi: null } },
        planned: { value: { lo: 0, hi: 5_000 } },
      },
    ],
    [
      'visas and trips, which are no persons',
      [
        say({ prop: 'visas', kind: 'visas', lo: 9, hi: 9, validFrom: '2024-01' }),
        say({ prop: 'entered', kind: 'trips', lo: 9, hi: 9, validFrom: '2024-01' }),
      ],
      {
        method: 'unknown',
        headcount: { value: { lo: null, hi: null } },
        arrived: { value: { lo: null, hi: null } },
      },
    ],
  ]

  test.each(cases)('has its number from %s', (_, statements, expected) => {
    expect(only(statements)).toMatchObject(expected)
  })

  test('knows only what was known, and nothing of what is corrected', () => {
    const wrong = say({ prop: 'sector', text: 'mining' })
    const right = say({
      prop: 'sector',
      text: 'fishing',
      relation: 'corrects',
      target: wrong.id,
      known: '2024-11',
    })
    const [before] = cohortsOf([wrong, right], looking('2024-12-31', '2024-10-31'))
    expect(before?.sectors.map(({ value }) => value)).toEqual(['mining'])
    expect(only([wrong, right])?.sectors.map(({ value }) => value)).toEqual(['fishing'])
    expect(cohortsOf([wrong], looking('2024-12-31', '2023'))).toEqual([])
  })

  test('does not change with the order of statements, and the whole of a host stands first', () => {
    const statements = [
      stock(10, 10),
      stock(90, 90, { cohort: 'c-RUS-work' }),
      ofAll(stock(200, 300)),
      flow('entered', 5, '2024-08-01'),
    ]
    const told = cohortsOf(statements, looking('2024-12-31'))
    expect(told.map(({ id, whole }) => [id, whole])).toEqual([
      ['c-RUS', true],
      ['c-RUS-student', false],
      ['c-RUS-work', false],
    ])
    expect(cohortsOf(statements.toReversed(), looking('2024-12-31'))).toEqual(told)
  })
})

const wage = (lo: number, hi: number, more: Partial<StateStatement> = {}): StateStatement =>
  say({ prop: 'wage', lo, hi, unit: 'USD/month', validFrom: '2024', ...more })

const share = (lo: number, hi: number, more: Partial<StateStatement> = {}): StateStatement =>
  say({ prop: 'share_remitted', lo, hi, unit: 'share', validFrom: '2024', ...more })

describe('the income of a cohort', () => {
  const on = looking('2024-12-31')

  test('is headcount × wage × share that leaves, a year, as an interval with its proof', () => {
    const statements = [stock(100, 200), wage(700, 800), share(0.7, 0.9)]
    const [income] = incomesOf(statements, on)
    expect(income).toMatchObject({
      cohort: 'c-RUS-student',
      currency: 'USD',
      wage: { lo: 700, hi: 800 },
      share: { lo: 0.7, hi: 0.9 },
      aYear: { value: { lo: 588_000, hi: 1_728_000 } },
    })
    for (const { id } of statements) expect(JSON.stringify(income?.aYear.proof)).toContain(id)
  })

  test.each([
    [
      'a yearly wage',
      [wage(12_000, 12_000, { unit: 'USD/year' }), share(1, 1)],
      1_200_000,
      1_200_000,
    ],
    ['percent', [wage(1_000, 1_000), share(50, 100, { unit: 'percent' })], 600_000, 1_200_000],
    ['no stated share', [wage(1_000, 1_000)], 0, 1_200_000],
    [
      'the wage of all workers of the host where it has none of its own',
      [ofAll(wage(1_000, 1_000)), share(1, 1)],
      1_200_000,
      1_200_000,
    ],
    [
      'two origins that disagree, which widen it',
      [wage(500, 500), wage(1_000, 1_000, { origin: 'another' }), share(1, 1)],
      600_000,
      1_200_000,
    ],
  ])('is read with %s', (_, statements, lo, hi) => {
    const incomes = incomesOf([stock(100, 100), ...statements], on)
    expect(incomes.find(({ cohort }) => cohort === 'c-RUS-student')?.aYear.value).toEqual({
      lo,
      hi,
    })
  })

  test.each([
    ['without a wage', [stock(100, 100), share(1, 1)]],
    [
      'of a wage by the day, whose days nobody knows',
      [stock(9, 9), wage(5, 5, { unit: 'USD/day' })],
    ],
    ['of a plan', [say({ kind: 'plan', lo: 9, hi: 9 }), wage(5, 5)]],
    ['of arrivals', [flow('entered', 9, '2024-08-01'), wage(5, 5)]],
    ['of visas', [say({ prop: 'visas', kind: 'visas', lo: 9, hi: 9 }), wage(5, 5)]],
  ])('is not told %s', (_, statements) => {
    expect(incomesOf(statements, on)).toEqual([])
  })

  test('keeps currencies apart, and has no upper end where a factor has none', () => {
    const euros = wage(10, 10, { unit: 'EUR/month', origin: 'another' })
    const { hi: _, ...open } = stock(100, 100)
    const incomes = incomesOf([open, wage(20, 20), euros, share(1, 1)], on)
    expect(incomes.map(({ currency, aYear }) => [currency, aYear.value])).toEqual([
      ['EUR', { lo: 12_000, hi: null }],
      ['USD', { lo: 24_000, hi: null }],
    ])
  })

  test('lies between its ends, and grows with each factor', () => {
    const interval = fc
      .tuple(fc.nat(5_000), fc.nat(5_000))
      .map(([lo, more]) => ({ lo, hi: lo + more }))
    fc.assert(
      fc.property(interval, interval, fc.nat(100), (heads, wages, percent) => {
        const of = (more: number) =>
          incomesOf(
            [stock(heads.lo, heads.hi + more), wage(wages.lo, wages.hi), share(percent / 100, 1)],
            on,
          )[0]?.aYear.value ?? { lo: 0, hi: 0 }
        const { lo, hi } = of(0)
        expect(lo).toBeLessThanOrEqual(hi ?? 0)
        expect(of(10).hi ?? 0).toBeGreaterThanOrEqual(hi ?? 0)
        expect(lo).toBeLessThanOrEqual(heads.lo * wages.lo * 12)
      }),
      { numRuns: 100 },
    )
  })
})
