import { instant } from './calendar.ts'
import { Dice, mix } from './dice.ts'
import { drawValues, habits, seedOf } from './habits.ts'
import { memberOwn } from './honest.ts'
import {
  addressOf,
  birthDateOf,
  companyOf,
  mailboxOf,
  nameOf,
  originOf,
  residenceOf,
} from './people.ts'
import { ownNumber, type Society } from './society.ts'
import { placeOf, type Thing, type ThingName, thingNames, things } from './things.ts'

/** An account as a file of subjects has it; an empty text where it does not say. */
export type AccountRow = {
  readonly id: string
  readonly schema: string
  readonly name: string
  readonly birthDate: string
  readonly nationality: string
  readonly country: string
  readonly address: string
  readonly email: string
  readonly phone: string
  readonly employer: string
  readonly createdAt: string
}

export type ObservationRow = {
  readonly account: string
  readonly kind: string
  readonly value: string
  readonly first_seen: string
  readonly last_seen: string
  readonly count: string
}

/** An account's own id: a scrambled place, which tells neither age nor group. */
export const idOf = (seed: number, account: number): string => {
  // Each step can be undone, so no two accounts have one id.
  let h = (account ^ seed) >>> 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return `u-${((h ^ (h >>> 16)) >>> 0).toString(16).padStart(8, '0')}`
}

/** How many accounts state a thing of themselves: nobody has to. */
const stated = { birthDate: 0.8, nationality: 0.7, country: 0.95, address: 0.6, employer: 0.3 }

const clients = (accounts: number): number => Math.max(50, Math.round(accounts / 20))

const purpose = { account: 1, observations: 2 }

type Seen = {
  readonly thing: number
  readonly number: number
  readonly first: number
  readonly last: number
  readonly count: number
}

/** Writes the rows of one account after the other. */
export class Rows {
  readonly #society: Society
  readonly #dice = new Dice(0)

  constructor(society: Society) {
    this.#society = society
  }

  account(account: number): AccountRow {
    const { parameters, states, created } = this.#society
    const { seed, accounts } = parameters
    const dice = this.#dice
    dice.reseed(seedOf(seed, account, purpose.account))
    const given = states.given[account] as number
    const employer = states.employer[account] as number
    const unless = (chance: number, text: string): string => (dice.chance(chance) ? text : '')
    const client = companyOf(seed, dice.popular(clients(accounts)))
    const phone = this.#seen(account).find(({ thing }) => thing === phonePlace)
    return {
      id: idOf(seed, account),
      schema: 'Person',
      name: nameOf(seed, given, states.family[account] as number),
      birthDate: unless(stated.birthDate, birthDateOf(seed, states.born[account] as number)),
      nationality: unless(stated.nationality, originOf(seed, states.origin[account] as number)),
      country: unless(stated.country, residenceOf(seed, states.reside[account] as number)),
      address: unless(stated.address, addressOf(seed, states.home[account] as number)),
      email: mailboxOf(seed, given, 16 + account),
      phone: phone ? things.phone.text(seed, phone.number) : '',
      employer: employer === -1 ? unless(stated.employer, client) : companyOf(seed, employer),
      createdAt: instant(created[account] as number),
    }
  }

  /** What an account was seen with, by time; its first phone number stands in the account's own row. */
  observations(account: number): readonly ObservationRow[] {
    const { seed } = this.#society.parameters
    const seen = this.#seen(account)
    const phone = seen.find(({ thing }) => thing === phonePlace)
    const id = idOf(seed, account)
    return seen
      .filter((each) => each !== phone)
      .map(({ thing, number, first, last, count }) => {
        const { kind, text }: Thing = things[thingNames[thing] as ThingName]
        return {
          account: id,
          kind,
          value: text(seed, number),
          first_seen: instant(first),
          last_seen: instant(last),
          count: String(count),
        }
      })
  }

  /** Numbers of the wallets that an account is paid to. */
  walletsOf(account: number): readonly number[] {
    return this.#seen(account).flatMap(({ thing, number }) =>
      thing === walletPlace ? [number] : [],
    )
  }

  /** What it was given with others, and by its habits what it has alone; ordered by time. */
  #seen(account: number): readonly Seen[] {
    const { parameters, sightings, states, created, ended } = this.#society
    const dice = this.#dice
    dice.reseed(seedOf(parameters.seed, account, purpose.observations))
    const [from, to] = [created[account] as number, ended[account] as number]
    const seen: Seen[] = []
    const see = (thing: number, number: number, count: number): void => {
      const first = from + Math.floor(dice.unit() ** 2 * 0.5 * (to - from))
      const last = to - Math.floor(dice.unit() ** 2 * 0.5 * (to - first))
      seen.push({ thing, number, first, last, count: count || drawCount(dice) })
    }
    const given = sightings.of(account, parameters.accounts)
    for (const { thing, number, count } of given) see(thing, number, count)
    for (const habit of habits) {
      const thing = placeOf(habit.thing)
      const field = memberOwn[habit.thing]
      const own = (which: number): number =>
        field === undefined ? ownNumber(account, which) : (states[field][account] as number)
      for (const number of drawValues(dice, habit, { parameters, own }))
        if (!given.some((each) => each.thing === thing && (each.alone || each.number === number)))
          see(thing, number, 0)
    }
    return seen.sort(
      (a, b) => a.first - b.first || a.thing - b.thing || mix(a.number, 0, 0) - mix(b.number, 0, 0),
    )
  }
}

const walletPlace = placeOf('wallet')
const phonePlace = placeOf('phone')

const drawCount = (dice: Dice): number => Math.max(1, Math.round(dice.logNormal(12, 1.3)))
