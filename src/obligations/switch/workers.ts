import { type ChangeInterval, findChange } from './change-point.ts'
import { dispersionOf } from './levels.ts'
import { switchRules } from './rules.ts'
import { countOf, type Panel, type Point, rateOf } from './series.ts'
import { type Span, toCounts } from './window.ts'

/** Workers that are no longer seen as workers: persons for permits, entries a year for flows. */
export type WorkersFall = {
  readonly panel: Panel
  readonly from: number
  readonly to: number
  readonly peak: Point
  readonly latest: Point
  readonly size: number
  readonly change: ChangeInterval
}

const isUnder = (point: Point, masks: readonly Span[]): boolean =>
  masks.some(({ from, to }) => from <= point.from && point.to <= to)

/** How far the figures of a panel on workers fell by a day. Figures under a closure say nothing. */
const fallOf = (panel: Panel, day: number, closed: readonly Span[]): WorkersFall | undefined => {
  const { ratio, bits, fewest } = switchRules.workers
  const points = (panel.series.get('work') ?? []).filter(
    (point) => point.from <= day && (panel.kind === 'stock' || !isUnder(point, closed)),
  )
  const latest = points.at(-1)
  if (points.length < 2 || !latest) return undefined
  const peak = points.reduce((most, point) =>
    rateOf(point, panel.kind) > rateOf(most, panel.kind) ? point : most,
  )
  const [high, low] = [rateOf(peak, panel.kind), rateOf(latest, panel.kind)]
  if (low > ratio * high || countOf(peak) < fewest) return undefined
  const since = points.slice(points.indexOf(peak))
  const dispersion = dispersionOf([points], panel.kind)
  const change = findChange(since, toCounts(since, panel.kind, dispersion))
  if (!change || change.bits < bits) return undefined
  return {
    panel,
    from: peak.from,
    to: latest.to,
    peak,
    latest,
    size: high - low,
    change: change.interval,
  }
}

/** The greatest fall of workers by a day, over the measures of a host that count them. */
export const workersFallOf = (
  panels: readonly Panel[],
  closed: readonly Span[],
): ((day: number) => WorkersFall | undefined) => {
  const counted = panels.filter(({ series }) => series.has('work'))
  // Days between two figures have the same answer.
  const firsts = counted.flatMap(({ series }) => series.get('work')?.map(({ from }) => from) ?? [])
  const known = new Map<number, WorkersFall | undefined>()
  return (day) => {
    const last = Math.max(...firsts.filter((first) => first <= day))
    if (!known.has(last)) known.set(last, greatest(counted, last, closed))
    return known.get(last)
  }
}

const greatest = (
  panels: readonly Panel[],
  day: number,
  closed: readonly Span[],
): WorkersFall | undefined =>
  panels
    .flatMap((panel) => fallOf(panel, day, closed) ?? [])
    .reduce<WorkersFall | undefined>(
      (most, fall) => (most && most.size >= fall.size ? most : fall),
      undefined,
    )
