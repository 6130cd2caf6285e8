import { dayMinutes, opened, today } from './calendar.ts'
import type { Dice } from './dice.ts'
import { type Field, type LookAlike, type LookAlikeName, lookAlikes } from './look-alikes.ts'
import { productOf, toolOf } from './machines.ts'
import type { PlantedGroup, Society } from './society.ts'
import { isLater, type ThingName } from './things.ts'

/** Values that are somebody's by what he states. */
export const memberOwn: Readonly<Partial<Record<ThingName, Field>>> = {
  ship_to: 'home',
  recovery_email: 'given',
  commit_identity: 'given',
}

/** Accounts in a random order, taken one after the other. */
export type Pool = { readonly order: Uint32Array; taken: number }

export const makePool = (society: Society): Pool => ({
  order: society.dice.shuffle(
    Uint32Array.from({ length: society.parameters.accounts }, (_, account) => account),
  ),
  taken: 0,
})

/** Takes members from a pool, fewer where it ends; accounts of rings only where strangers come. */
export const take = (
  society: Society,
  pool: Pool,
  size: number,
  open = true,
): readonly number[] => {
  const members: number[] = []
  while (members.length < size && pool.taken < pool.order.length) {
    const account = pool.order[pool.taken++] as number
    if (open || society.ring[account] === -1) members.push(account)
  }
  return members
}

/** Plants honest sharers of every kind until each has its share of the accounts. */
export const plantHonest = (society: Society, homes: Pool): void => {
  const pools = { home: homes, work: makePool(society) }
  for (const [name, look] of Object.entries(lookAlikes) as [LookAlikeName, LookAlike][]) {
    const wanted = Math.round(society.parameters.honest[name] * society.parameters.accounts)
    for (let planted = 0; planted < wanted; ) {
      const size = Math.min(drawSize(society, look), Math.max(wanted - planted, look.size[1]))
      const members = take(society, pools[look.layer], size, look.open === true)
      if (members.length < Math.max(1, look.size[1])) break
      plantGroup(society, name, members)
      planted += members.length
    }
  }
}

const drawSize = ({ dice, parameters }: Society, { layer, size }: LookAlike): number => {
  const [middle, least, most] = size
  const times = layer === 'work' ? parameters.sizes : 1
  return Math.max(least, Math.min(Math.round(dice.logNormal(middle, 0.6) * times), most * times))
}

const plantGroup = (society: Society, name: LookAlikeName, members: readonly number[]): void => {
  const look: LookAlike = lookAlikes[name]
  const place = society.groups.length
  for (const member of members) society.group[look.layer][member] = place
  setTimes(society, look, members)
  for (const [field, [group, member]] of Object.entries(look.states) as [Field, [number, number]][])
    if (society.occurs(`${name} ${field}`, group))
      stateAlike(society, { name, field, member }, members)
  const registered = look.intermediary && society.dice.chance(society.parameters.registered)
  const company = registered ? nameCompany(society, members) : undefined
  const planted = { name, members, company }
  society.groups.push(planted)
  for (const thing of Object.keys(look.shares) as ThingName[])
    if (!isLater(thing)) shareThing(society, planted, thing)
}

/** Has a group share a thing, as often as groups of its kind do. */
export const shareThing = (society: Society, planted: PlantedGroup, thing: ThingName): void => {
  const { name, members, company } = planted
  const shared = (lookAlikes[name] as LookAlike).shares[thing]
  if (shared === undefined) return
  const [group, member, per = members.length] = shared
  if (society.occurs(`${name} ${thing}`, group * society.parameters.sharing))
    shareAlike(society, { name, thing, member, per, company }, members)
}

type Stating = {
  readonly name: LookAlikeName
  readonly field: Field
  /** Chance of each member to state it. */
  readonly member: number
}

const stateAlike = (
  society: Society,
  { name, field, member: chance }: Stating,
  members: readonly number[],
): void => {
  // A company is a number of its own; all else is what the first member states.
  const alike = field === 'employer' ? society.fresh() : society.states[field][members[0] as number]
  const each = `${name} ${field} each`
  for (const member of members)
    if (society.occurs(each, chance)) society.states[field][member] = alike as number
}

/** The number of the company that the members of a known agency state, or of one that none states. */
const nameCompany = (society: Society, members: readonly number[]): number => {
  const stated = members.map((member) => society.states.employer[member] as number)
  const company = stated.find((each) => each !== -1) ?? society.fresh()
  society.intermediaries.push({ kind: 'employer', number: company, company })
  return company
}

type Sharing = {
  readonly name: LookAlikeName
  readonly thing: ThingName
  readonly member: number
  /** How many members one value serves. */
  readonly per: number
  /** The agency, where the platform knows it as one. */
  readonly company: number | undefined
}

const shareAlike = (society: Society, sharing: Sharing, members: readonly number[]): void => {
  const each = `${sharing.name} ${sharing.thing} each`
  let number = 0
  members.forEach((account, place) => {
    if (place % sharing.per === 0) number = startNumber(society, sharing, account)
    if (society.occurs(each, sharing.member)) society.give(account, sharing.thing, number)
  })
  const { thing, company } = sharing
  if ((thing === 'payout' || thing === 'iban') && company !== undefined)
    society.intermediaries.push({ kind: thing, number, company })
}

/** What a company puts on all its machines is not its own: tools that are known to everyone, and models. */
const stock: Readonly<Partial<Record<ThingName, (dice: Dice) => number>>> = {
  process: toolOf,
  usb: productOf,
}

/** Parcels go to a member's home, and recovery mails to a member's mailbox; all else is a new value. */
const startNumber = (society: Society, { name, thing }: Sharing, account: number): number => {
  const bought = lookAlikes[name].layer === 'work' ? stock[thing] : undefined
  if (bought) return bought(society.dice)
  const field = memberOwn[thing]
  return field === undefined ? society.fresh() : (society.states[field][account] as number)
}

const setTimes = (society: Society, { made }: LookAlike, members: readonly number[]): void => {
  if (made === undefined) return
  const { dice, created, ended } = society
  const [first] = members as [number]
  if (made !== 'in turn') {
    for (const member of members)
      society.make(member, (created[first] as number) + dice.unit() * made.withinDays * dayMinutes)
    return
  }
  // The first has to end early enough for the others.
  if ((ended[first] as number) > today - 30 * dayMinutes) {
    society.make(first, opened + dice.unit() * 0.6 * (today - opened))
    ended[first] = Math.min(ended[first] as number, today - 30 * dayMinutes)
  }
  members.slice(1).forEach((member, place) => {
    const before = ended[members[place] as number] as number
    society.make(member, before + dice.between(-5, 10) * dayMinutes)
  })
}
