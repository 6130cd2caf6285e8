import { type LookAlikeName, lookAlikes } from './look-alikes.ts'

/** How much care a ring takes to keep its accounts apart, from none to all it can. */
export const levels = ['careless', 'loose', 'careful', 'strict'] as const

export type Level = (typeof levels)[number]

/** What an example platform is made from. Shares are of all accounts, from 0 to 1. */
export type Parameters = {
  readonly seed: number
  readonly accounts: number
  /** Rings on the platform. */
  readonly rings: number
  /** Operators of a ring, on average, and the most: a team leader and mostly fewer than ten. */
  readonly operators: { readonly mean: number; readonly most: number }
  /** Personas of an operator: the middle, least and most of what was reported (12, 21, 22, 31). */
  readonly personas: { readonly middle: number; readonly least: number; readonly most: number }
  /** How much of an operator's personas have an account here and not on other platforms only. */
  readonly presence: number
  /** How many of the rings take how much care; the numbers are weights of each other. */
  readonly care: Readonly<Record<Level, number>>
  /** How often a ring uses a facilitator who serves another ring too. */
  readonly sharedFacilitators: number
  /** How many personas have the identity of somebody who has an account here too. */
  readonly stolenHere: number
  /** Times the habits of honest sharing in `look-alikes.ts`; 1 as they are there. */
  readonly sharing: number
  /** How far habits of sharing differ from the tables, in deviations of log-odds; 0 not at all. */
  readonly drift: number
  /** Times the sizes of agencies, offices and other work places. */
  readonly sizes: number
  /** How many accounts are honest sharers of each kind. */
  readonly honest: Readonly<Record<LookAlikeName, number>>
  readonly vpnUsers: number
  readonly mobileUsers: number
  readonly templateUsers: number
  readonly stockAvatars: number
  /** How many devices send one and the same id in place of their own, as browsers that hide it do. */
  readonly hiddenDevices: number
  readonly walletUsers: number
  /** How many agencies and employers of record the platform knows as such. */
  readonly registered: number
}

/** Rings among so many accounts unless told otherwise: 6 in 10,000, and 6 at least. */
const ringsAmong = (accounts: number): number => Math.max(6, Math.round(accounts * 0.0006))

const honest = Object.fromEntries(
  Object.entries(lookAlikes).map(([name, { share }]) => [name, share]),
) as Record<LookAlikeName, number>

/** No honest sharer of any kind, to add one kind at a time. */
export const nobody: Readonly<Record<LookAlikeName, number>> = Object.fromEntries(
  Object.keys(lookAlikes).map((name) => [name, 0]),
) as Record<LookAlikeName, number>

export const toParameters = (given: Partial<Parameters>): Parameters => {
  const accounts = given.accounts ?? 5_000
  return {
    seed: 1,
    accounts,
    rings: ringsAmong(accounts),
    operators: { mean: 5, most: 10 },
    personas: { middle: 10, least: 3, most: 31 },
    presence: 0.3,
    care: { careless: 1, loose: 1, careful: 1, strict: 1 },
    sharedFacilitators: 0.15,
    stolenHere: 0.02,
    sharing: 1,
    drift: 0,
    sizes: 1,
    honest,
    vpnUsers: 0.15,
    mobileUsers: 0.3,
    templateUsers: 0.3,
    stockAvatars: 0.08,
    hiddenDevices: 0.02,
    walletUsers: 0.15,
    registered: 0.6,
    ...given,
  }
}
