/** The points of a panel before and after a day, as far as they may be compared. */
import { type Count, toCount } from './levels.ts'
import { type Purpose, switchRules } from './rules.ts'
import { countOf, exposureOf, type Panel, type Point } from './series.ts'

/** Periods that are not to be compared: under a closure, or with troops on the move. */
export type Span = { readonly from: number; readonly to: number }

/** Points of one class before and after a day. */
export type Side = {
  readonly purpose: Purpose | 'rest'
  readonly before: readonly Point[]
  readonly after: readonly Point[]
}

/** A day at which all classes of a panel are compared, with the days that count as after. */
export type Cut = { readonly start: number; readonly end: number; readonly regime: number }

/** Whether no mask overlaps a point. */
export const isClear = (point: Point, masks: readonly Span[]): boolean =>
  !masks.some(({ from, to }) => from <= point.to && point.from <= to)

/**
 * Points before and after a cut: at most so many figures and years back, none of before the
 * `regime` (the last closure), none that overlaps the cut or a mask.
 */
export const sideOf = (
  purpose: Side['purpose'],
  points: readonly Point[],
  { start, end, regime }: Cut,
  masks: readonly Span[],
): Side => {
  const { beforeYears, figuresBefore } = switchRules.claim
  const oldest = Math.max(regime, start - beforeYears * 366)
  const clear = points.filter((point) => isClear(point, masks))
  return {
    purpose,
    before: clear.filter(({ from, to }) => to < start && from >= oldest).slice(-figuresBefore),
    after: clear.filter(({ from, to }) => from >= start && to <= end),
  }
}

/** Level of points together: events a year, or the mean of stocks. */
export const levelOf = (points: readonly Point[], kind: Panel['kind']): number => {
  const years = points.reduce((sum, point) => sum + exposureOf(point, kind), 0)
  return points.reduce((sum, point) => sum + countOf(point), 0) / years
}

/** Points as counts. */
export const toCounts = (
  points: readonly Point[],
  kind: Panel['kind'],
  dispersion: number,
): readonly Count[] => points.map((point) => toCount(point, kind, dispersion))

const middleOf = (points: readonly Point[]): number =>
  ((points[0] as Point).from + (points.at(-1) as Point).to) / 2

/** How far a class that moves by `yearly` in a year moves between the two sides. */
export const ownScale = ({ before, after }: Side, yearly: number): number => {
  const years = (middleOf(after) - middleOf(before)) / 365.25
  return yearly * Math.sqrt(Math.max(0.25, years))
}

/**
 * What the total leaves when the named classes are taken away, a series for each set of names, so
 * that only like is compared with like; sets of fewer than `least` names are left out. A yardstick of
 * traffic: never itself said to rise.
 */
export const restOf = (panel: Panel, least = 1): readonly (readonly Point[])[] => {
  const named = [...panel.series].filter(([purpose]) => purpose !== 'all')
  const bySet = new Map<string, Point[]>()
  for (const total of panel.series.get('all') ?? []) {
    const parts = named.flatMap(([purpose, points]) => {
      const same = points.find(({ from, to }) => from === total.from && to === total.to)
      return same ? [{ purpose, point: same }] : []
    })
    if (parts.length < least) continue
    const key = parts.map(({ purpose }) => purpose).join(' ')
    const [lo, hi] = [sumOf(parts, 'lo'), sumOf(parts, 'hi')]
    const rest: Point = {
      ...total,
      lo: Math.max(0, total.lo - hi),
      hi: Math.max(0, total.hi - lo),
      statements: [total, ...parts.map(({ point }) => point)].flatMap((each) => each.statements),
      derived: true,
    }
    bySet.set(key, [...(bySet.get(key) ?? []), rest])
  }
  return [...bySet.values()].filter((points) => points.some((point) => countOf(point) > 0))
}

const sumOf = (parts: readonly { readonly point: Point }[], end: 'lo' | 'hi'): number =>
  parts.reduce((sum, { point }) => sum + point[end], 0)
