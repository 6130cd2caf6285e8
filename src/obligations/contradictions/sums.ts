import { groupBy } from '../group.ts'
import type { Said } from '../said.ts'
import { type Contradiction, contradict, idsOf, show, tell } from './contradiction.ts'

type Numbered = Said & { readonly lo: number; readonly hi: number }

/**
 * Parts that do not make their total: cohorts of one origin that are more than all together, and times
 * that make up a longer one but whose numbers do not. Cohorts that are fewer contradict nothing: a table
 * need not name them all.
 */
export const findSumFaults = (said: readonly Said[]): readonly Contradiction[] => {
  const numbered = said.flatMap((one): readonly Numbered[] => {
    const { lo, hi, kind } = one.statement
    return lo === undefined || hi === undefined || !kind || kind === 'plan'
      ? []
      : [{ ...one, lo, hi }]
  })
  const found: Contradiction[] = []
  for (const alike of groupBy(numbered, measureKey).values()) {
    if (alike.length < 3) continue
    found.push(...cohortsOver(alike))
    if (alike[0]?.statement.kind === 'stock') continue
    for (const one of groupBy(alike, ({ cohort }) => cohort).values())
      if (one.length > 2) found.push(...timesApart(one))
  }
  return found
}

const measureKey = ({ statement: { prop, kind } }: Said): string => `${prop}\t${kind}`

/** One total however many carry it. */
const totalsOf = (said: readonly Numbered[]): readonly (readonly Numbered[])[] => [
  ...groupBy(said, ({ from, end, lo, hi }) => `${from} ${end} ${lo} ${hi}`).values(),
]

const cohortsOver = (alike: readonly Numbered[]): readonly Contradiction[] => {
  const totals = totalsOf(alike.filter(({ cohort }) => cohort === ''))
  const byOrigin = groupBy(
    alike.filter(({ cohort }) => cohort !== ''),
    ({ origin }) => origin,
  )
  return totals.flatMap((total) =>
    [...byOrigin.values()].flatMap((parts) => {
      const whole = total[0] as Numbered
      const most = largestByCohort(parts.filter((part) => isWithin(part, whole)))
      const sum = most.reduce((all, { lo }) => all + lo, 0)
      return most.length > 1 && sum > whole.hi ? [tellSum(total, most, sum)] : []
    }),
  )
}

/** A stock is a part on the day itself; of what happens, whatever falls in the time. */
const isWithin = (part: Numbered, whole: Numbered): boolean =>
  whole.statement.kind === 'stock'
    ? part.from === whole.from && part.end === whole.end
    : part.from >= whole.from && part.end <= whole.end

const largestByCohort = (parts: readonly Numbered[]): readonly Numbered[] => {
  const most = new Map<string, Numbered>()
  for (const part of parts) {
    const other = most.get(part.cohort)
    if (!other || part.lo > other.lo || (part.lo === other.lo && part.id < other.id))
      most.set(part.cohort, part)
  }
  return [...most.values()]
}

const timesApart = (alike: readonly Numbered[]): readonly Contradiction[] => {
  const totals = totalsOf(alike)
  const byOrigin = [...groupBy(alike, ({ origin }) => origin).values()]
  const starts = byOrigin.map((parts) => groupBy(parts, ({ from }) => from))
  return totals.flatMap((total) =>
    starts.flatMap((byStart) => {
      const whole = total[0] as Numbered
      if (!byStart.has(whole.from)) return []
      const most = bestCover(byStart, whole, ({ lo }) => lo)
      if (most && most.sum > whole.hi) return [tellSum(total, most.parts, most.sum)]
      const least = bestCover(byStart, whole, ({ hi }) => -hi)
      return least && -least.sum < whole.lo ? [tellSum(total, least.parts, -least.sum)] : []
    }),
  )
}

type Cover = { readonly sum: number; readonly parts: readonly Numbered[] }

/** The row of times that make up a whole, without gap or overlap, with the largest sum of a number. */
const bestCover = (
  byStart: ReadonlyMap<number, readonly Numbered[]>,
  whole: Numbered,
  number: (part: Numbered) => number,
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

const tellSum = (
  total: readonly Numbered[],
  parts: readonly Numbered[],
  sum: number,
): Contradiction =>
  contradict('sum', [
    { says: tell(total[0] as Numbered), statements: idsOf(total) },
    {
      says: `${parts.map(({ lo, statement }) => `${statement.cohort ?? statement.validFrom} ${show(lo)}`).join(' + ')} = ${show(sum)}`,
      statements: idsOf(parts),
    },
  ])
