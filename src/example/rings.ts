import { dayMinutes, opened, today } from './calendar.ts'
import { vpnExits } from './habits.ts'
import { type Pool, take } from './honest.ts'
import { popularNumber } from './numbers.ts'
import { levels } from './parameters.ts'
import {
  type ByCare,
  behindVpn,
  farmHabits,
  hosted,
  lapses,
  lapsing,
  proxyDrops,
  type RingHabit,
  ringHabits,
} from './ring-habits.ts'
import type { Society } from './society.ts'
import { isLater } from './things.ts'

/** A ring as it was planted. */
export type PlantedRing = {
  /** Place of its level of care in `levels`. */
  readonly care: number
  readonly members: readonly number[]
  /** The members by who runs them. */
  readonly operators: readonly (readonly number[])[]
  readonly facilitators: readonly number[]
}

/** Plants the rings of a platform; members are taken from the pool of homes, so none is at home elsewhere. */
export const plantRings = (society: Society, pool: Pool): readonly PlantedRing[] => {
  const cares = drawCares(society)
  const rings: PlantedRing[] = []
  for (const care of cares) {
    const sizes = drawOperators(society)
    const operators = sizes.map((size) => take(society, pool, size))
    const members = operators.flat()
    if (members.length < 3) break
    const facilitators = drawFacilitators(society, rings.at(-1))
    const place = rings.push({ care, members, operators, facilitators }) - 1
    for (const member of members) society.ring[member] = place
    operators.forEach((personas, operator) => {
      for (const persona of personas) society.operator[persona] = operator
      setCampaign(society, personas)
    })
    for (const habit of ringHabits)
      if (!isLater(habit.thing))
        for (const sharers of habit.among === 'ring' ? [members] : operators)
          deal(society, habit, care, sharers)
    for (const personas of operators) slip(society, care, personas)
    host(society, care, members, facilitators)
    hide(society, care, members)
  }
  stealIdentities(society, rings)
  return rings
}

/** Some identities are stolen from people who have an account here themselves. */
const stealIdentities = (society: Society, rings: readonly PlantedRing[]): void => {
  const { dice, parameters, states } = society
  for (const persona of rings.flatMap(({ members }) => members)) {
    if (!dice.chance(parameters.stolenHere)) continue
    const victim = dice.below(parameters.accounts)
    if (society.ring[victim] !== -1) continue
    society.victim[victim] = 1
    for (const field of ['given', 'family', 'born', 'origin', 'reside', 'home'] as const)
      states[field][persona] = states[field][victim] as number
    const number = society.fresh()
    if (dice.chance(0.5))
      for (const each of [persona, victim]) society.give(each, 'document', number)
  }
}

/** The number for a level of care by its place. */
export const at = (care: ByCare, place: number): number => care[place] as number

/** Levels of care in the asked shares, as near as whole rings allow, in a random order. */
const drawCares = ({ dice, parameters: { rings, care } }: Society): readonly number[] => {
  const upTo: number[] = []
  for (const level of levels) upTo.push((upTo.at(-1) ?? 0) + care[level])
  const sum = upTo.at(-1) as number
  const cares = Array.from({ length: rings }, (_, i) =>
    upTo.findIndex((most) => ((i + 0.5) / rings) * sum < most),
  )
  return dice.shuffle(cares)
}

/** How many accounts each operator of a ring has on this platform; three in all at least. */
const drawOperators = ({ dice, parameters }: Society): readonly number[] => {
  const { operators, personas, presence } = parameters
  const sizes = Array.from(
    { length: Math.min(operators.most, dice.geometric(operators.mean)) },
    () => {
      const drawn = Math.round(dice.logNormal(personas.middle, 0.5))
      const all = Math.min(personas.most, Math.max(personas.least, drawn))
      let here = 0
      for (let i = 0; i < all; i++) if (dice.chance(presence)) here++
      return Math.max(1, here)
    },
  )
  const sum = sizes.reduce((a, b) => a + b, 0)
  return sum >= 3 ? sizes : [3]
}

/** One to three houses, the numbers of their addresses; one of the last ring's where it is shared. */
const drawFacilitators = (society: Society, last: PlantedRing | undefined): readonly number[] => {
  const { dice, parameters } = society
  const houses = Array.from({ length: dice.between(1, 3) }, () => society.fresh())
  const shared = last?.facilitators[0]
  if (shared !== undefined && dice.chance(parameters.sharedFacilitators)) houses[0] = shared
  return houses
}

/** Accounts come in floods of days; some replace one that was closed 2 to 10 days before. */
const setCampaign = (society: Society, personas: readonly number[]): void => {
  const { dice, ended } = society
  const start = opened + (today - opened) * Math.sqrt(dice.unit())
  personas.forEach((persona, place) => {
    const before = ended[personas[place - 1] as number] ?? today
    const replaces = place > 0 && dice.chance(0.3) && before < today - 12 * dayMinutes
    const moment = replaces
      ? before + dice.between(2, 10) * dayMinutes
      : start + dice.logNormal(30, 1) * dayMinutes
    society.make(persona, moment)
  })
}

/** Gives the personas of one operator, or of a ring, what its habit has them share. */
export const deal = (
  society: Society,
  { thing, per, pooled }: RingHabit,
  care: number,
  sharers: readonly number[],
): void => {
  const { dice } = society
  if (sharers.length < 2 || !society.occurs(`ring ${thing}`, at(pooled, care))) return
  // Half of them keep the same personas together in all things, half deal anew each time.
  const dealt = dice.chance(0.5) ? sharers : dice.shuffle([...sharers])
  const values = Array.from({ length: Math.ceil(dealt.length / per) }, () => society.fresh())
  dealt.forEach((persona, place) => {
    const own = values[Math.floor(place / per)] as number
    // Where values are nearly as many as personas, some serve two and the rest one.
    if (dice.chance(0.9)) society.give(persona, thing, per < 2 ? pickOne(society, values) : own)
  })
}

const pickOne = ({ dice }: Society, values: readonly number[]): number =>
  values[dice.below(values.length)] as number

const slip = (society: Society, care: number, personas: readonly number[]): void => {
  const { dice } = society
  const address = society.fresh()
  for (const persona of personas) {
    const sessions = Math.round(dice.logNormal(60, 1))
    if (dice.chance(1 - (1 - at(proxyDrops, care)) ** sessions))
      society.give(persona, 'site_ip', address, dice.between(1, 3))
  }
  for (const thing of lapsing) {
    const number =
      thing === 'commit_identity'
        ? (society.states.given[personas[0] as number] as number)
        : society.fresh()
    for (const persona of personas)
      if (society.occurs('ring lapse', at(lapses, care)))
        society.give(persona, thing, number, dice.between(1, 2))
  }
}

const host = (
  society: Society,
  care: number,
  members: readonly number[],
  houses: readonly number[],
): void => {
  for (const member of members) {
    if (!society.occurs('ring hosted', at(hosted, care))) continue
    const house = pickOne(society, houses)
    society.facilitator[member] = house
    for (const { thing, seen } of farmHabits)
      if (society.occurs(`farm ${thing}`, at(seen, care))) society.give(member, thing, house)
  }
}

const hide = (society: Society, care: number, members: readonly number[]): void => {
  const { dice } = society
  const exits = Array.from({ length: dice.between(3, 10) }, () =>
    popularNumber(dice.popular(vpnExits(society.parameters))),
  )
  for (const member of members)
    if (society.occurs('ring vpn', at(behindVpn, care)))
      for (let i = dice.between(1, 3); i > 0; i--)
        society.give(member, 'vpn_ip', pickOne(society, exits))
}
