import { showCount } from '../../model/index.ts'
import { groupBy } from '../group.ts'
import type { Said } from '../said.ts'
import {
  type Contradiction,
  contradict,
  idsOf,
  type Suspects,
  side,
  suspect,
  tell,
} from './contradiction.ts'

/**
 * Parts that do not make their total: cohorts of one origin that are more than all together, and times
 * that make up a longer one but whose numbers do not. Cohorts that are fewer contradict nothing: a table
 * need not name them all.
 */
export const suspectSums = (said: readonly Said[]): readonly Suspects[] => {
  const numbered = said.filter(
    ({ statement: { lo, hi, kind } }) =>
      lo !== undefined && hi !== undefined && kind !== undefined && kind !== 'plan',
  )
  const found: Suspects[] = []
  for (const alike of groupBy(numbered, measureKey).values()) {
    if (alike.length < 3) continue
    found.push(...suspect([alike], cohortsOver))
    if (alike[0]?.statement.kind !== 'stock')
      found.push(...suspect(groupBy(alike, ({ cohort }) => cohort).values(), timesApart))
  }
  return found
}

const least = ({ statement }: Said): number => statement.lo ?? 0

const most = ({ statement }: Said): number => statement.hi ?? 0

const measureKey = ({ statement: { prop, kind } }: Said): string => `${prop}\t${kind}`

/** One total however many carry it. */
const totalsOf = (said: readonly Said[]): readonly (readonly Said[])[] => [
  ...groupBy(said, (one) => `${one.from} ${one.end} ${least(one)} ${most(one)}`).values(),
]

const cohortsOver = (alike: readonly Said[]): readonly Contradiction[] => {
  const totals = totalsOf(alike.filter(({ cohort }) => cohort === ''))
  const byOrigin = groupBy(
    alike.filter(({ cohort }) => cohort !== ''),
    ({ origin }) => origin,
  )
  return totals.flatMap((total) =>
    [...byOrigin.values()].flatMap((parts) => {
      const whole = total[0] as Said
      const largest = largestByCohort(parts.filter((part) => isWithin(part, whole)))
      const sum = largest.reduce((all, part) => all + least(part), 0)
      return largest.length > 1 && sum > most(whole) ? [tellSum(total, largest, sum)] : []
    }),
  )
}

/** A stock is a part on the day itself; of what happens, whatever falls in the time. */
const isWithin = (part: Said, whole: Said): boolean =>
  whole.statement.kind === 'stock'
    ? part.from === whole.from && part.end === whole.end
    : part.from >= whole.from && part.end <= whole.end

const largestByCohort = (parts: readonly Said[]): readonly Said[] => {
  const largest = new Map<string, Said>()
  for (const part of parts) {
    const other = largest.get(part.cohort)
    const [here, there] = [least(part), other ? least(other) : -1]
    if (!other || here > there || (here === there && part.id < other.id))
      largest.set(part.cohort, part)
  }
  return [...largest.values()]
}

const timesApart = (alike: readonly Said[]): readonly Contradiction[] => {
  const totals = totalsOf(alike)
  const byOrigin = [...groupBy(alike, ({ origin }) => origin).values()]
  const starts = byOrigin.map((parts) => groupBy(parts, ({ from }) => from))
  return totals.flatMap((total) =>
    starts.flatMap((byStart) => {
      const whole = total[0] as Said
      if (!byStart.has(whole.from)) return []
      const high = bestCover(byStart, whole, least)
      if (high && high.sum > most(whole)) return [tellSum(total, high.parts, high.sum)]
      const low = bestCover(byStart, whole, (part) => -most(part))
      return low && -low.sum < least(whole) ? [tellSum(total, low.parts, -low.sum)] : []
    }),
  )
}

type Cover = { readonly sum: number; readonly parts: readonly Said[] }

/** The row of times that make up a whole, without gap or overlap, with the largest sum of a number. */
const bestCover = (
  byStart: ReadonlyMap<number, readonly Said[]>,
  whole: Said,
  number: (part: Said) => number,
): Cover | undefined => {
  const kept = new Map<number, Cover | undefined>()
  const from = (day: number): Cover | undefined => {
    if (day === whole.end + 1) return { sum: 0, parts: [] }
    if (kept.has(day)) return kept.get(day)
    let best: Cover | undefined
    for (const part of byStart.get(day) ?? []) {
      if (part.end > whole.end || (part.from === whole.from && part.end === whole.end)) continue
      const rest = from(part.end + 1)
      const sum = rest ? number(part) + rest.sum : Number.NEGATIVE_INFINITY
      if (rest && (!best || sum > best.sum)) best = { sum, parts: [part, ...rest.parts] }
    }
    kept.set(day, best)
    return best
  }
  return from(whole.from)
}

const tellSum = (total: readonly Said[], parts: readonly Said[], sum: number): Contradiction =>
  contradict('sum', [
    side(idsOf(total), () => tell(total[0] as Said)),
    side(
      idsOf(parts),
      () =>
        `${parts.map(({ statement }) => `${statement.cohort ?? statement.validFrom} ${showCount(Math.round(statement.lo ?? 0))}`).join(' + ')} = ${showCount(Math.round(sum))}`,
    ),
  ])
