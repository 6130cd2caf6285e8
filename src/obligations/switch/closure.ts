import { type ChangeInterval, findChange } from './change-point.ts'
import { dispersionOf } from './levels.ts'
import { type Purpose, switchRules } from './rules.ts'
import { countOf, exposureOf, type Panel, type Point, rateOf } from './series.ts'
import { toCounts } from './window.ts'

/** A time in which all classes fell together. */
export type Closure = {
  readonly panel: Panel
  readonly change: ChangeInterval
  readonly bits: number
  /** First and last day of the figures under it. */
  readonly from: number
  readonly to: number
  readonly points: readonly Point[]
  /** Classes that had figures before. */
  readonly purposes: readonly Purpose[]
  /** Traffic of the last open figures and of all closed ones, a year. */
  readonly levels: readonly [number, number]
}

/** All entries, or the sum of the classes where at least three are named for a period. */
const totalOf = ({ series }: Panel): readonly Point[] => {
  const totals = series.get('all') ?? []
  const classes = [...series].filter(([purpose]) => purpose !== 'all' && purpose !== 'military')
  const periods = new Map<string, Point[]>()
  for (const point of classes.flatMap(([, points]) => points)) {
    const key = `${point.from}/${point.to}`
    periods.set(key, [...(periods.get(key) ?? []), point])
  }
  const sums = [...periods.values()]
    .filter((parts) => parts.length >= 3)
    .map((parts) => ({
      ...(parts[0] as Point),
      lo: parts.reduce((sum, { lo }) => sum + lo, 0),
      hi: parts.reduce((sum, { hi }) => sum + hi, 0),
      statements: parts.flatMap(({ statements }) => statements),
      derived: true,
    }))
    .filter((sum) => !totals.some(({ from, to }) => from <= sum.to && sum.from <= to))
  return [...totals, ...sums].sort((a, b) => a.from - b.from)
}

const expected = (points: readonly Point[], level: number): number =>
  points.reduce((sum, point) => sum + exposureOf(point, 'flow') * level, 0)

/** Classes that kept too much of their traffic: the border was not shut to them. */
const holding = (panel: Panel, from: number, to: number): readonly Purpose[] => {
  const { holds, fewest } = switchRules.closure
  return [...panel.series].flatMap(([purpose, points]) => {
    if (purpose === 'all') return []
    const before = points.filter((point) => point.to < from && point.to > from - 3 * 366).slice(-4)
    const under = points.filter((point) => point.from >= from && point.to <= to)
    if (before.length === 0 || under.length === 0) return []
    const level = Math.min(...before.map((point) => rateOf(point, 'flow')))
    const wanted = expected(under, level)
    const seen = under.reduce((sum, point) => sum + countOf(point), 0)
    return wanted >= fewest / 2 && seen > holds * wanted ? [purpose] : []
  })
}

/** Finds the closures of a panel of flows, the earliest first. */
export const findClosures = (panel: Panel): readonly Closure[] => {
  if (panel.kind === 'stock') return []
  const { ratio, fewest } = switchRules.closure
  const points = totalOf(panel)
  const dispersion = dispersionOf([points], 'flow')
  const found: Closure[] = []
  let open: Point[] = []
  for (let i = 0; i < points.length; i++) {
    const point = points[i] as Point
    const level = Math.max(0, ...open.map((each) => rateOf(each, 'flow')))
    const low = (each: Point): boolean => rateOf(each, 'flow') <= ratio * level
    const shut = low(point) && expected([point], level) >= fewest
    const rest = points.slice(i)
    const length = rest.findIndex((each) => !low(each))
    const under = length < 0 ? rest : rest.slice(0, length)
    const last = under.at(-1)
    if (!shut || !last || holding(panel, point.from, last.to).length > 0) {
      open = [...open, point].slice(-4)
      continue
    }
    const compared = [...open, ...under]
    const change = findChange(compared, toCounts(compared, 'flow', dispersion))
    if (change) {
      found.push({
        panel,
        change: change.interval,
        bits: change.bits,
        from: point.from,
        to: last.to,
        points: compared,
        purposes: [...panel.series].flatMap(([purpose, each]) =>
          each.some(({ to }) => to < point.from) ? [purpose] : [],
        ),
        levels: [level, under.reduce((sum, each) => sum + countOf(each), 0) / expected(under, 1)],
      })
    }
    i += under.length - 1
    open = []
  }
  return found
}
