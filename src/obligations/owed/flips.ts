import type { StateStatement } from '../../model/index.ts'
import { suppose } from '../dossier.ts'
import { showParagraph } from '../duty.ts'
import { withdraw } from '../flips.ts'
import { fromDay } from '../rule-date.ts'
import { toView, type View } from '../view.ts'
import type { Bound } from './bound.ts'
import { type OwingCell, owingOf } from './owing.ts'
import { isReport, type Owing } from './rules.ts'

/** One new fact, as a statement of the contract, and the status that the state would then have. */
export type DutyFlip = { readonly add: StateStatement; readonly status: Owing }

type Fact = Partial<StateStatement> &
  Pick<StateStatement, 'prop' | 'text'> & {
    /** Whether the state itself says it. */
    readonly own?: boolean
  }

/** A fact that changes a status, by its place among those that were tried, and to what. */
export type Outcome = { readonly at: number; readonly fact: Fact; readonly status: Owing }

/** Whom new facts are about, and when they would be learned: today, as dates. */
export type Telling = { readonly view: View; readonly day: string; readonly known: string }

/** Facts about the state of a view, on the earlier of its two days, learned on the day of knowledge. */
export const tellingOf = (view: View): Telling => ({
  view,
  day: fromDay(Math.min(view.on, view.known)),
  known: fromDay(view.known),
})

/** For each status that one new fact would bring about, the first such fact; each was added and gave it. */
export const findOutcomes = (
  telling: Telling,
  bound: Bound,
  status: OwingCell,
): readonly Outcome[] => {
  const { view } = telling
  const found = new Map<Owing, Outcome>()
  for (const [at, fact] of factsFor(bound, status).entries()) {
    // One more of what the status rests on leaves it as it is.
    if (status.by.some(({ statement }) => statement.prop === fact.prop && !fact.relation)) continue
    const add = fill(telling, bound, { fact, at })
    const { value } = owingOf(toView(suppose(view.dossier, add), view), bound)
    if (value !== status.value && !found.has(value)) found.set(value, { at, fact, status: value })
  }
  return [...found.values()]
}

/** The facts as statements about the state; they are made up, and say so. */
export const toFlips = (
  telling: Telling,
  bound: Bound,
  outcomes: readonly Outcome[],
): readonly DutyFlip[] =>
  outcomes.map(({ at, fact, status }) => ({ add: fill(telling, bound, { fact, at }), status }))

const factsFor = ({ duty, trigger }: Bound, { by }: OwingCell): readonly Fact[] => {
  const paragraph = showParagraph(duty)
  const arises: Fact = {
    prop: 'duty_arises',
    text: `${paragraph} comes to bind the state: ${trigger}`,
  }
  const filed: Fact = {
    prop: 'report_filed',
    own: true,
    text: `the state gave the report that ${paragraph} asks for`,
  }
  const missing: Fact = {
    prop: 'not_filed',
    text: `the report that ${paragraph} asks for was not given`,
  }
  const besides = isReport(duty) ? [filed, ...(trigger ? [] : [missing])] : []
  return [...(trigger ? [arises] : []), ...besides, ...by.map(withdraw)]
}

type Made = { readonly fact: Fact; readonly at: number }

const fill = ({ view, day, known }: Telling, { duty }: Bound, made: Made): StateStatement => {
  const { own = false, ...fact } = made.fact
  const { state } = view.dossier
  return {
    unit: duty.id,
    validFrom: day,
    validTo: day,
    origin: own ? state : 'one more independent source',
    reliability: own ? 'A' : 'C',
    credibility: own ? 2 : 3,
    ...fact,
    id: `flip-${state}-${duty.id}-${made.at + 1}`,
    state,
    known,
  }
}
