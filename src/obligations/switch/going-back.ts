import { goesBack } from './predict.ts'
import { type Purpose, switchRules } from './rules.ts'
import { type Panel, type Point, rateOf } from './series.ts'
import { isClear, levelOf, type Side, type Span, toCounts } from './window.ts'

/** What is known around the panel. */
export type Surroundings = {
  readonly masks: readonly Span[]
  /** How many workers fell away by then; undefined where no figures on workers show it. */
  readonly poolAt: (day: number) => number | undefined
  /** Traffic is coming back from a closure. */
  readonly reopening: boolean
  /** Classes whose level before the closure was itself made by a switch: no level to go back to. */
  readonly tainted: ReadonlySet<string>
}

/** Years in which a class may have had the level that it goes back to. */
const memory = 5

/**
 * Chance of going back to the highest level that the class had in earlier years, or to a part of it:
 * no new door. Not where a switch had made that level.
 */
export const backTo = (
  panel: Panel,
  { purpose, before, after }: Side,
  options: { readonly start: number; readonly around: Surroundings; readonly dispersion: number },
): number | undefined => {
  const { start, around, dispersion } = options
  if (around.tainted.has(purpose)) return undefined
  const earlier = (panel.series.get(purpose as Purpose) ?? []).filter(
    (point) =>
      point.to < start && point.from > start - memory * 366 && isClear(point, around.masks),
  )
  const highest = earlier.reduce<Point | undefined>(
    (most, point) => (most && rateOf(most, panel.kind) >= rateOf(point, panel.kind) ? most : point),
    undefined,
  )
  const usual = levelOf(before, panel.kind)
  if (!highest || rateOf(highest, panel.kind) < switchRules.claim.ratio * usual) return undefined
  const counts = toCounts(after, panel.kind, dispersion)
  return goesBack(toCounts([highest], panel.kind, dispersion), counts) - Math.LN2
}
