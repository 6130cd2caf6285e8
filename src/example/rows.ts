import { instant } from './calendar.ts'
import { Dice, hex } from './dice.ts'
import { drawValues, type Habit, habits, seedOf } from './habits.ts'
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
import type { Sighting } from './sightings.ts'
import { ownNumber, type Society } from './society.ts'
import { placeOf, type ThingName, things } from './things.ts'

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
  return `u-${hex(h ^ (h >>> 16))}`
}

/** How many accounts state a thing of themselves: nobody has to. */
const stated = { birthDate: 0.8, nationality: 0.7, country: 0.95, address: 0.6, employer: 0.3 }

const clients = (accounts: number): number => Math.max(50, Math.round(accounts / 20))

/** Of one account, what is drawn by which dice; `observations` are as many as families of values. */
const purpose = { account: 1, observations: 100 }

type Seen = {
  readonly thing: ThingName
  readonly number: number
  readonly first: number
  readonly last: number
  readonly count: number
  /** Parts what was first seen in the same minute. */
  readonly order: number
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
    const [phone] = this.numbersOf(account, 'phone')
    const dice = this.#dice
    dice.reseed(seedOf(seed, account, purpose.account))
    const given = states.given[account] as number
    const employer = states.employer[account] as number
    const unless = (chance: number, text: string): string => (dice.chance(chance) ? text : '')
    const client = companyOf(seed, dice.popular(clients(accounts)))
    return {
      id: idOf(seed, account),
      schema: 'Person',
      name: nameOf(seed, given, states.family[account] as number),
      birthDate: unless(stated.birthDate, birthDateOf(seed, states.born[account] as number)),
      nationality: unless(stated.nationality, originOf(seed, states.origin[account] as number)),
      country: unless(stated.country, residenceOf(seed, states.reside[account] as number)),
      address: unless(stated.address, addressOf(seed, states.home[account] as number)),
      email: mailboxOf(seed, given, 16 + account),
      phone: phone === undefined ? '' : things.phone.text(seed, phone),
      employer: employer === -1 ? unless(stated.employer, client) : companyOf(seed, employer),
      createdAt: instant(created[account] as number),
    }
  }

  /** What an account was seen with, by time; its first phone number stands in the account's own row. */
  observations(account: number): readonly ObservationRow[] {
    const { parameters, sightings } = this.#society
    const given = sightings.of(account, parameters.accounts)
    const seen = habits.flatMap((habit) => {
      const each = this.#seenWith(account, habit, given)
      return habit.thing === 'phone' ? each.slice(1) : each
    })
    seen.sort((a, b) => a.first - b.first || a.order - b.order)
    const id = idOf(parameters.seed, account)
    return seen.map(({ thing, number, first, last, count }) => ({
      account: id,
      kind: things[thing].kind,
      value: things[thing].text(parameters.seed, number),
      first_seen: instant(first),
      last_seen: instant(last),
      count: String(count),
    }))
  }

  /** Numbers of the values of one family that an account is seen with, as `observations` has them. */
  numbersOf(account: number, thing: ThingName): readonly number[] {
    const habit = habits.find((each) => each.thing === thing) as Habit
    const given = this.#society.sightings.of(account, this.#society.parameters.accounts)
    return this.#seenWith(account, habit, given).map(({ number }) => number)
  }

  /** What it was given with others of one family, and what it has alone by its habit. */
  #seenWith(account: number, habit: Habit, given: readonly Sighting[]): readonly Seen[] {
    const { parameters, states, created, ended } = this.#society
    const place = placeOf(habit.thing)
    const dice = this.#dice
    dice.reseed(seedOf(parameters.seed, account, purpose.observations + place))
    const [from, to] = [created[account] as number, ended[account] as number]
    const seen: Seen[] = []
    const see = (number: number, count: number): void => {
      const first = from + Math.floor(dice.unit() ** 2 * 0.5 * (to - from))
      const last = to - Math.floor(dice.unit() ** 2 * 0.5 * (to - first))
      const drawn = count || drawCount(dice)
      const order = dice.unit()
      seen.push({ thing: habit.thing, number, first, last, count: drawn, order })
    }
    let alone = false
    for (const { thing, number, count, alone: only } of given) {
      if (thing !== place) continue
      see(number, count)
      alone ||= only
    }
    const field = memberOwn[habit.thing]
    const own = (which: number): number =>
      field === undefined ? ownNumber(account, which) : (states[field][account] as number)
    if (!alone)
      for (const number of drawValues(dice, habit, { parameters, own }))
        if (!seen.some((each) => each.number === number)) see(number, 0)
    return seen
  }
}

const drawCount = (dice: Dice): number => Math.max(1, Math.round(dice.logNormal(12, 1.3)))
