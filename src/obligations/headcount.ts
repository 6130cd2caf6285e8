import { showCount } from '../model/index.ts'
import { hasLapsed, outlives } from './claims.ts'
import { inRole } from './dossier.ts'
import { carryOver, flowBetween, type Range, rangeOf, shareWorking } from './flows.ts'
import { groupBy } from './group.ts'
import { type Cell, type Proof, step } from './proof.ts'
import { gradedAtLeast, newestFirst, type Said } from './said.ts'
import { type Found, findLive, type Taken } from './scan.ts'
import { grades } from './status-rules.ts'
import { isInScope, lastDay, type View } from './view.ts'

/** Persons at work, an interval; null where that end is not known. Both are null where nothing is, or where what is said leaves no number. */
export type Headcount = { readonly lo: number | null; readonly hi: number | null }

const unknown: Headcount = { lo: null, hi: null }

/**
 * The headcount of a day: the newest stock, less those who returned since, more the share that works of
 * those who entered. Kinds are never added; stocks of one day by several origins are cut with one
 * another, and where that leaves nothing there is no number.
 */
export const headcountOf = (view: View): Cell<Headcount> => {
  const stocks = stocksOf(view).filter(({ cohort }) => cohort === '')
  const base = findStock(view, stocks)
  if (!base.found) return leastOfCohorts(view, base.parts)
  const day = lastDay(view, base.found)
  const parts: Proof[] = [step('newest stock', [], base.parts)]
  let range = stockRange(base.found)
  const others = stocks.filter(
    (said) => lastDay(view, said) === day && said.origin !== base.found?.origin,
  )
  for (const group of groupBy(others, ({ origin }) => origin).values()) {
    const other = findStock(view, group)
    parts.push(step('a stock of the same day', [], other.parts))
    if (other.found) range = cut(range, stockRange(other.found))
  }
  const between = { cohort: '', after: day, upTo: view.on }
  const returned = flowBetween(view, { ...between, role: 'returned' })
  const entered = flowBetween(view, { ...between, role: 'entered' })
  const share = entered.hi > 0 ? shareWorking(view) : { lo: 0, hi: 1, parts: [] }
  for (const [says, flow] of [
    ['returned since', returned],
    ['entered since', entered],
    ['share that works', share],
  ] as const)
    if (flow.parts.length > 0) parts.push(step(says, [], flow.parts))
  const value =
    range.lo > range.hi ? unknown : toHeadcount(carryOver(range, returned, entered, share))
  return { value, proof: step(`headcount: ${showHeadcount(value)}`, [], parts) }
}

const stocksOf = (view: View): readonly Said[] =>
  [...inRole(view.dossier, 'stock'), ...inRole(view.dossier, 'stock_of_none')]
    .filter(
      (said) =>
        isInScope(view, said) && gradedAtLeast(said, grades.counted) && !hasLapsed(view, said),
    )
    .sort(newestFirst)

const findStock = (view: View, stocks: readonly Said[]): Found =>
  findLive(view, stocks, (said) => (isOfNone(said) ? outlives(view, said) : standing))

const standing: Taken = { accepted: true, parts: [] }

const isOfNone = ({ roles }: Said): boolean => roles.includes('none_remain')

const stockRange = (said: Said): Range => (isOfNone(said) ? { lo: 0, hi: 0 } : rangeOf(said))

const cut = (a: Range, b: Range): Range => ({ lo: Math.max(a.lo, b.lo), hi: Math.min(a.hi, b.hi) })

/** Where only parts are counted, the largest of them is the least there can be. */
const leastOfCohorts = (view: View, tried: readonly Proof[]): Cell<Headcount> => {
  const parts = [...tried]
  let lo: number | null = null
  const cohorts = groupBy(
    stocksOf(view).filter(({ cohort }) => cohort !== ''),
    ({ cohort }) => cohort,
  )
  for (const cohort of [...cohorts.keys()].sort()) {
    const { found, parts: steps } = findStock(view, cohorts.get(cohort) ?? [])
    parts.push(...steps)
    if (found) lo = Math.max(lo ?? 0, stockRange(found).lo)
  }
  const value = { lo, hi: null }
  return { value, proof: step(`headcount: ${showHeadcount(value)}`, [], parts) }
}

const toHeadcount = ({ lo, hi }: Range): Headcount =>
  lo > hi ? unknown : { lo: Math.floor(lo), hi: Number.isFinite(hi) ? Math.ceil(hi) : null }

/** `511`, `300 to 400`, `30,000 or more`, `not known`. */
export const showHeadcount = ({ lo, hi }: Headcount): string => {
  if (lo === null) return 'not known'
  if (hi === null) return lo === 0 ? 'not known' : `${showCount(lo)} or more`
  return lo === hi ? showCount(lo) : `${showCount(lo)} to ${showCount(hi)}`
}
