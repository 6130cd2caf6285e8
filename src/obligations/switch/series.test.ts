import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromDay } from '../rule-date.ts'
import type { SwitchFigure } from './figure.ts'
import { type Point, toPanels } from './series.ts'
import { periodText } from './words.ts'

const quarterDay = (quarter: number): number => Date.UTC(2020, 3 * quarter, 1) / 86_400_000

/** An invented figure of so many quarters from a quarter of 2020 on. */
const figure = (
  quarter: number,
  quarters: number,
  count: number,
  other: Partial<SwitchFigure> = {},
): SwitchFigure => ({
  host: 'XXA',
  measure: 'entries',
  purpose: 'student',
  kind: 'trips',
  from: quarterDay(quarter),
  to: quarterDay(quarter + quarters) - 1,
  lo: count,
  hi: count,
  origin: 'XXA-border',
  statement: `st-${quarter}-${quarters}-${other.origin ?? ''}`,
  ...other,
})

const pointsOf = (figures: readonly SwitchFigure[]): readonly Point[] =>
  toPanels(figures)[0]?.series.get('student') ?? []

const show = (points: readonly Point[]): readonly string[] =>
  points.map((point) => `${periodText(point)} ${point.lo}${point.derived ? ' derived' : ''}`)

describe('toPanels', () => {
  const cases: readonly (readonly [string, readonly SwitchFigure[], readonly string[]])[] = [
    [
      'a year gives way to its quarters, and to the one that they leave',
      [figure(0, 4, 100), figure(0, 1, 10), figure(1, 1, 20), figure(2, 1, 30)],
      ['2020-Q1 10', '2020-Q2 20', '2020-Q3 30', '2020-Q4 40 derived'],
    ],
    [
      'half a year leaves the other half',
      [figure(0, 4, 100), figure(0, 2, 30)],
      ['2020-H1 30', '2020-H2 70 derived'],
    ],
    [
      'nothing is subtracted across origins',
      [figure(0, 4, 100), figure(0, 2, 30, { origin: 'XXB-press' })],
      ['2020-H1 30'],
    ],
    [
      'what a part leaves on both sides is no period',
      [figure(0, 4, 100), figure(2, 1, 30)],
      ['2020-Q3 30'],
    ],
  ]
  test.each(cases)('%s', (_name, figures, shown) => {
    expect(show(pointsOf(figures))).toEqual(shown)
  })

  test('two figures of one period are one interval', () => {
    const [point] = pointsOf([figure(0, 1, 10), figure(0, 1, 14, { statement: 'st-other' })])
    expect([point?.lo, point?.hi, point?.statements.length]).toEqual([10, 14, 2])
  })

  test('stocks, trips and visas stand in panels of their own', () => {
    const panels = toPanels([
      figure(0, 1, 10),
      figure(0, 1, 10, { kind: 'flow' }),
      figure(0, 1, 10, { measure: 'visas', kind: 'visas' }),
      figure(0, 1, 10, { measure: 'permits', kind: 'stock' }),
    ])
    expect(panels).toHaveLength(4)
  })

  test('no two points overlap, and a derived one keeps its sum', () => {
    const any = fc.tuple(fc.nat(7), fc.constantFrom(1, 2, 4), fc.nat(500))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 10 }), (drawn) => {
        const figures = drawn.map(([quarter, quarters, count]) => figure(quarter, quarters, count))
        const points = pointsOf(figures)
        points.slice(1).forEach((point, i) => {
          expect(point.from).toBeGreaterThan((points[i] as Point).to)
        })
        expect(points.every(({ lo, hi }) => lo >= 0 && hi >= lo)).toBe(true)
      }),
    )
  })
})

test('a day is written as it is in files', () => {
  expect(fromDay(quarterDay(1))).toBe('2020-04-01')
})
