import table from '../../data/duty-routes.json' with { type: 'json' }
import { toSpan } from '../model/index.ts'
import { findDuty, findSuccessor } from './duties.ts'
import { type Duty, type Force, isInForce, showParagraph } from './duty.ts'
import { type FactName, type FactPattern, factNames } from './facts.ts'
import { isMemberOn } from './member-states.ts'

/** One duty that one state owes in a case. */
export type DutyLine = {
  /** ISO 3166-1 alpha-3 code of the state; its firms and nationals are bound through it. */
  readonly bearer: string
  /** Id of the duty. */
  readonly duty: string
  /** `2397 OP8` */
  readonly paragraph: string
  /** What else must hold, which no fact of the case shows. */
  readonly condition: string
  /** The facts that the line rests on: without one of them it goes. */
  readonly facts: readonly FactName[]
  /** Only a `must` can be breached. */
  readonly force: Force
  /** Date by which it was to be done, where that is later than the adoption. */
  readonly due?: string
  readonly says: string
  readonly link?: string
}

type Route = {
  readonly duty: string
  readonly bearers: readonly FactName[]
  readonly national?: true
  readonly given?: FactPattern
  readonly if: string
}

const routes = table.routes as readonly Route[]

/** The DPRK's own duties are no part of the register. */
const outside = 'PRK'

/** A state that bears duties on a day: a member of the United Nations other than the DPRK. */
const bears = (state: string, day: number): boolean => state !== outside && isMemberOn(state, day)

/** The day that is asked about: the last day of `on`, else today, in days since 1970-01-01. */
const dayAsked = ({ on }: FactPattern, today: number): number => (on ? toSpan(on).last : today)

/**
 * Who owes what in a case, in the order of the facts and of the routes. A line rests on the state that
 * bears it and, where a duty is about DPRK nationals, on nationality_held if that is PRK; else its
 * condition says `if shown to be a DPRK national`: nationality is never inferred. Duties that are not
 * in force on the day are left out, and calls that a later must has taken up.
 */
export const routeDuties = (facts: FactPattern, today: number): readonly DutyLine[] => {
  const day = dayAsked(facts, today)
  const owed = routes
    .map((route) => ({ route, duty: findDuty(route.duty) as Duty }))
    .filter(({ route, duty }) => isOwed(duty, day) && isGiven(route, facts))
  return factNames.flatMap((bearer) => {
    const state = facts[bearer]
    if (state === undefined || !bears(state, day)) return []
    return owed
      .filter(({ route }) => route.bearers.includes(bearer))
      .map(({ route, duty }) => toLine(duty, route, { bearer, state, facts }))
  })
}

/** What must hold, in words, where a fact of a case brings a duty; undefined where it does not. */
export const findCondition = (duty: string, fact: FactName): string | undefined =>
  routes.find((route) => route.duty === duty && route.bearers.includes(fact))?.if

/** Facts that name a bearer who owes nothing here: the DPRK, or no member state on the day. */
export const findUnbound = (facts: FactPattern, today: number): readonly FactName[] =>
  factNames.filter((name) => {
    const state = facts[name]
    return name.endsWith('_state') && state !== undefined && !bears(state, dayAsked(facts, today))
  })

const isOwed = (duty: Duty, day: number): boolean =>
  isInForce(duty, day) && findSuccessor(duty, day) === undefined

const isGiven = ({ given = {} }: Route, facts: FactPattern): boolean =>
  factNames.every((name) => given[name] === undefined || given[name] === facts[name])

type Bound = {
  readonly bearer: FactName
  readonly state: string
  readonly facts: FactPattern
}

const toLine = (duty: Duty, route: Route, { bearer, state, facts }: Bound): DutyLine => {
  const established = facts.nationality_held === outside
  const condition = route.national && !established ? `${table.shown} and if ${route.if}` : route.if
  const rests = (name: FactName): boolean =>
    route.given?.[name] !== undefined ||
    (name === 'nationality_held' && established && route.national === true)
  const due = duty.due?.rule === 'adoption' ? undefined : duty.due?.date
  return {
    bearer: state,
    duty: duty.id,
    paragraph: showParagraph(duty),
    condition: `if ${condition}`,
    facts: [bearer, ...factNames.filter((name) => name !== bearer && rests(name))],
    force: duty.force,
    ...(due ? { due } : {}),
    says: duty.says,
    ...(duty.instrument ? { link: duty.instrument.link } : {}),
  }
}
