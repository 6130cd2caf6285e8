import type { Closure } from './closure.ts'
import type { KnownEvent } from './rules.ts'
import type { Panel } from './series.ts'
import { timingBits } from './timing.ts'
import { type Prepared, type Transition, weighCut } from './transition.ts'
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

/** Whether traffic is coming back from a closure at a day: for two years. */
const isReopening = (day: number, closed: readonly Span[]): boolean =>
  closed.some(({ from, to }) => from <= day && day <= to + 2 * year)

const closedSpans = ({ host, closures, events }: HostView): readonly Span[] => [
  ...closures,
  ...events.filter((event) => event.kind === 'closure' && ['*', host].includes(event.host)),
]

/** Workers may begin to go after the door opens: their fall is seen up to a year later. */
const workersAround = ({ workersBy }: HostView, day: number): WorkersFall | undefined =>
  workersBy(day) ?? workersBy(day + year)

/** The rise at a cut, weighed; undefined where there is none. */
export const riseAt = (
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
