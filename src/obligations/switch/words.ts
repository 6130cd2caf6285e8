import { showCount } from '../../model/index.ts'
import { fromDay } from '../rule-date.ts'
import type { ChangeInterval } from './change-point.ts'
import type { Measure, Purpose } from './rules.ts'
import type { Panel, Point } from './series.ts'

const months = (day: number): readonly [number, number] => {
  const date = new Date(day * 86_400_000)
  return [date.getUTCFullYear(), date.getUTCMonth()]
}

/** A period as its figures are named: 2019, 2024-H1, 2024-Q3, or its days. */
export const periodText = ({ from, to }: Pick<Point, 'from' | 'to'>): string => {
  if (from === to) return fromDay(from)
  const [year, month] = months(from)
  const [endYear, endMonth] = months(to + 1)
  const length = endYear * 12 + endMonth - year * 12 - month
  const whole = fromDay(from).endsWith('-01') && fromDay(to + 1).endsWith('-01')
  if (whole && length === 12 && month === 0) return `${year}`
  if (whole && length === 6 && month % 6 === 0) return `${year}-H${month / 6 + 1}`
  if (whole && length === 3 && month % 3 === 0) return `${year}-Q${month / 3 + 1}`
  return `${fromDay(from)} to ${fromDay(to)}`
}

/** What a point says: 16,613, or 3,752 where it is known as an interval 3,752 to 3,760. */
export const pointText = ({ lo, hi }: Point): string =>
  lo === hi
    ? showCount(Math.round(lo))
    : `${showCount(Math.round(lo))} to ${showCount(Math.round(hi))}`

const nouns: Readonly<Record<Measure, string>> = {
  visas: 'visas',
  entries: 'entries',
  permits: 'permits',
}

/** A class of a measure in words: student visas, entries of vehicle crews. */
export const classText = (purpose: Purpose, measure: Measure): string =>
  purpose === 'all' ? `all ${nouns[measure]}` : `${purpose.replace('_', ' ')} ${nouns[measure]}`

/** A list as one reads it: a, b and c. */
export const listText = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** A level: a year for flows, as it stands for stocks. */
export const levelText = (level: number, kind: Panel['kind']): string =>
  kind === 'stock' ? showCount(Math.round(level)) : `${showCount(Math.round(level))} a year`

/** Where a change lies. */
export const changeText = ({ first, last, mass }: ChangeInterval): string =>
  `The change lies between ${fromDay(first)} and ${fromDay(last)} (probability ${mass.toFixed(2)})`

/** Bits with one decimal. */
export const bitsText = (bits: number): string => `${bits.toFixed(1)} bits`
