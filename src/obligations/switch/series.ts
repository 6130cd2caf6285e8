import { groupBy } from '../group.ts'
import type { SwitchFigure } from './figure.ts'
import type { Measure, Purpose } from './rules.ts'

/** A figure in a series: no two of them overlap. */
export type Point = {
  readonly from: number
  readonly to: number
  readonly lo: number
  readonly hi: number
  readonly origin: string
  readonly statements: readonly string[]
  /** Made by subtraction or addition from the statements, which are all of one measure. */
  readonly derived: boolean
}

/** What one host counts in one way: visas, entries or permits of one kind. */
export type Panel = {
  readonly host: string
  readonly measure: Measure
  /** A level on a day, or events over periods: visas, trips or people, but one of them. */
  readonly kind: 'stock' | 'flow'
  /** Points of each class in order of time. */
  readonly series: ReadonlyMap<Purpose, readonly Point[]>
}

const isInside = (inner: Point, outer: Point): boolean =>
  inner.from >= outer.from && inner.to <= outer.to && inner !== outer

const overlaps = (a: Point, b: Point): boolean => a.from <= b.to && b.from <= a.to

/** Figures of the same period are one point: the interval that holds them all. */
const mergeSame = (points: readonly Point[]): Point[] => {
  const byPeriod = new Map<string, Point>()
  for (const point of points) {
    const key = `${point.from}/${point.to}`
    const other = byPeriod.get(key)
    const merged = other && {
      ...other,
      lo: Math.min(other.lo, point.lo),
      hi: Math.max(other.hi, point.hi),
      statements: [...other.statements, ...point.statements],
    }
    byPeriod.set(key, merged ?? point)
  }
  return [...byPeriod.values()]
}

/** The one gap that parts leave in a whole; undefined where there is none or more than one. */
const gapOf = (whole: Point, parts: readonly Point[]): readonly [number, number] | undefined => {
  const gaps: [number, number][] = []
  let day = whole.from
  for (const { from, to } of parts) {
    if (from < day) return undefined
    if (from > day) gaps.push([day, from - 1])
    day = to + 1
  }
  if (day <= whole.to) gaps.push([day, whole.to])
  return gaps.length === 1 ? gaps[0] : undefined
}

/** What is left of a whole after the parts of the same origin, where it is one period. */
const remainder = (whole: Point, points: readonly Point[]): Point | undefined => {
  const parts = points
    .filter((point) => point.origin === whole.origin && isInside(point, whole))
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const smallest = parts.filter((part) => !parts.some((other) => isInside(other, part)))
  if (smallest.length === 0) return undefined
  const gap = gapOf(whole, smallest)
  if (!gap) return undefined
  const lo = whole.lo - smallest.reduce((sum, part) => sum + part.hi, 0)
  const hi = whole.hi - smallest.reduce((sum, part) => sum + part.lo, 0)
  if (hi < 0) return undefined
  const statements = [whole, ...smallest].flatMap((point) => point.statements)
  const { origin } = whole
  return { from: gap[0], to: gap[1], lo: Math.max(0, lo), hi, origin, statements, derived: true }
}

/**
 * Points without overlap, as fine as the figures allow: a year gives way to the quarters inside it,
 * and to the quarter that subtraction within one origin leaves.
 */
const untangle = (points: readonly Point[]): readonly Point[] => {
  const merged = mergeSame(points)
  const bySize = [...merged].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
  const left = bySize.flatMap((whole) => remainder(whole, merged) ?? [])
  const kept: Point[] = []
  const all = [...merged, ...left.filter((one) => !merged.some((other) => sameDays(one, other)))]
  const order = (a: Point, b: Point): number =>
    a.to - a.from - (b.to - b.from) || Number(a.derived) - Number(b.derived) || a.from - b.from
  for (const point of all.sort(order)) {
    if (!kept.some((other) => overlaps(other, point))) kept.push(point)
  }
  return kept.sort((a, b) => a.from - b.from)
}

const sameDays = (a: Point, b: Point): boolean => a.from === b.from && a.to === b.to

/** Sorts figures into panels; the same figures in another order give the same panels. */
export const toPanels = (figures: readonly SwitchFigure[]): readonly Panel[] => {
  const sorted = [...figures].sort(
    (a, b) => a.from - b.from || a.to - b.to || (a.statement < b.statement ? -1 : 1),
  )
  const groups = groupBy(sorted, ({ host, measure, kind }) => `${host} ${measure} ${kind}`)
  return [...groups.keys()].sort().map((key) => {
    const group = groups.get(key) as SwitchFigure[]
    const { host, measure, kind: counted } = group[0] as SwitchFigure
    const kind = counted === 'stock' ? ('stock' as const) : ('flow' as const)
    const byPurpose = groupBy(group, ({ purpose }) => purpose)
    const series = new Map(
      [...byPurpose.keys()].sort().map((purpose) => {
        const points = (byPurpose.get(purpose) as SwitchFigure[]).map(toPoint)
        return [purpose, untangle(points)] as const
      }),
    )
    return { host, measure, kind, series }
  })
}

const toPoint = ({ from, to, lo, hi, origin, statement }: SwitchFigure): Point => ({
  from,
  to,
  lo,
  hi,
  origin,
  statements: [statement],
  derived: false,
})

/** Middle of what a point can be, rounded: the count that likelihoods are of. */
export const countOf = ({ lo, hi }: Point): number => Math.round((lo + hi) / 2)

/** Years that a point covers; a stock is a level, one of itself. */
export const exposureOf = ({ from, to }: Point, kind: Panel['kind']): number =>
  kind === 'stock' ? 1 : (to - from + 1) / 365.25

/** Events a year, or the level of a stock. */
export const rateOf = (point: Point, kind: Panel['kind']): number =>
  countOf(point) / exposureOf(point, kind)
