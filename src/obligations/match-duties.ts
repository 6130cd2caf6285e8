import table from '../../data/case-duties.json' with { type: 'json' }
import { parseCountry, toAlpha3 } from '../identifiers/index.ts'
import { type DesignatedEntity, type Entity, type FactRef, statementId } from '../model/index.ts'
import { findDuty } from './duties.ts'
import { isInForce, showParagraph } from './duty.ts'
import type { FactName } from './facts.ts'
import { findCondition, routeDuties } from './router.ts'

/** How far a designation reaches: listed by the Council or its Committee, or by another body only. */
export type Reach = 'un' | 'other'

/** One duty that a match brings, to a state or, where none is known, to whoever holds something. */
export type BroughtDuty = {
  /** What tells who bears it: the setting, a country that the record states, or only that somebody holds. */
  readonly by: 'organisation_state' | 'stated_country' | 'holder'
  /** ISO 3166-1 alpha-3 code; undefined of a holder whose state is not known. */
  readonly state?: string
  readonly duty: string
  readonly paragraph: string
  readonly condition: string
  /** The statement that names the country. */
  readonly facts: readonly FactRef[]
}

/** Why a state, or whoever it is, stands beside a duty. */
export const bearerTexts: Readonly<Record<string, string>> = {
  organisation_state: 'the state of your organisation',
  stated_country: 'a country that a record states, where assets may be',
  holder: 'organisation.state names your state',
} satisfies Record<BroughtDuty['by'], string>

type Role = { readonly holder: FactName; readonly country: FactName }

const roles = table.roles as Readonly<Record<string, Role>>
const reference = new RegExp(table.reference)
const programmes = new RegExp(table.programmes)

const roleOf = ({ schema }: Entity): Role => roles[schema] ?? (roles.Company as Role)

/** Whether a designation is one for the DPRK, and whose; undefined of any other. */
export const reachOf = ({ entity }: DesignatedEntity): Reach | undefined => {
  const { key, statements } = entity
  if (reference.test(key)) return 'un'
  if (statements.some(({ prop, value }) => prop === 'unscId' && reference.test(value))) return 'un'
  const named = statements.some(
    ({ prop, value }) => prop.startsWith('program') && programmes.test(value),
  )
  return named ? 'other' : undefined
}

const openings: Readonly<Record<Reach, string>> = {
  un: 'if the match is confirmed',
  other:
    'if the match is confirmed, and if the Committee lists it too or it acts for one that is listed',
}

export type MatchAsked = {
  readonly subject: Entity
  readonly reach: Reach
  /** State of the organisation that asks, as a code of three letters. */
  readonly organisation?: string | undefined
  /** The day, since 1970-01-01. */
  readonly day: number
}

/**
 * The duties that a match brings: to the organisation that asks, else to whoever holds something; and
 * to the state of each country that the record states, where assets may be. Nationality is not read.
 */
export const dutiesOfMatch = (asked: MatchAsked): readonly BroughtDuty[] => {
  const { subject, organisation } = asked
  const role = roleOf(subject)
  const own = organisation
    ? routed(asked, { by: 'organisation_state', role: role.holder, state: organisation, facts: [] })
    : held(asked, role.holder)
  const stated = countriesOf(subject).flatMap(({ state, fact }) =>
    routed(asked, { by: 'stated_country', role: role.country, state, facts: [fact] }),
  )
  return [...own, ...stated]
}

type Bearer = Pick<BroughtDuty, 'by' | 'facts'> & {
  readonly role: FactName
  readonly state: string
}

const routed = (
  { reach, day }: MatchAsked,
  { by, role, state, facts }: Bearer,
): readonly BroughtDuty[] =>
  routeDuties({ [role]: state }, day)
    .filter(({ duty }) => table.duties.includes(duty))
    .map(({ duty, paragraph, condition }) => ({
      by,
      state,
      duty,
      paragraph,
      condition: `${openings[reach]}, and ${condition}`,
      facts,
    }))

/** The same for a holder whose state nobody told. */
const held = ({ reach, day }: MatchAsked, role: FactName): readonly BroughtDuty[] =>
  table.duties.flatMap((id) => {
    const duty = findDuty(id)
    const condition = findCondition(id, role)
    if (!duty || condition === undefined || !isInForce(duty, day)) return []
    return {
      by: 'holder' as const,
      duty: id,
      paragraph: showParagraph(duty),
      condition: `${openings[reach]}, and if ${condition}`,
      facts: [],
    }
  })

type Stated = { readonly state: string; readonly fact: FactRef }

const countriesOf = ({ id, schema, statements }: Entity): readonly Stated[] => {
  const props = schema === 'Vessel' ? ['flag', 'country'] : ['country']
  const found = new Map<string, FactRef>()
  for (const said of statements) {
    if (said.entity !== id || !props.includes(said.prop)) continue
    const state = toAlpha3(parseCountry(said.value) ?? '')
    if (state && !found.has(state)) found.set(state, statementId(said))
  }
  return [...found].map(([state, fact]) => ({ state, fact }))
}
