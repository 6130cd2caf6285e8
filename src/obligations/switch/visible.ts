import { dispersionOf } from './levels.ts'
import { growsOnly, hidesGroup, noGrowth, outlookOf, overGrowths } from './predict.ts'
import { doors, type Purpose, switchRules } from './rules.ts'
import { countOf, exposureOf, type Panel, type Point } from './series.ts'
import { levelOf, toCounts } from './window.ts'

/** The smallest hidden group that a year of figures would show, in the class with most figures. */
export type Visible = { readonly purpose: Purpose; readonly group: number; readonly usual: number }

const ladder = Array.from({ length: 48 }, (_, i) => Math.round(10 * 1.2 ** i))

/** The figures of each door that may be compared: at least two, or there is nothing to tell from. */
const comparable = (panel: Panel): readonly (readonly [Purpose, readonly Point[]])[] =>
  doors.flatMap((door) => {
    const points = panel.series.get(door) ?? []
    return points.length >= 2 ? [[door, points.slice(-4)] as const] : []
  })

/** Finds by halving the least of the groups, from which a year more would be said to be a switch. */
export const smallestVisible = (panel: Panel, pool: number | undefined): Visible | undefined => {
  const classes = comparable(panel)
  const [purpose, points] = classes.reduce<readonly [Purpose, readonly Point[]] | []>(
    (most, each) => (most[1] && sum(most[1]) >= sum(each[1]) ? most : each),
    [],
  )
  if (!purpose || !points) return undefined
  const { kind } = panel
  const dispersion = dispersionOf(panel.series.values(), kind)
  const usual = levelOf(points, kind)
  const before = toCounts(points, kind, dispersion)
  // A year of figures as the last ones come: four quarters tell more than one year.
  const years = exposureOf(points.at(-1) as Point, kind)
  const { class: own, together } = switchRules.growth
  const seen = (group: number): boolean => {
    const after = Array.from({ length: Math.max(1, Math.round(1 / years)) }, () => ({
      count: Math.round((usual + group) * years),
      years,
      dispersion,
    }))
    const outlook = outlookOf(before, after, Math.hypot(own, together))
    const hidden = overGrowths(noGrowth, [hidesGroup(outlook, noGrowth, pool ?? group)])
    const grown = overGrowths(noGrowth, [growsOnly(outlook, noGrowth)])
    return (hidden - grown) / Math.LN2 >= switchRules.claim.bits
  }
  let [low, high] = [0, ladder.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (seen(ladder[middle] as number)) high = middle
    else low = middle + 1
  }
  return { purpose, group: ladder[low] as number, usual }
}

const sum = (points: readonly Point[]): number =>
  points.reduce((total, point) => total + countOf(point), 0)
