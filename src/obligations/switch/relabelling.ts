import { type Count, logConstant, logMarginal } from './levels.ts'
import { type Growth, growsOnly, outlookOf } from './predict.ts'
import { type Purpose, switchRules } from './rules.ts'
import { countOf, type Panel, type Point } from './series.ts'
import { levelOf, type Side, toCounts } from './window.ts'

/** One class that loses what another gains, with the sum as it was. */
export type Relabelling = {
  readonly from: Purpose
  readonly to: Purpose
  /** The class is no longer in the tables at all. */
  readonly vanished: boolean
  /** Log of the chance of the counts of both, for each common growth. */
  readonly logs: readonly number[]
  readonly points: readonly Point[]
}

/** How far the sum of two classes moves where only their names changed. */
const sumScale = 0.1

type Pair = { readonly sum: Point; readonly parts: readonly [Point, Point] }

const samePeriods = (a: readonly Point[], b: readonly Point[]): readonly Pair[] =>
  a.flatMap((point) => {
    const same = b.find(({ from, to }) => from === point.from && to === point.to)
    if (!same) return []
    const [lo, hi] = [point.lo + same.lo, point.hi + same.hi]
    return [{ sum: { ...point, lo, hi }, parts: [point, same] as const }]
  })

const constantOf = (counts: readonly Count[]): number =>
  counts.reduce((sum, count) => sum + logConstant(count), 0)

/** Absent after, though it was in the table the year before: a table without it is not a zero. */
const isVanished = ({ before, after }: Side, start: number): boolean => {
  const last = before.at(-1)
  return after.length === 0 && last !== undefined && start - last.to < 366 && countOf(last) > 0
}

/**
 * Weighs the explanation that figures of `losing` now stand under `gaining`. Undefined where the sum
 * did not stay as it was, or where no periods are alike. The chance is of the same counts that the
 * other explanations are about: `gaining` after, and `losing` after unless it vanished.
 */
export const relabellingOf = (
  losing: Side,
  gaining: Side,
  options: {
    readonly start: number
    readonly kind: Panel['kind']
    readonly dispersion: number
    readonly growths: readonly Growth[]
  },
): Relabelling | undefined => {
  const { start, kind, dispersion, growths } = options
  const rules = switchRules.redefinition
  // Tables change at once: the year before is what the sum is compared with.
  const before = samePeriods(losing.before, gaining.before).filter(
    ({ sum }, i, pairs) => sum.from > start - 2 * 366 && i >= pairs.length - 4,
  )
  const vanished = isVanished(losing, start)
  // Workers that are still counted and stand under another class are what is looked for.
  if (losing.purpose === 'work' && !vanished) return undefined
  const after = vanished
    ? gaining.after.map((sum): Pair => ({ sum, parts: [{ ...sum, lo: 0, hi: 0 }, sum] }))
    : samePeriods(losing.after, gaining.after)
  if (before.length === 0 || after.length < gaining.after.length) return undefined
  const [old, now] = [before, after].map((pairs) => pairs.map(({ sum }) => sum))
  const [oldLevel, level] = [levelOf(old as Point[], kind), levelOf(now as Point[], kind)]
  if (level < rules.sumLeast * oldLevel || level > rules.sumMost * oldLevel) return undefined
  const lost = levelOf(losing.before, kind)
  const kept = levelOf(
    after.map(({ parts }) => parts[0]),
    kind,
  )
  if (kept > rules.keeps * lost) return undefined
  const counts = toCounts(now as Point[], kind, dispersion)
  const outlook = outlookOf(toCounts(old as Point[], kind, dispersion), counts, sumScale)
  const apart = toCounts(gaining.after, kind, dispersion)
  const alone = vanished ? [] : toCounts(losing.after, kind, dispersion)
  const shift = constantOf(counts) - constantOf(apart)
  // The losing class has a level of its own.
  const left = vanished ? 0 : logMarginal(alone)
  return {
    from: losing.purpose as Purpose,
    to: gaining.purpose as Purpose,
    vanished,
    logs: growsOnly(outlook, growths).map((log) => log + shift + left),
    points: [...before, ...after].flatMap(({ parts }) => parts),
  }
}
