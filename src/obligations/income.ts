import type { StateStatement } from '../model/index.ts'
import { type Cohort, cohortsOf } from './cohort.ts'
import { hullOf, liveOf, viewOfCohort } from './cohort-view.ts'
import type { Range } from './flows.ts'
import { groupBy } from './group.ts'
import type { Headcount } from './headcount.ts'
import { type Cell, step } from './proof.ts'
import type { Said } from './said.ts'
import type { Looking, View } from './view.ts'

/** What a cohort sends home in a year, in whole units of a currency; null where that end is not known. */
export type Income = {
  readonly cohort: string
  readonly host: string
  /** ISO 4217 code of the wage. */
  readonly currency: string
  readonly aYear: Cell<{ readonly lo: number; readonly hi: number | null }>
  readonly headcount: Headcount
  /** A month's wage of one worker, and the share of it that leaves the worker; 0 to 1 where none is stated. */
  readonly wage: Range
  readonly share: Range
}

const monthsOf: Readonly<Record<string, number>> = { month: 1, year: 12 }

/** Currency and months of a unit such as `USD/month`; undefined of any other. */
const unitOf = (unit = ''): { readonly currency: string; readonly months: number } | undefined => {
  const [, currency, period = ''] = /^([A-Z]{3})\/([a-z]+)$/.exec(unit) ?? []
  const months = monthsOf[period]
  return currency && months ? { currency, months } : undefined
}

/**
 * Income of each cohort that has a headcount of its own and a wage, its own or that of all workers of
 * the host: headcount × wage × share that leaves, each an interval from its own statements, which a
 * disagreement makes wider. Plans and arrivals give none. A cohort is a part of its host, so incomes are
 * never added.
 */
export const incomesOf = (
  statements: readonly StateStatement[],
  looking: Looking,
): readonly Income[] => {
  const factors = groupBy(
    statements.filter(
      (statement) => isWage(statement) || isShare(statement) || statement.relation === 'corrects',
    ),
    ({ state, cohort = '' }) => `${state}\t${cohort}`,
  )
  return cohortsOf(statements, looking).flatMap((cohort) => {
    if (cohort.headcount.value.lo === null) return []
    const { host, id, whole } = cohort
    const own = viewOfCohort(host, factors.get(`${host}\t${whole ? '' : id}`) ?? [], looking)
    const all = viewOfCohort(host, factors.get(`${host}\t`) ?? [], looking)
    const wages = firstOf([own, all], isWage)
    const shares = firstOf([own, all], isShare)
    const currencies = [...new Set(wages.said.map(currencyOf))].sort()
    return currencies.map((currency) =>
      toIncome(cohort, currency, {
        wages: wages.said.filter((said) => currencyOf(said) === currency),
        shares: shares.said,
        proof: [step('wage', [], wages.parts), step('share that leaves', [], shares.parts)],
      }),
    )
  })
}

const isWage = ({ prop, unit }: StateStatement): boolean =>
  prop === 'wage' && unitOf(unit) !== undefined

const isShare = ({ prop }: StateStatement): boolean => prop === 'share_remitted'

const currencyOf = ({ statement }: Said): string => unitOf(statement.unit)?.currency ?? ''

/** Live statements of the first view that has any. */
const firstOf = (
  views: readonly View[],
  wanted: (statement: StateStatement) => boolean,
): ReturnType<typeof liveOf> => {
  const tried = views.map((view) => liveOf(view, wanted))
  return {
    said: tried.find(({ said }) => said.length > 0)?.said ?? [],
    parts: tried.flatMap(({ parts }) => parts),
  }
}

type Factors = {
  readonly wages: readonly Said[]
  readonly shares: readonly Said[]
  readonly proof: Cell<unknown>['proof'][]
}

const toIncome = (cohort: Cohort, currency: string, { wages, shares, proof }: Factors): Income => {
  const { value: headcount } = cohort.headcount
  const wage = monthly(wages)
  const share = shares.length > 0 ? shareOf(shares) : { lo: 0, hi: 1 }
  const lo = Math.floor((headcount.lo ?? 0) * wage.lo * 12 * share.lo)
  const most = (headcount.hi ?? Number.POSITIVE_INFINITY) * wage.hi * 12
  const hi = share.hi === 0 ? 0 : most * share.hi
  const parts = [cohort.headcount.proof, ...proof]
  return {
    cohort: cohort.id,
    host: cohort.host,
    currency,
    aYear: {
      value: { lo, hi: Number.isFinite(hi) ? Math.ceil(hi) : null },
      proof: step('headcount × wage × share that leaves, a year', [], parts),
    },
    headcount,
    wage,
    share,
  }
}

const monthly = (wages: readonly Said[]): Range => {
  const ranges = wages.map((said) => {
    const { lo, hi } = hullOf([said])
    const months = unitOf(said.statement.unit)?.months ?? 1
    return { lo: lo / months, hi: hi / months }
  })
  return {
    lo: Math.min(...ranges.map(({ lo }) => lo)),
    hi: Math.max(...ranges.map(({ hi }) => hi)),
  }
}

const shareOf = (shares: readonly Said[]): Range => {
  const ranges = shares.map((said) => {
    const scale = said.statement.unit === 'percent' ? 100 : 1
    const { lo, hi } = hullOf([said])
    return { lo: Math.min(1, lo / scale), hi: Math.min(1, hi / scale) }
  })
  return {
    lo: Math.min(...ranges.map(({ lo }) => lo)),
    hi: Math.max(...ranges.map(({ hi }) => hi)),
  }
}
