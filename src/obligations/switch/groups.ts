import { bestOf, type Growth, hidesGroup, type Outlook, overGrowths } from './predict.ts'
import { doorLogs } from './rules.ts'
import type { Side } from './window.ts'

/** A class with what its counts before and after say, where it only grows. */
export type Class = {
  readonly side: Side
  readonly outlook: Outlook
  readonly alone: readonly number[]
}

const replace = <T>(values: readonly T[], index: number, value: T): readonly T[] =>
  values.map((each, i) => (i === index ? value : each))

/** What groups in the rising classes would make of the figures at the very best. */
export const boundOf = (
  classes: readonly Class[],
  growths: readonly Growth[],
  rising: readonly Side[],
): number => {
  const others = classes.filter(({ side }) => !rising.includes(side))
  const best = classes
    .filter(({ side }) => rising.includes(side))
    .reduce((sum, { outlook }) => sum + bestOf(outlook), 0)
  return (
    best +
    overGrowths(
      growths,
      others.map(({ alone }) => alone),
    )
  )
}

/** The classes that a hidden group makes likelier, the strongest first, and the chance with them. */
export const addGroups = (
  classes: readonly Class[],
  growths: readonly Growth[],
  options: { readonly rising: readonly Side[]; readonly pool: number },
): { readonly log: number; readonly risers: readonly Side[] } => {
  const groupIn = ({ purpose }: Side, outlook: Outlook): readonly number[] => {
    const door = doorLogs.get(purpose) ?? Number.NEGATIVE_INFINITY
    return hidesGroup(outlook, growths, options.pool).map((log) => log + door)
  }
  let logs: readonly (readonly number[])[] = classes.map(({ alone }) => alone)
  let log = Number.NEGATIVE_INFINITY
  let left = classes.flatMap(({ side, outlook }, i) =>
    options.rising.includes(side) ? [{ side, i, hidden: groupIn(side, outlook) }] : [],
  )
  const risers: Side[] = []
  while (left.length > 0 && risers.length < 3) {
    const tried = left
      .map((each) => ({ ...each, log: overGrowths(growths, replace(logs, each.i, each.hidden)) }))
      .sort((a, b) => b.log - a.log)
    const best = tried[0] as (typeof tried)[number]
    if (best.log <= log) break
    log = best.log
    logs = replace(logs, best.i, best.hidden)
    risers.push(best.side)
    left = left.filter(({ side }) => side !== best.side)
  }
  return { log, risers }
}
