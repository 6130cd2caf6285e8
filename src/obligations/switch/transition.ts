/** What explains the change of all classes of a panel at a day best (Kass and Raftery 1995). */
import { addGroups, boundOf, type Class } from './groups.ts'
import { type Count, dispersionOf, logMarginal } from './levels.ts'
import { commonGrowths, goesBack, growsOnly, outlookOf, overGrowths } from './predict.ts'
import { type Relabelling, relabellingOf } from './relabelling.ts'
import { doors, type Purpose, switchRules } from './rules.ts'
import { countOf, type Panel, type Point, rateOf } from './series.ts'
import {
  type Cut,
  isClear,
  levelOf,
  ownScale,
  restOf,
  type Side,
  type Span,
  sideOf,
  toCounts,
} from './window.ts'

/** A panel with what does not change from cut to cut. */
export type Prepared = {
  readonly panel: Panel
  readonly dispersion: number
  readonly rests: readonly (readonly Point[])[]
}

/** Prepares a panel for its cuts. */
export const prepare = (panel: Panel): Prepared => ({
  panel,
  dispersion: dispersionOf(panel.series.values(), panel.kind),
  rests: restOf(panel),
})

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

/** The explanations of one cut, in bits of the hidden group against each. */
export type Transition = {
  readonly panel: Panel
  readonly cut: Cut
  /** Classes that a hidden group makes likelier. */
  readonly risers: readonly Side[]
  readonly sides: readonly Side[]
  /** Against the best innocent explanation. */
  readonly bits: number
  readonly innocent: 'growth' | 'return' | 'redefinition'
  readonly relabelling?: Relabelling
  /** Of the relabelling against the other innocent explanations. */
  readonly relabellingBits: number
  readonly dispersion: number
}

const isComplete = ({ before, after }: Side): boolean => before.length > 0 && after.length > 0

/** Whether a class may be one by which workers came: it rose by half at least, beyond chance. */
const isRising = (
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

const sidesOf = (panel: Panel, cut: Cut, masks: readonly Span[]): readonly Side[] => {
  const named = [...panel.series].filter(([purpose]) => purpose !== 'all' && purpose !== 'military')
  return named.map(([purpose, points]) => sideOf(purpose, points, cut, masks))
}

/** Years in which a class may have had the level that it goes back to. */
const memory = 5

/**
 * Chance of going back to the highest level that the class had in earlier years, or to a part of it:
 * no new door. Not where a switch had made that level.
 */
const backTo = (
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

/** The chance of everything with one pair only renamed; the best pair. */
const bestRelabelling = (
  classes: readonly Class[],
  sides: readonly Side[],
  options: { readonly rising: readonly Side[] } & Parameters<typeof relabellingOf>[2],
): { readonly log: number; readonly pair: Relabelling } | undefined => {
  const pairs = options.rising.flatMap((gaining) =>
    sides.flatMap((losing) => {
      if (losing === gaining || losing.before.length === 0) return []
      const pair = relabellingOf(losing, gaining, options)
      if (!pair) return []
      const others = classes.filter(({ side }) => side !== losing && side !== gaining)
      const logs = [...others.map(({ alone }) => alone), pair.logs]
      return [{ log: overGrowths(options.growths, logs), pair }]
    }),
  )
  return pairs.sort((a, b) => b.log - a.log)[0]
}

/** Weighs all explanations of a cut; undefined where no class rises. */
export const weighCut = (
  { panel, dispersion, rests: restSeries }: Prepared,
  cut: Cut,
  around: Surroundings,
): Transition | undefined => {
  const { kind } = panel
  const sides = sidesOf(panel, cut, around.masks)
  const rising = sides.filter((side) => isComplete(side) && isRising(side, kind, dispersion))
  if (rising.length === 0) return undefined
  const scales = around.reopening ? switchRules.growth.reopening : switchRules.growth
  const growths = commonGrowths(scales.together)
  const rests = restSeries.map((points) => sideOf('rest', points, cut, around.masks))
  // Workers are free to fall: a host is to send them home.
  const compared = [...sides.filter(({ purpose }) => purpose !== 'work'), ...rests]
  const classes = compared.filter(isComplete).map((side): Class => {
    const before = toCounts(side.before, kind, dispersion)
    const outlook = outlookOf(
      before,
      toCounts(side.after, kind, dispersion),
      ownScale(side, scales.class),
    )
    return { side, outlook, alone: growsOnly(outlook, growths) }
  })
  const backs = classes.map(({ side, alone }) => {
    const back = backTo(panel, side, { start: cut.start, around, dispersion })
    return back === undefined ? alone : alone.map((log) => Math.max(log, back))
  })
  const growth = overGrowths(
    growths,
    classes.map(({ alone }) => alone),
  )
  const back = overGrowths(growths, backs)
  // Of most cuts nothing could be said, whatever the group.
  const bound = boundOf(classes, growths, rising)
  const isOpen = (bound - growth) / Math.LN2 >= switchRules.claim.bits - 2
  const pool = (): number =>
    around.poolAt(cut.end) ?? Math.max(100, ...rising.map(({ after }) => levelOf(after, kind)))
  const hidden = isOpen
    ? addGroups(
        classes.map((each, i) => ({ ...each, alone: backs[i] as readonly number[] })),
        growths,
        { rising, pool: pool() },
      )
    : { log: bound, risers: [] }
  const renamed = bestRelabelling(classes, sides, {
    rising,
    start: cut.start,
    kind,
    dispersion,
    growths,
  })
  const innocents = [
    { innocent: 'growth' as const, log: growth },
    { innocent: 'return' as const, log: back },
    { innocent: 'redefinition' as const, log: renamed?.log ?? Number.NEGATIVE_INFINITY },
  ]
  const best = innocents.reduce((most, each) => (each.log > most.log ? each : most))
  return {
    panel,
    cut,
    risers: hidden.risers,
    sides: classes.map(({ side }) => side),
    bits: (hidden.log - best.log) / Math.LN2,
    innocent: best.innocent,
    ...(renamed && { relabelling: renamed.pair }),
    relabellingBits: renamed ? (renamed.log - Math.max(growth, back)) / Math.LN2 : 0,
    dispersion,
  }
}

/** All points that a transition compares. */
export const pointsOf = ({ sides }: Transition): readonly Point[] =>
  sides.flatMap(({ before, after }) => [...before, ...after])
