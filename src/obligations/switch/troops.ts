import { dispersionOf, logMarginal } from './levels.ts'
import { type KnownEvent, switchRules } from './rules.ts'
import { countOf, exposureOf, type Panel, type Point, rateOf } from './series.ts'
import { restOf, toCounts } from './window.ts'

/** Periods of a panel that soldiers may have filled: set aside, never read as workers. */
export type TroopMove = {
  readonly panel: Panel
  readonly from: number
  readonly to: number
  readonly points: readonly Point[]
  /** A known movement, a jump of the military class, or entries that no class explains. */
  readonly why: 'known' | 'military' | 'unexplained'
  readonly event?: KnownEvent
  /** Against no jump; 0 for a known movement, which needs no figure. */
  readonly bits: number
}

/** Classes that must be named before the rest of a total is called unexplained. */
const namedEnough = 4

/** log2 of the likelihood that the last point has a level of its own. */
const ownLevelBits = (before: readonly Point[], point: Point, dispersion: number): number => {
  const [old, last] = [toCounts(before, 'flow', dispersion), toCounts([point], 'flow', dispersion)]
  return (logMarginal(old) + logMarginal(last) - logMarginal([...old, ...last])) / Math.LN2
}

const jumps = (panel: Panel, points: readonly Point[], why: TroopMove['why']): TroopMove[] => {
  const { ratio, fewest, bits } = switchRules.troops
  const dispersion = dispersionOf([points], 'flow')
  const usual: Point[] = []
  return points.flatMap((point) => {
    const level = Math.max(0, ...usual.slice(-4).map((each) => rateOf(each, 'flow')))
    const expected = level * exposureOf(point, 'flow')
    const rose = usual.length > 0 && countOf(point) > Math.max(fewest, ratio * expected)
    const weight = rose ? ownLevelBits(usual.slice(-4), point, dispersion) : 0
    if (weight < bits) {
      usual.push(point)
      return []
    }
    return [{ panel, from: point.from, to: point.to, points: [point], why, bits: weight }]
  })
}

/** Finds the periods of a panel of flows in which troops moved, or may have. */
export const findTroops = (panel: Panel, events: readonly KnownEvent[]): readonly TroopMove[] => {
  if (panel.kind === 'stock') return []
  const known = events
    .filter(({ kind, host }) => kind === 'troops' && (host === '*' || host === panel.host))
    .flatMap((event): TroopMove[] => {
      const points = [...panel.series.values()].flatMap((series) =>
        series.filter(({ from, to }) => from <= event.to && event.from <= to),
      )
      const { from, to } = event
      return points.length > 0 ? [{ panel, from, to, points, why: 'known', event, bits: 0 }] : []
    })
  const rests = restOf(panel, namedEnough).flatMap((points) => jumps(panel, points, 'unexplained'))
  return [...known, ...jumps(panel, panel.series.get('military') ?? [], 'military'), ...rests]
}
