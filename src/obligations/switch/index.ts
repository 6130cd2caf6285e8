import { findClosures } from './closure.ts'
import { findFalls } from './fall.ts'
import type { SwitchFigure } from './figure.ts'
import type { SwitchFinding } from './finding.ts'
import type { HostView } from './rise.ts'
import { type KnownEvent, knownEvents } from './rules.ts'
import { scanHost } from './scan.ts'
import { type Panel, toPanels } from './series.ts'
import { ofClosure, ofFall, ofRenaming, ofRise, ofTroops, quietFinding } from './to-finding.ts'
import { findTroops } from './troops.ts'
import { workersFallOf } from './workers.ts'

export { type SwitchFigure, toFigures } from './figure.ts'
export type { SwitchFinding } from './finding.ts'
export type { KnownEvent, Purpose } from './rules.ts'

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
    ...closures.map(ofClosure),
    ...moves.map(ofTroops),
    ...falls.map(ofFall),
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
