import { describe, expect, test } from 'vitest'
import type { StateStatement } from '../../model/index.ts'
import { readRegister } from '../register.ts'
import { fromDay } from '../rule-date.ts'
import { detectSwitch, type SwitchFigure, type SwitchFinding, toFigures } from './index.ts'

const dayOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month, day) / 86_400_000

/** Invented quarterly figures of a host from 2016 on, a list a class. */
const quarters = (
  classes: Partial<Record<SwitchFigure['purpose'], readonly number[]>>,
  measure: SwitchFigure['measure'] = 'entries',
): readonly SwitchFigure[] =>
  Object.entries(classes).flatMap(([purpose, counts]) =>
    counts.map((count, i): SwitchFigure => {
      const from = dayOf(2016, 3 * i, 1)
      const to = dayOf(2016, 3 * i + 3, 0)
      return {
        host: 'XXA',
        measure,
        purpose: purpose as SwitchFigure['purpose'],
        kind: measure === 'visas' ? 'visas' : 'trips',
        from,
        to,
        lo: count,
        hi: count,
        origin: 'XXA-border',
        statement: `st-${measure}-${purpose}-${i}`,
      }
    }),
  )

const kindsOf = (findings: readonly SwitchFinding[]): readonly string[] =>
  findings.map(({ kind, to }) => (to.length > 0 ? `${kind} ${to.join(' ')}` : kind))

const steady = [51, 48, 55, 46, 52, 47, 53, 50]
const usual = { tourist: steady, business: [...steady].reverse() }
const workersLeave = [400, 390, 420, 405, 120, 60, 30, 20]

describe('detectSwitch', () => {
  const cases: readonly (readonly [string, Parameters<typeof quarters>[0], readonly string[]])[] = [
    [
      'students rise as workers fall: a switch',
      { ...usual, work: workersLeave, student: [30, 28, 33, 31, 250, 330, 360, 350] },
      ['switch student', 'fall'],
    ],
    [
      'workers fall and nothing else moves: a fall',
      { ...usual, work: workersLeave, student: [30, 28, 33, 31, 29, 34, 27, 32] },
      ['fall', 'none'],
    ],
    [
      'students rise where no figures are on workers: only a rise',
      { ...usual, student: [30, 28, 33, 31, 250, 330, 360, 350] },
      ['rise student'],
    ],
    [
      'all classes grow together: no switch',
      {
        work: workersLeave,
        tourist: [50, 52, 48, 51, 102, 99, 104, 100],
        business: [60, 58, 61, 63, 122, 118, 125, 121],
        student: [30, 28, 33, 31, 62, 59, 61, 64],
      },
      ['fall', 'none'],
    ],
    [
      'all classes fall together and come back: a closure',
      {
        work: [200, 210, 190, 205, 0, 0, 1, 180],
        tourist: [150, 152, 148, 151, 2, 0, 1, 120],
        business: [60, 58, 61, 63, 1, 0, 0, 55],
        student: [90, 88, 93, 91, 0, 1, 0, 80],
      },
      ['closure', 'none'],
    ],
    [
      'soldiers come for a quarter: troops',
      { ...usual, work: steady, student: steady, military: [5, 4, 6, 5, 2_400, 5, 4, 6] },
      ['troops military', 'none'],
    ],
    [
      'one class takes the name of another: a redefinition',
      {
        work: workersLeave,
        tourist: steady,
        business: [200, 205, 198, 210],
        student: [30, 28, 33, 31, 232, 240, 228, 236],
      },
      ['redefinition student', 'fall', 'none'],
    ],
    [
      'there is one figure of each class: too few to tell',
      { work: [10], student: [4] },
      ['too_small'],
    ],
  ]

  test.each(cases)('%s', (_name, classes, kinds) => {
    expect([...kindsOf(detectSwitch(quarters(classes), []))].sort()).toEqual([...kinds].sort())
  })

  test('finds the same in any order', () => {
    const figures = quarters(cases[0]?.[1] ?? {})
    expect(detectSwitch([...figures].reverse(), [])).toEqual(detectSwitch(figures, []))
  })

  test('says from when the change is, and on which statements it rests', () => {
    const [found] = detectSwitch(quarters(cases[0]?.[1] ?? {}), []).filter(
      ({ kind }) => kind === 'switch',
    )
    expect(found?.from).toEqual(['work'])
    expect(fromDay(found?.change?.first ?? 0)).toBe('2017-01-01')
    expect(fromDay(found?.change?.last ?? 0)).toBe('2017-03-31')
    expect(found?.statements).toContain('st-entries-student-4')
    expect(found?.millibits).toBeGreaterThan(4000)
  })

  test('sets a quarter with known troops aside', () => {
    const figures = quarters({
      ...usual,
      work: workersLeave,
      student: [30, 28, 33, 31, 29, 34, 27, 900],
    })
    const known = { kind: 'troops', host: 'XXA', says: 'troops were moved' } as const
    const [from, to] = [dayOf(2017, 10, 5), dayOf(2017, 10, 20)]
    expect(kindsOf(detectSwitch(figures, []))).toContain('switch student')
    const found = kindsOf(detectSwitch(figures, [{ ...known, from, to }]))
    expect(found).toContain('troops')
    expect(found).not.toContain('switch student')
  })

  test('never reads one measure as the other', () => {
    const visas = quarters({ student: [300, 310] }, 'visas').map((one) => ({
      ...one,
      from: one.from + 4 * 366,
      to: one.to + 4 * 366,
    }))
    const entries = quarters({ ...usual, work: workersLeave, student: [30, 28, 33, 31] })
    expect(kindsOf(detectSwitch([...entries, ...visas], []))).not.toContain('switch student')
  })
})

describe('the Russian figures of the register', async () => {
  const findings = detectSwitch(toFigures(await readRegister())).filter(
    ({ host }) => host === 'RUS',
  )
  const of = (kind: SwitchFinding['kind'], measure: string): SwitchFinding | undefined =>
    findings.find((one) => one.kind === kind && one.measure === measure)
  const between = (one: SwitchFinding | undefined): string =>
    one?.change ? `${fromDay(one.change.first)}/${fromDay(one.change.last)}` : ''

  test('show tourist and student visas in place of work permits in 2019', () => {
    const found = of('switch', 'visas')
    expect(found?.from).toEqual(['work'])
    expect(found?.to).toEqual(['tourist', 'student'])
    expect(between(found)).toBe('2019-01-01/2019-12-31')
    expect(found?.statements).toEqual([
      'st-rus-permits-2017',
      'st-rus-permits-2018',
      'st-rus-visas-2018-student',
      'st-rus-visas-2018-tourist',
      'st-rus-visas-2019-student',
      'st-rus-visas-2019-tourist',
    ])
  })

  test('show a closure from 2020 to 2022 and beyond', () => {
    const found = of('closure', 'entries')
    expect(between(found)).toBe('2020-04-01/2021-12-31')
    expect(fromDay(found?.by ?? 0) >= '2022-12-31').toBe(true)
  })

  test('show students in place of workers in 2024, without the quarter of the troops', () => {
    const found = of('switch', 'entries')
    expect(found?.to).toEqual(['student'])
    expect(found?.caveats).toEqual(['troops'])
    expect(between(found)).toBe('2024-04-01/2024-09-30')
    expect(fromDay(of('troops', 'entries')?.change?.first ?? 0)).toBe('2024-10-08')
  })

  test('show a fall of students in the first quarter of 2025', () => {
    const found = of('fall', 'entries')
    expect(found?.from).toContain('student')
    expect(between(found)).toBe('2025-01-01/2025-03-31')
  })
})

describe('toFigures', () => {
  const statement: StateStatement = {
    id: 'st-1',
    state: 'XXA',
    cohort: 'c-XXA-student',
    prop: 'entered',
    lo: 10,
    hi: 12,
    kind: 'trips',
    validFrom: '2019',
    validTo: '2019',
    known: '2020-02',
    origin: 'XXA-border',
    reliability: 'B',
    credibility: 2,
    text: '',
  }
  test.each<readonly [string, Partial<StateStatement>, number]>([
    ['reads a purpose in the name of a cohort', {}, 1],
    ['leaves out a cohort without a purpose', { cohort: 'c-XXA-Hilltown' }, 0],
    ['leaves out plans', { kind: 'plan' }, 0],
    ['leaves out what counts something else', { prop: 'headcount' }, 0],
    ['leaves out what is graded D or 4', { credibility: 4 }, 0],
    ['leaves out a period without an end', { validTo: '2019/..' }, 0],
  ])('%s', (_name, other, count) => {
    expect(toFigures([{ ...statement, ...other }])).toHaveLength(count)
  })

  test('leaves out what is corrected, and copies of what is there', () => {
    const copy: StateStatement = { ...statement, id: 'st-2', relation: 'repeats', target: 'st-1' }
    const right: StateStatement = { ...copy, id: 'st-3', hi: 11, relation: 'corrects' }
    expect(toFigures([statement, copy]).map((one) => one.statement)).toEqual(['st-1'])
    expect(toFigures([statement, right]).map((one) => one.statement)).toEqual(['st-3'])
  })
})
