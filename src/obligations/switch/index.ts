import { type ChangeInterval, findChange } from './change-point.ts'
import { findClosures } from './closure.ts'
import { findFalls } from './fall.ts'
import type { SwitchFigure } from './figure.ts'
import type { SwitchFinding } from './finding.ts'
import { type KnownEvent, knownEvents, type Purpose } from './rules.ts'
import { sayClosure, sayFall, sayNothing, sayRenaming, sayRise, sayTroops } from './says.ts'
import { type HostView, type Rise, scanHost } from './scan.ts'
import { type Panel, type Point, toPanels } from './series.ts'
import { pointsOf, type Transition } from './transition.ts'
import { findTroops, type TroopMove } from './troops.ts'
import { smallestVisible } from './visible.ts'
import { toCounts } from './window.ts'
import { listText, periodText } from './words.ts'
import { workersFallOf } from './workers.ts'

export type { ChangeInterval } from './change-point.ts'
export { type SwitchFigure, toFigures } from './figure.ts'
export type { SwitchFinding, SwitchKind } from './finding.ts'
export type { KnownEvent, Measure, Purpose } from './rules.ts'

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

const ofRise = (rise: Rise, by: number, moves: readonly TroopMove[]): SwitchFinding => {
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

const ofRenaming = (transition: Transition): SwitchFinding | undefined => {
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

const ofTroops = (move: TroopMove): SwitchFinding => ({
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

const quietFinding = (panel: Panel, pool: number | undefined): SwitchFinding => {
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

/** Everything found at one host. */
const detectHost = (
  host: string,
  panels: readonly Panel[],
  events: readonly KnownEvent[],
): readonly SwitchFinding[] => {
  const closures = panels.flatMap(findClosures)
  const moves = panels.flatMap((panel) => findTroops(panel, events))
  const workersBy = workersFallOf(panels, closures)
  const days = panels.flatMap(({ series }) => [...series.values()].flat())
  const seen = {
    from: Math.min(...days.map(({ from }) => from)),
    to: Math.max(...days.map(({ to }) => to)),
  }
  const view: HostView = { host, panels, seen, workersBy, closures, troops: moves, events }
  const { rises, renamed } = scanHost(view)
  const falls = panels.flatMap((panel) =>
    findFalls(
      panel,
      closures.filter((closure) => closure.panel === panel),
    ),
  )
  const found: SwitchFinding[] = [
    ...rises.map(({ rise, by }) => ofRise(rise, by, moves)),
    ...renamed.flatMap((transition) => ofRenaming(transition) ?? []),
    ...closures.map(
      (closure): SwitchFinding => ({
        ...baseOf(closure.panel),
        kind: 'closure',
        from: closure.purposes,
        to: [],
        change: closure.change,
        by: closure.to,
        millibits: toMillibits(closure.bits),
        statements: idsOf(closure.points),
        says: sayClosure(closure),
      }),
    ),
    ...moves.map(ofTroops),
    ...falls.map(
      (fall): SwitchFinding => ({
        ...baseOf(fall.panel),
        kind: 'fall',
        from: fall.purposes,
        to: [],
        change: fall.change,
        by: fall.change.last,
        millibits: toMillibits(fall.bits),
        statements: idsOf(fall.points),
        says: sayFall(fall),
      }),
    ),
  ]
  const pool = workersBy(Number.POSITIVE_INFINITY)?.size
  const isSaid = found.some(({ kind }) => kind === 'switch' || kind === 'rise')
  const quiet = isSaid ? [] : panels.map((panel) => quietFinding(panel, pool))
  return [...found, ...quiet].sort(byTime)
}

const byTime = (a: SwitchFinding, b: SwitchFinding): number =>
  (a.change?.first ?? a.by) - (b.change?.first ?? b.by) || (a.says < b.says ? -1 : 1)

/**
 * Finds in figures on visas, entries and permits where work gave way to another class, and tells that
 * from closures, troops, new tables, growth and chance. Hosts in order of their code, findings in order
 * of time. Give it only what was known on the day that is asked about.
 */
export const detectSwitch = (
  figures: readonly SwitchFigure[],
  events: readonly KnownEvent[] = knownEvents,
): readonly SwitchFinding[] => {
  const panels = toPanels(figures)
  const hosts = [...new Set(panels.map(({ host }) => host))].sort()
  return hosts.flatMap((host) =>
    detectHost(
      host,
      panels.filter((panel) => panel.host === host),
      events,
    ),
  )
}
