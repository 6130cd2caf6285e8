import { showCount } from '../../model/index.ts'
import { carryOver, flowBetween, type Range, rangeOf, shareWorking } from '../flows.ts'
import { groupBy } from '../group.ts'
import { statementsOf } from '../proof.ts'
import type { Said } from '../said.ts'
import type { View } from '../view.ts'
import {
  type Compared,
  type Contradiction,
  contradict,
  idsOf,
  side,
  tell,
} from './contradiction.ts'

/** One stock on one day, however many say it. */
type Point = Range & { readonly day: number; readonly said: readonly Said[] }

/**
 * Stocks that what came and went between them does not explain. What is not stated counts as nobody, so
 * a contradiction says how many must have come or gone. Stocks are compared in a row by day.
 */
export const findStockFlowFaults = (view: View, said: readonly Said[]): Compared => {
  const contradictions: Contradiction[] = []
  const compared: string[] = []
  const stocks = said.filter(({ roles }) => roles.includes('stock'))
  for (const [cohort, alike] of groupBy(stocks, (one) => one.cohort)) {
    const points = toPoints(alike)
    if (points.length < 2) continue
    compared.push(...points.map((point) => (point.said[0] as Said).id))
    for (const [at, later] of points.slice(1).entries()) {
      const { fault, used } = compare(view, cohort, points[at] as Point, later)
      compared.push(...used)
      if (fault) contradictions.push(fault)
    }
  }
  return { contradictions, compared }
}

const toPoints = (said: readonly Said[]): readonly Point[] => {
  const grouped = groupBy(said, (one) => {
    const { lo, hi } = rangeOf(one)
    return `${one.end} ${lo} ${hi}`
  })
  return [...grouped.values()]
    .map(
      (alike): Point => ({
        ...rangeOf(alike[0] as Said),
        day: (alike[0] as Said).end,
        said: alike,
      }),
    )
    .sort((a, b) => a.day - b.day || a.lo - b.lo || a.hi - b.hi)
}

type Result = { readonly fault: Contradiction | undefined; readonly used: readonly string[] }

const compare = (view: View, cohort: string, earlier: Point, later: Point): Result => {
  const between = { cohort, after: earlier.day, upTo: later.day }
  const apart = earlier.day < later.day
  const returned = apart ? flowBetween(view, { ...between, role: 'returned' }) : nobody
  const entered = apart ? flowBetween(view, { ...between, role: 'entered' }) : nobody
  const share = entered.hi > 0 ? shareWorking(view) : { lo: 0, hi: 1, parts: [] }
  const used = statementsOf(...returned.parts, ...entered.parts, ...share.parts)
  const carried = carryOver(earlier, returned, entered, share)
  const [missing, excess] = [later.lo - carried.hi, carried.lo - later.hi]
  if (missing <= 0 && excess <= 0) return { fault: undefined, used }
  const flows = [...returned.used, ...entered.used]
  const fault = contradict(
    'stock_flow',
    [
      side(idsOf([...earlier.said, ...flows]), () =>
        [earlier.said[0] as Said, ...flows].map(tell).join('; '),
      ),
      side(idsOf(later.said), () => tell(later.said[0] as Said)),
    ],
    apart ? tellMissing(missing, excess) : undefined,
  )
  return { fault, used }
}

const nobody = { lo: 0, hi: 0, parts: [], used: [] }

const tellMissing = (missing: number, excess: number): string =>
  missing > 0
    ? `at least ${showCount(Math.round(missing))} workers entered in between and are not stated`
    : `at least ${showCount(Math.round(excess))} workers returned in between and are not stated`
