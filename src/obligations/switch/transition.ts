/** What explains the change of all classes of a panel at a day best (Kass and Raftery 1995). */
import { backTo, type Surroundings } from './going-back.ts'
import { addGroups, boundOf, type Class } from './groups.ts'
import { dispersionOf } from './levels.ts'
import { commonGrowths, growsOnly, outlookOf, overGrowths } from './predict.ts'
import type { Relabelling } from './relabelling.ts'
import { bestRelabelling } from './renaming.ts'
import { switchRules } from './rules.ts'
import type { Panel, Point } from './series.ts'
import { isComplete, isRising, sidesOf } from './sides.ts'
import { type Cut, levelOf, ownScale, restOf, type Side, sideOf, toCounts } from './window.ts'

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
