import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makePaint } from './colour.ts'
import { layOut, tableHead, tableLine } from './table.ts'
import { displayWidth } from './width.ts'

const draw = (columns: string[], rows: string[][], screen: number): string => {
  const layout = layOut(columns, rows, screen)
  const lines = rows.map((row) => tableLine(row, layout))
  return [tableHead(columns, layout, makePaint(false)), ...lines].join('\n')
}

test('columns line up under double-width letters, and numbers stand on the right', () => {
  const rows = [
    ['리병철', '12', 'UN'],
    ['Ri Pyong Chol', '3.5', 'OFAC'],
  ]
  expect(draw(['name', 'bits', 'list'], rows, 80)).toBe(
    [
      'name           bits  list',
      '─────────────  ────  ────',
      '리병철           12  UN',
      'Ri Pyong Chol   3.5  OFAC',
    ].join('\n'),
  )
})

test('where the screen is narrow the widest column gives way', () => {
  const rows = [['p1', 'a very long name of a company', 'UN']]
  expect(draw(['id', 'name', 'list'], rows, 20).split('\n')[2]).toBe('p1  a very lo…  UN')
})

test('without a screen nothing is cut, also in rows that came too late to be measured', () => {
  const layout = layOut(['name'], [['short']], Number.POSITIVE_INFINITY)
  expect(tableLine(['much longer than the first'], layout)).toBe('much longer than the first')
})

test('no line is wider than the screen', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 40 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 }),
      fc.integer({ min: 24, max: 100 }),
      (rows, screen) => {
        const layout = layOut(['a', 'b', 'c'], rows, screen)
        for (const row of rows)
          expect(displayWidth(tableLine(row, layout))).toBeLessThanOrEqual(screen)
      },
    ),
  )
})
