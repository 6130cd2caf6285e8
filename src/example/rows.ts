import { instant } from './calendar.ts'
import { Dice, hex } from './dice.ts'
import { type SettledHabit, seedOf, settleHabits } from './habits.ts'
import { memberOwn } from './honest.ts'
import { ownNumber, popularNumber } from './numbers.ts'
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
import type { Society } from './society.ts'
import { type ThingName, things } from './things.ts'

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
  readonly #habits: readonly SettledHabit[]
  readonly #dice = new Dice(0)

  constructor(society: Society) {
    this.#society = society
    this.#habits = settleHabits(society.parameters)
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
    const seen: Seen[] = []
    for (const habit of this.#habits) {
      const before = seen.length
      this.#see(seen, account, { habit, given })
      if (habit.thing === 'phone') seen.splice(before, 1)
    }
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
    const habit = this.#habits.find((each) => each.thing === thing) as SettledHabit
    const given = this.#society.sightings.of(account, this.#society.parameters.accounts)
    const seen: Seen[] = []
    this.#see(seen, account, { habit, given })
    return seen.map(({ number }) => number)
  }

  /** Adds what an account was given with others of one family, and what it has alone by its habit. */
  #see(seen: Seen[], account: number, { habit, given }: Seeing): void {
    const { thing, place, values, popular } = habit
    const dice = this.#dice
    dice.reseed(seedOf(this.#society.parameters.seed, account, purpose.observations + place))
    const before = seen.length
    let alone = false
    for (const each of given) {
      if (each.thing !== place) continue
      seen.push(this.#draw(account, { thing, number: each.number, count: each.count }))
      alone ||= each.alone
    }
    if (alone || !dice.chance(habit.seen)) return
    const many = dice.between(values[0], values[1])
    for (let which = 0; which < many; which++) {
      const number =
        popular[0] > 0 && dice.chance(popular[0])
          ? popularNumber(dice.popular(popular[1]))
          : this.#own(account, thing, which)
      const has = seen.some((each, at) => at >= before && each.number === number)
      if (!has) seen.push(this.#draw(account, { thing, number, count: 0 }))
    }
  }

  #own(account: number, thing: ThingName, which: number): number {
    const field = memberOwn[thing]
    if (field === undefined) return ownNumber(account, which)
    return this.#society.states[field][account] as number
  }

  /** When an account was seen with a value, within its life, and how often where nobody said. */
  #draw(account: number, { thing, number, count }: Pick<Seen, 'thing' | 'number' | 'count'>): Seen {
    const dice = this.#dice
    const from = this.#society.created[account] as number
    const to = this.#society.ended[account] as number
    const first = from + Math.floor(early(dice) * (to - from))
    const last = to - Math.floor(early(dice) * (to - first))
    return { thing, number, first, last, count: count || drawCount(dice), order: dice.unit() }
  }
}

type Seeing = { readonly habit: SettledHabit; readonly given: readonly Sighting[] }

/** A part of a time, up to its half, mostly small: things are used soon, and until the end. */
const early = (dice: Dice): number => {
  const part = dice.unit()
  return 0.5 * part * part
}

const drawCount = (dice: Dice): number => Math.max(1, Math.round(dice.logNormal(12, 1.3)))
