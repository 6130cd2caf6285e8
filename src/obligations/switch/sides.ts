import { type Count, logMarginal } from './levels.ts'
import { doors, switchRules } from './rules.ts'
import { countOf, type Panel } from './series.ts'
import { type Cut, levelOf, type Side, type Span, sideOf, toCounts } from './window.ts'

/** Whether a class has figures on both sides of a cut. */
export const isComplete = ({ before, after }: Side): boolean =>
  before.length > 0 && after.length > 0

/** Whether a class may be one by which workers came: it rose by half at least, beyond chance. */
export const isRising = (
  { purpose, before, after }: Side,
  kind: Panel['kind'],
  dispersion: number,
): boolean => {
  if (!doors.some((door) => door === purpose)) return false
  const seen = after.reduce((sum, point) => sum + countOf(point), 0)
  if (seen < 5 || levelOf(after, kind) < switchRules.claim.ratio * levelOf(before, kind))
    return false
  const [old, now] = [before, after].map((points) => toCounts(points, kind, dispersion))
  const apart = logMarginal(old as readonly Count[]) + logMarginal(now as readonly Count[])
  return apart > logMarginal([...(old ?? []), ...(now ?? [])])
}

/** The named classes of a panel on both sides of a cut, the military left out. */
export const sidesOf = (panel: Panel, cut: Cut, masks: readonly Span[]): readonly Side[] => {
  const named = [...panel.series].filter(([purpose]) => purpose !== 'all' && purpose !== 'military')
  return named.map(([purpose, points]) => sideOf(purpose, points, cut, masks))
}
