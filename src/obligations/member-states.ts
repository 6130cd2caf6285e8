import table from '../../data/member-states.json' with { type: 'json' }
import { toSpan } from '../model/index.ts'

/** A member of the United Nations. */
export type MemberState = {
  /** ISO 3166-1 alpha-3 code. */
  readonly iso3: string
  /** Short English name. */
  readonly name: string
  /** Day of admission, `2011-07-14`. */
  readonly admitted: string
  /** The same in days since 1970-01-01; below zero before. */
  readonly admittedDay: number
}

/** The 193 members in the order of their codes. */
export const memberStates: readonly MemberState[] = table.states.map(([iso3, name, admitted]) => ({
  iso3: iso3 as string,
  name: name as string,
  admitted: admitted as string,
  admittedDay: toSpan(admitted as string).first,
}))

const byCode: ReadonlyMap<string, MemberState> = new Map(
  memberStates.map((state) => [state.iso3, state]),
)

/** The member with a code; undefined for any other territory. */
export const findMemberState = (iso3: string): MemberState | undefined => byCode.get(iso3)

/** Whether a state was a member on a day, given in days since 1970-01-01; the day of admission counts. */
export const isMemberOn = (iso3: string, day: number): boolean => {
  const state = byCode.get(iso3)
  return state !== undefined && state.admittedDay <= day
}
