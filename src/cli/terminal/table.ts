import type { Paint } from './colour.ts'
import { cutToWidth, displayWidth, padToWidth } from './width.ts'

export type TableLayout = {
  readonly widths: readonly number[]
  readonly sides: readonly ('left' | 'right')[]
  /** True where the screen has an end, so that cells are cut to fit. */
  readonly cuts: boolean
}

const gap = 2
const leastWidth = 6
const number = /^-?\d+(\.\d+)?$/

/** Widths that hold all cells; where the screen is too narrow, the widest columns give way first. */
export const layOut = (
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  screen: number,
): TableLayout => {
  const wanted = columns.map((column, i) =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[i] ?? '')), displayWidth(column)),
  )
  const widths = narrow(wanted, screen - gap * (columns.length - 1))
  const sides = columns.map((_, i) => (isNumeric(rows, i) ? 'right' : 'left'))
  return { widths, sides, cuts: Number.isFinite(screen) }
}

const isNumeric = (rows: readonly (readonly string[])[], column: number): boolean => {
  const filled = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '')
  return filled.length > 0 && filled.every((cell) => number.test(cell))
}

/** Lowers the greatest widths to one common height until the sum fits, never below the least width. */
const narrow = (wanted: readonly number[], room: number): readonly number[] => {
  const sumAt = (most: number): number =>
    wanted.reduce((sum, width) => sum + Math.min(width, most), 0)
  let most = Math.max(...wanted, leastWidth)
  if (sumAt(most) <= room) return wanted
  while (most > leastWidth && sumAt(most) > room) most--
  const widths = wanted.map((width) => Math.min(width, most))
  let spare = room - sumAt(most)
  return widths.map((width, i) => {
    if (spare <= 0 || width >= wanted[i]!) return width
    spare--
    return width + 1
  })
}

/** One line of a table; cells that do not fit the screen end in `…`. */
export const tableLine = (
  cells: readonly string[],
  { widths, sides, cuts }: TableLayout,
): string => {
  const shown = (cell: string, width: number): string => (cuts ? cutToWidth(cell, width) : cell)
  return widths
    .map((width, i) => padToWidth(shown(cells[i] ?? '', width), width, sides[i] ?? 'left'))
    .join(' '.repeat(gap))
    .trimEnd()
}

/** The head of a table with a rule below it. */
export const tableHead = (columns: readonly string[], layout: TableLayout, paint: Paint): string =>
  [
    paint('heading', tableLine(columns, layout)),
    paint('faint', layout.widths.map((width) => '─'.repeat(width)).join(' '.repeat(gap))),
  ].join('\n')
