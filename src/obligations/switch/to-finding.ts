import { type ChangeInterval, findChange } from './change-point.ts'
import type { Closure } from './closure.ts'
import type { Fall } from './fall.ts'
import type { SwitchFinding } from './finding.ts'
import type { Rise } from './rise.ts'
import type { Purpose } from './rules.ts'
import { sayClosure, sayFall, sayNothing, sayRenaming, sayRise, sayTroops } from './says.ts'
import type { Panel, Point } from './series.ts'
import { pointsOf, type Transition } from './transition.ts'
import type { TroopMove } from './troops.ts'
import { smallestVisible } from './visible.ts'
import { toCounts } from './window.ts'
import { listText, periodText } from './words.ts'

const idsOf = (points: readonly Point[]): readonly string[] =>
  [...new Set(points.flatMap(({ statements }) => statements))].sort()

const toMillibits = (bits: number): number => Math.round(bits * 1000)

/** Where the classes of a rise changed: the days from the first of them to the last. */
const changeOf = ({ risers, panel, dispersion }: Transition): ChangeInterval => {
  const found = risers.flatMap(({ before, after }) => {
    const points = [...before, ...after]
    return findChange(points, toCounts(points, panel.kind, dispersion))?.interval ?? []
  })
  return {
    first: Math.min(...found.map(({ first }) => first)),
    last: Math.max(...found.map(({ last }) => last)),
    mass: Math.min(...found.map(({ mass }) => mass)),
  }
}

const troopsNear = (moves: readonly TroopMove[], { panel, cut }: Transition): TroopMove[] =>
  moves.filter(
    (move) => move.panel === panel && move.from <= cut.end + 366 && move.to >= cut.start - 366,
  )

/** A rise with what it rests on; figures with troops near it are named and set aside. */
export const ofRise = (rise: Rise, by: number, moves: readonly TroopMove[]): SwitchFinding => {
  const { transition, workers, bits } = rise
  const { panel, risers, innocent } = transition
  const near = troopsNear(moves, transition)
  const change = changeOf(transition)
  const aside = near.map(
    ({ points, event, why }) =>
      `${listText([...new Set(points.map(periodText))])} (${event?.says ?? `${why} entries`})`,
  )
  const points = [
    ...pointsOf(transition),
    ...(workers ? [workers.peak, workers.latest] : []),
    ...near.flatMap((move) => move.points),
  ]
  return {
    kind: workers ? 'switch' : 'rise',
    host: panel.host,
    measure: panel.measure,
    from: workers ? ['work'] : [],
    to: risers.map(({ purpose }) => purpose as Purpose),
    change,
    by,
    millibits: toMillibits(bits),
    innocent,
    caveats: near.length > 0 ? ['troops'] : [],
    statements: idsOf(points),
    says: sayRise(rise, change, aside),
  }
}

/** One class under another's name. */
export const ofRenaming = (transition: Transition): SwitchFinding | undefined => {
  const { panel, cut, relabelling, relabellingBits } = transition
  if (!relabelling) return undefined
  return {
    kind: 'redefinition',
    host: panel.host,
    measure: panel.measure,
    from: [relabelling.from],
    to: [relabelling.to],
    change: { first: cut.start, last: cut.end, mass: 1 },
    by: cut.end,
    millibits: toMillibits(relabellingBits),
    caveats: [],
    statements: idsOf(relabelling.points),
    says: sayRenaming(transition),
  }
}

const baseOf = ({ host, measure }: Panel): Pick<SwitchFinding, 'host' | 'measure' | 'caveats'> => ({
  host,
  measure,
  caveats: [],
})

/** A period that soldiers may have filled. */
export const ofTroops = (move: TroopMove): SwitchFinding => ({
  ...baseOf(move.panel),
  kind: 'troops',
  from: [],
  to: move.why === 'military' ? ['military'] : [],
  change: { first: move.from, last: move.to, mass: 1 },
  by: move.to,
  millibits: toMillibits(move.bits),
  statements: idsOf(move.points),
  says: sayTroops(move),
})

/** A time in which all classes fell together. */
export const ofClosure = (closure: Closure): SwitchFinding => ({
  ...baseOf(closure.panel),
  kind: 'closure',
  from: closure.purposes,
  to: [],
  change: closure.change,
  by: closure.to,
  millibits: toMillibits(closure.bits),
  statements: idsOf(closure.points),
  says: sayClosure(closure),
})

/** Classes that fell while others did not. */
export const ofFall = (fall: Fall): SwitchFinding => ({
  ...baseOf(fall.panel),
  kind: 'fall',
  from: fall.purposes,
  to: [],
  change: fall.change,
  by: fall.change.last,
  millibits: toMillibits(fall.bits),
  statements: idsOf(fall.points),
  says: sayFall(fall),
})

/** Nothing found, with the least that would have been; or too few figures to find anything. */
export const quietFinding = (panel: Panel, pool: number | undefined): SwitchFinding => {
  const visible = smallestVisible(panel, pool)
  const tooSmall = !visible || (pool !== undefined && visible.group > pool)
  const points = [...panel.series.values()].flat()
  return {
    ...baseOf(panel),
    kind: tooSmall ? 'too_small' : 'none',
    from: [],
    to: [],
    by: Math.max(...points.map(({ to }) => to)),
    millibits: 0,
    ...(visible && { visible: visible.group }),
    statements: idsOf(points),
    says: sayNothing(panel, visible, tooSmall),
  }
}
