import type { StateStatement } from '../../model/index.ts'
import { suppose } from '../dossier.ts'
import { showParagraph } from '../duty.ts'
import { withdraw } from '../flips.ts'
import { type Cell, statementsOf } from '../proof.ts'
import { fromDay } from '../rule-date.ts'
import { toView, type View } from '../view.ts'
import type { Bound } from './bound.ts'
import { owingOf } from './owing.ts'
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

/** For each status that one new fact would bring about, the first such fact; each was added and gave it. */
export const findOutcomes = (view: View, bound: Bound, status: Cell<Owing>): readonly Outcome[] => {
  const found = new Map<Owing, Outcome>()
  for (const [at, fact] of factsFor(view, bound, status).entries()) {
    const add = fill(view, bound, { fact, at })
    const { value } = owingOf(toView(suppose(view.dossier, add), view), bound)
    if (value !== status.value && !found.has(value)) found.set(value, { at, fact, status: value })
  }
  return [...found.values()]
}

/** The facts as statements about the state; they are made up, and say so. */
export const toFlips = (
  view: View,
  bound: Bound,
  outcomes: readonly Outcome[],
): readonly DutyFlip[] =>
  outcomes.map(({ at, fact, status }) => ({ add: fill(view, bound, { fact, at }), status }))

const factsFor = (view: View, { duty, trigger }: Bound, status: Cell<Owing>): readonly Fact[] => {
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
  const taken = statementsOf(status.proof).flatMap((id) => {
    const said = view.dossier.byId.get(id)
    return said ? [withdraw(said)] : []
  })
  return [...(trigger ? [arises] : []), ...besides, ...taken]
}

type Made = { readonly fact: Fact; readonly at: number }

const fill = ({ on, known, dossier }: View, { duty }: Bound, made: Made): StateStatement => {
  const { own = false, ...fact } = made.fact
  const { state } = dossier
  const day = fromDay(Math.min(on, known))
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
    known: fromDay(known),
  }
}
