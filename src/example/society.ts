import { dayMinutes, opened, today } from './calendar.ts'
import { Dice, mix } from './dice.ts'
import { type Drift, makeDrift } from './drift.ts'
import type { Field, LookAlikeName } from './look-alikes.ts'
import type { Parameters } from './parameters.ts'
import { Sightings } from './sightings.ts'
import { placeOf, type ThingName, things } from './things.ts'

/** A value of an agency that is known as one; `company` is its number. */
export type Intermediary = {
  readonly kind: 'employer' | 'payout' | 'iban'
  readonly number: number
  readonly company: number
}

/** An honest group as it was planted; `company` is its number where the platform knows it as an agency. */
export type PlantedGroup = {
  readonly name: LookAlikeName
  readonly members: readonly number[]
  readonly company: number | undefined
}

/**
 * Everybody on the platform before anything is written down. An account is a place from 0. Each starts
 * as an ordinary one of its own; groups, honest or not, only say what members state and use alike.
 */
export class Society {
  readonly parameters: Parameters
  readonly dice: Dice
  readonly sightings: Sightings = new Sightings()
  /** Whose given names, family name, birth date … an account states: the number of a person. */
  readonly states: Readonly<Record<Field, Int32Array>>
  readonly created: Int32Array
  readonly ended: Int32Array
  /** Place of the ring, operator and facilitator that run an account; -1 for nobody. */
  readonly ring: Int32Array
  readonly operator: Int32Array
  readonly facilitator: Int32Array
  /** 1 for honest accounts whose identity a ring has stolen. */
  readonly victim: Uint8Array
  /** Honest group of each layer, -1 for none. */
  readonly group: { readonly home: Int32Array; readonly work: Int32Array }
  /** Honest groups by place. */
  readonly groups: PlantedGroup[] = []
  /** Companies and payees that the platform knows as intermediaries. */
  readonly intermediaries: Intermediary[] = []
  readonly #drift: Drift
  #fresh = 0

  constructor(parameters: Parameters) {
    const { seed, accounts } = parameters
    this.parameters = parameters
    this.#drift = makeDrift(parameters)
    this.dice = new Dice(mix(seed, 1, accounts))
    const own = Int32Array.from({ length: accounts }, (_, account) => account)
    this.states = {
      given: own.slice(),
      family: own.slice(),
      born: own.slice(),
      origin: own.slice(),
      reside: own.slice(),
      home: own,
      employer: new Int32Array(accounts).fill(-1),
    }
    const nobody = (): Int32Array => new Int32Array(accounts).fill(-1)
    this.ring = nobody()
    this.operator = nobody()
    this.facilitator = nobody()
    this.victim = new Uint8Array(accounts)
    this.group = { home: nobody(), work: nobody() }
    this.created = new Int32Array(accounts)
    this.ended = new Int32Array(accounts)
    for (let account = 0; account < accounts; account++)
      // Platforms grow: of the accounts of today more were made late than early.
      this.make(account, opened + (today - opened) * Math.sqrt(this.dice.unit()))
  }

  /** Whether it happens now: a habit by what it is, and how often it happens by the tables. */
  occurs(what: string, chance: number): boolean {
    return this.dice.chance(this.#drift(what, chance))
  }

  /** A number that no other value, person, home or company has. */
  fresh(): number {
    return ++this.#fresh + this.parameters.accounts
  }

  /** Makes an account at a moment; how long it stays in use is drawn in one way for everybody. */
  make(account: number, moment: number): void {
    const stays = this.dice.logNormal(400, 1.2) * dayMinutes
    const created = Math.min(Math.max(Math.floor(moment), opened), today - dayMinutes)
    this.created[account] = created
    this.ended[account] = Math.min(today, created + dayMinutes + Math.floor(stays))
  }

  /** An account is seen with a value; `count` 0 is drawn later. */
  give(account: number, name: ThingName, number: number, count = 0): void {
    const alone = this.dice.chance(things[name].alone)
    this.sightings.add(account, { thing: placeOf(name), number, count, alone })
  }

  /** Kinds of honest sharing that an account takes part in. */
  kindsOf(account: number): readonly LookAlikeName[] {
    return [this.group.home, this.group.work].flatMap((layer) => {
      const group = this.groups[layer[account] as number]
      return group === undefined ? [] : [group.name]
    })
  }
}
