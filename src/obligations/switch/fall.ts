import { type ChangeInterval, findChange } from './change-point.ts'
import { dispersionOf } from './levels.ts'
import { type Purpose, switchRules } from './rules.ts'
import { countOf, exposureOf, type Panel, type Point } from './series.ts'
import { levelOf, type Span, toCounts } from './window.ts'

/** Classes of a panel that fell to half or less at one day, while not all of them did. */
export type Fall = {
  readonly panel: Panel
  readonly purposes: readonly Purpose[]
  readonly change: ChangeInterval
  readonly bits: number
  readonly points: readonly Point[]
  /** Levels before and after, of the class that fell most surely. */
  readonly levels: readonly [number, number]
}

const isClosed = (point: Point, closed: readonly Span[]): boolean =>
  closed.some(({ from, to }) => from <= point.to && point.from <= to)

type Single = Omit<Fall, 'purposes'> & { readonly purpose: Purpose; readonly start: number }

/** The falls of one class: each against the figures of up to two years before it. */
const fallsOf = (
  panel: Panel,
  purpose: Purpose,
  options: { readonly closed: readonly Span[]; readonly dispersion: number },
): readonly Single[] => {
  const { ratio, bits } = switchRules.fall
  const { closed, dispersion } = options
  const points = (panel.series.get(purpose) ?? []).filter(
    (point) => panel.kind === 'stock' || !isClosed(point, closed),
  )
  const found: Single[] = []
  let first = 0
  for (let i = 1; i < points.length; i++) {
    const point = points[i] as Point
    const before = points
      .slice(first, i)
      .filter(({ from }) => from > point.from - 2 * 366)
      .slice(-4)
    if (before.length === 0) continue
    const levels = [levelOf(before, panel.kind), levelOf([point], panel.kind)] as const
    if (levels[1] > ratio * levels[0] || levels[0] * exposureOf(point, panel.kind) < 5) continue
    const compared = [...before, point]
    const change = findChange(compared, toCounts(compared, panel.kind, dispersion))
    if (!change || change.bits < bits || change.at !== before.length) continue
    const start = point.from
    found.push({
      panel,
      purpose,
      start,
      change: change.interval,
      bits: change.bits,
      points: compared,
      levels,
    })
    first = i
  }
  return found
}

/** Finds what fell in a panel without all classes falling, the earliest first. */
export const findFalls = (panel: Panel, closed: readonly Span[]): readonly Fall[] => {
  const dispersion = dispersionOf(panel.series.values(), panel.kind)
  const singles = [...panel.series.keys()]
    .filter((purpose) => purpose !== 'military')
    .flatMap((purpose) => fallsOf(panel, purpose, { closed, dispersion }))
  const starts = [...new Set(singles.map(({ start }) => start))].sort((a, b) => a - b)
  return starts.map((day) => {
    const together = singles
      .filter(({ start }) => start === day)
      .sort(
        (a, b) => b.bits - a.bits || countOf(b.points[0] as Point) - countOf(a.points[0] as Point),
      )
    const { purpose: _purpose, start: _start, ...surest } = together[0] as Single
    return {
      ...surest,
      purposes: together.map(({ purpose }) => purpose),
      points: together.flatMap(({ points }) => points),
    }
  })
}
