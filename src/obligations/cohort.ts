import type { StateStatement } from '../model/index.ts'
import { type Described, described, hullOf, isTold, liveOf, viewOfCohort } from './cohort-view.ts'
import { flowBetween, type Range } from './flows.ts'
import { groupBy } from './group.ts'
import { type Headcount, headcountOf } from './headcount.ts'
import { type Cell, step } from './proof.ts'
import type { Looking, View } from './view.ts'

const visaClasses = [
  'work',
  'student',
  'tourist',
  'business',
  'official',
  'military',
  'none',
  'unknown',
] as const

/** On what leave a cohort stays; evidence of how it came, never the test of whether it works. */
export type VisaClass = (typeof visaClasses)[number]

/**
 * Workers of one host that statements speak of together, never a person. What is counted stays with its
 * kind: the headcount is of stocks (less those who returned, more those who entered since), arrivals are
 * of flows, plans are of plans.
 */
export type Cohort = {
  readonly id: string
  /** ISO 3166-1 alpha-3 code. */
  readonly host: string
  /** All workers of the host, of whom statements without a cohort speak. */
  readonly whole: boolean
  readonly visaClass: VisaClass
  readonly places: readonly Described[]
  readonly sectors: readonly Described[]
  readonly employers: readonly Described[]
  readonly dispatchers: readonly Described[]
  /** First and last day that anything is said of it, in days since 1970-01-01. */
  readonly period: { readonly from: number; readonly to: number }
  /** What the number of workers rests on: counted, only arrivals, only a plan, or nothing. */
  readonly method: 'stock' | 'arrivals' | 'plan' | 'unknown'
  readonly headcount: Cell<Headcount>
  readonly arrived: Cell<Headcount>
  readonly planned: Cell<Headcount>
  /** Every statement about it that is in scope, in code-point order. */
  readonly statements: readonly string[]
}

/** The cohorts of statements on a day, from what was known on a day; by host, the whole first, then by id. */
export const cohortsOf = (
  statements: Iterable<StateStatement>,
  looking: Looking,
): readonly Cohort[] => {
  const groups = groupBy(statements, ({ state, cohort = '' }) => `${state}\t${cohort}`)
  return [...groups.keys()].sort().flatMap((key) => {
    const [host = '', id = ''] = key.split('\t')
    return toCohort({ host, id }, groups.get(key) ?? [], looking) ?? []
  })
}

const toCohort = (
  { host, id }: { readonly host: string; readonly id: string },
  statements: readonly StateStatement[],
  looking: Looking,
): Cohort | undefined => {
  const view = viewOfCohort(host, statements, looking)
  const said = view.dossier.said.filter((one) => isTold(view, one))
  if (said.length === 0) return undefined
  const headcount = headcountOf(view)
  const arrived = arrivals(view)
  const planned = plans(view)
  return {
    id: id || `c-${host}`,
    host,
    whole: id === '',
    visaClass: visaClassOf(id, described(view, 'visa_class')),
    places: described(view, 'place'),
    sectors: described(view, 'sector'),
    employers: described(view, 'employer'),
    dispatchers: described(view, 'dispatcher'),
    period: {
      from: said.reduce((first, { from }) => Math.min(first, from), Number.POSITIVE_INFINITY),
      to: said.reduce((last, { end }) => Math.max(last, end), Number.NEGATIVE_INFINITY),
    },
    method: methodOf(headcount, arrived, planned),
    headcount,
    arrived,
    planned,
    statements: said.map((one) => one.id).sort(),
  }
}

const methodOf = (
  headcount: Cell<Headcount>,
  arrived: Cell<Headcount>,
  planned: Cell<Headcount>,
): Cohort['method'] => {
  if (isKnown(headcount)) return 'stock'
  if (isKnown(arrived)) return 'arrivals'
  return isKnown(planned) ? 'plan' : 'unknown'
}

const isKnown = ({ value: { lo, hi } }: Cell<Headcount>): boolean => lo !== null || hi !== null

const nobody: Headcount = { lo: null, hi: null }

/** Persons who came, as far as flows say; how many of them are still there they do not say. */
const arrivals = (view: View): Cell<Headcount> => {
  const between = { cohort: '', after: Number.NEGATIVE_INFINITY, upTo: view.on }
  const flow = flowBetween(view, { ...between, role: 'entered' })
  const value = flow.used.length > 0 ? toHeadcount(flow) : nobody
  return { value, proof: step('came', [], flow.parts) }
}

/** All that live plans speak of; they may differ, and none of it need have happened. */
const plans = (view: View): Cell<Headcount> => {
  const live = liveOf(view, ({ kind }) => kind === 'plan')
  return {
    value: live.said.length > 0 ? toHeadcount(hullOf(live.said)) : nobody,
    proof: step('planned', [], live.parts),
  }
}

const toHeadcount = ({ lo, hi }: Range): Headcount => ({
  lo,
  hi: Number.isFinite(hi) ? hi : null,
})

const visaClassOf = (id: string, stated: readonly Described[]): VisaClass => {
  const words = stated.length > 0 ? stated.map(({ value }) => value) : id.split(/[^a-z]+/i)
  const found = visaClasses.filter((each) => words.includes(each))
  return found.length === 1 && found[0] ? found[0] : 'unknown'
}
