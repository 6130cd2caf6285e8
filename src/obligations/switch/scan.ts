import { endsOf, startsOf } from './cuts.ts'
import { gather, isClaimed, isRenaming, judge, type Scan } from './judge.ts'
import { type HostView, type Rise, riseAt } from './rise.ts'
import type { Panel } from './series.ts'
import { prepare } from './transition.ts'

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
