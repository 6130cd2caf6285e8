import type { Closure } from './closure.ts'
import type { KnownEvent } from './rules.ts'
import { doors, switchRules } from './rules.ts'
import type { Panel } from './series.ts'
import { timingBits } from './timing.ts'
import { type Prepared, prepare, type Transition, weighCut } from './transition.ts'
import type { Span } from './window.ts'
import type { WorkersFall } from './workers.ts'

/** A cut at which a class rose, with the fall of the workers that it may replace. */
export type Rise = {
  readonly transition: Transition
  readonly workers?: WorkersFall
  /** What the day of the rise says, in bits. */
  readonly timing: number
  /** Of the transition and its day together. */
  readonly bits: number
}

/** What the scan of one host goes by. */
export type HostView = {
  readonly host: string
  readonly panels: readonly Panel[]
  /** First and last day of the host's figures. */
  readonly seen: Span
  /** The fall of the workers by a day. */
  readonly workersBy: (day: number) => WorkersFall | undefined
  readonly closures: readonly Closure[]
  readonly troops: readonly Span[]
  readonly events: readonly KnownEvent[]
}

const year = 366
/** How long after a cut figures are read: a quarter, half a year, a year, two (for yearly figures). */
const reaches = [92, 184, year, 2 * year]
/** Rises of one host closer than this are one. */
const apart = 400

const isDoor = (purpose: string): boolean => doors.some((door) => door === purpose)

/** Days at which a class that could be a door begins a period. */
const startsOf = ({ series }: Panel): readonly number[] => {
  const days = [...series].flatMap(([purpose, points]) =>
    isDoor(purpose) ? points.slice(1).map(({ from }) => from) : [],
  )
  return [...new Set(days)].sort((a, b) => a - b)
}

/** The last day of those figures that a cut may read, once for each set of figures. */
const endsOf = ({ series }: Panel, start: number, closures: readonly Span[]): readonly number[] => {
  const next = Math.min(...closures.map(({ from }) => from).filter((from) => from > start))
  const limits = reaches.map((days) => Math.min(start + days - 1, next - 1))
  const points = [...series.values()].flat().filter(({ from }) => from >= start)
  const sets = limits.map((limit) => {
    const read = points.filter(({ to }) => to <= limit)
    return { limit, size: read.length, last: Math.max(...read.map(({ to }) => to)) }
  })
  // Two years only where nothing shorter has figures: a rise should be said when it is seen.
  return sets
    .filter(({ size }, i) => size > 0 && (i === 0 || size > (sets[i - 1]?.size ?? 0)))
    .filter(({ limit }, i) => limit < start + year || i === 0)
    .map(({ last }) => last)
}

/** Whether traffic is coming back from a closure at a day: for two years. */
const isReopening = (day: number, closed: readonly Span[]): boolean =>
  closed.some(({ from, to }) => from <= day && day <= to + 2 * year)

const closedSpans = ({ host, closures, events }: HostView): readonly Span[] => [
  ...closures,
  ...events.filter((event) => event.kind === 'closure' && ['*', host].includes(event.host)),
]

/** A rise that is said, and the last day of the figures by which it was first seen. */
export type Found = { readonly rise: Rise; readonly by: number }

/** Workers may begin to go after the door opens: their fall is seen up to a year later. */
const workersAround = ({ workersBy }: HostView, day: number): WorkersFall | undefined =>
  workersBy(day) ?? workersBy(day + year)

const riseAt = (
  view: HostView,
  prepared: Prepared,
  cut: { readonly start: number; readonly end: number; readonly tainted: ReadonlySet<string> },
): Rise | undefined => {
  const { start, end, tainted } = cut
  const { panel } = prepared
  const closures = view.closures.filter((closure) => closure.panel.measure === panel.measure)
  if (closures.some(({ from, to }) => from <= start && start <= to)) return undefined
  const regime = Math.max(
    Number.NEGATIVE_INFINITY,
    ...closures.filter(({ to }) => to < start).map(({ to }) => to + 1),
  )
  const reopening = panel.kind === 'flow' && isReopening(start, closedSpans(view))
  const transition = weighCut(
    prepared,
    { start, end, regime },
    {
      masks: panel.kind === 'flow' ? [...view.troops, ...closures] : [],
      tainted,
      poolAt: (day) => workersAround(view, day)?.size,
      reopening,
    },
  )
  if (!transition) return undefined
  const workers = workersAround(view, end)
  const timing = workers
    ? timingBits(start, workers, { seen: view.seen, closed: closedSpans(view) })
    : 0
  return { transition, ...(workers && { workers }), timing, bits: transition.bits + timing }
}

/** How much better than growth the best of the other two explanations tells a cut. */
const gainOf = ({ bits, transition: { relabellingBits } }: Rise): number =>
  Math.max(bits + Math.max(0, relabellingBits), relabellingBits)

const isRenaming = ({ transition, bits }: Rise): boolean => {
  const { innocent, relabellingBits } = transition
  return (
    innocent === 'redefinition' &&
    relabellingBits >= switchRules.redefinition.bits &&
    bits < switchRules.claim.bits
  )
}

const isClaimed = ({ bits }: Rise): boolean => bits >= switchRules.claim.bits

/** Cuts of one panel that are near in time tell of one change. */
const gather = (found: readonly Rise[]): readonly (readonly Rise[])[] => {
  const groups: Rise[][] = []
  for (const each of found) {
    const last = groups.at(-1)?.at(-1)
    const { panel, cut } = each.transition
    const near = last?.transition.panel === panel && cut.start - last.transition.cut.start < apart
    if (near) groups.at(-1)?.push(each)
    else groups.push([each])
  }
  return groups
}

/** What the scan of a host found. */
export type Scan = {
  /** Rises that no innocent explanation tells as well, in order of time. */
  readonly rises: readonly Found[]
  /** Cuts at which one class only took another's name. */
  readonly renamed: readonly Transition[]
}

/** For each first day what the most figures say: a first quarter alone cannot tell much apart. */
const longest = (group: readonly Rise[]): readonly Rise[] => [
  ...new Map(group.map((each) => [each.transition.cut.start, each])).values(),
]

/** Day of the last figures that are needed to see a rise, and the fall that it goes with. */
const seenBy = ({ transition, workers }: Rise): number =>
  Math.max(transition.cut.end, workers?.change.last ?? 0)

/** The strongest of the cuts by which the workers are seen to have fallen, if there are any. */
const strongest = (group: readonly Rise[]): Rise => {
  const tied = group.filter(({ workers }) => workers)
  return (tied.length > 0 ? tied : group).reduce((most, each) =>
    each.bits > most.bits ? each : most,
  )
}

/** Of each group the cut that is told best decides whether it is a rise or a renaming. */
const judge = (groups: readonly (readonly Rise[])[]): Scan => {
  const best = groups.map((group) => ({
    group,
    rise: longest(group).reduce((most, each) => (gainOf(each) > gainOf(most) ? each : most)),
  }))
  return {
    rises: best
      .filter(({ rise }) => isClaimed(rise))
      .map(({ group }) => {
        const rise = strongest(group.filter(isClaimed))
        const alike = group.filter(
          (each) => isClaimed(each) && Boolean(each.workers) === Boolean(rise.workers),
        )
        return { rise, by: Math.min(...alike.map(seenBy)) }
      }),
    renamed: best
      .filter(({ rise }) => isRenaming(rise))
      .map(({ rise: { transition } }) => transition),
  }
}

/** Compares every panel of a host at every day at which a figure begins, in order of time. */
export const scanHost = (view: HostView): Scan => {
  const cuts = view.panels
    .flatMap((panel) => {
      const prepared = prepare(panel)
      return startsOf(panel).map((start) => ({ prepared, start }))
    })
    .sort((a, b) => a.start - b.start)
  const tainted = new Set<string>()
  const found: Rise[] = []
  for (const { prepared, start } of cuts) {
    const { panel } = prepared
    if (isKnownRedefinition(view, start)) continue
    for (const end of endsOf(panel, start, panel.kind === 'flow' ? view.closures : [])) {
      const rise = riseAt(view, prepared, { start, end, tainted })
      if (!rise || !(isClaimed(rise) || isRenaming(rise))) continue
      found.push(rise)
      if (!rise.workers || !isClaimed(rise)) continue
      for (const { purpose } of rise.transition.risers) tainted.add(purpose)
    }
  }
  const ofPanel = (panel: Panel): readonly Rise[] =>
    found.filter(({ transition }) => transition.panel === panel)
  return judge(view.panels.flatMap((panel) => gather(ofPanel(panel))))
}

const isKnownRedefinition = ({ host, events }: HostView, start: number): boolean =>
  events.some(
    ({ kind, host: where, from, to }) =>
      kind === 'redefinition' && ['*', host].includes(where) && from <= start && start <= to,
  )
