import { mix } from './dice.ts'
import { shareThing } from './honest.ts'
import { kvmOf, toolOf } from './machines.ts'
import { laterFarmHabits, payeeSeen, ringHabits } from './ring-habits.ts'
import { at, deal, type PlantedRing } from './rings.ts'
import type { Society } from './society.ts'
import { laterThings, type ThingName } from './things.ts'

/** Salts of the dice of each of these things, and of those of payees. */
const salt = { thing: 200, payee: 250 }

/**
 * Gives accounts what the example learned to tell later, each thing from dice of its own, so that all
 * else stays as it was: bank accounts, cards, programs and USB devices of rings and honest groups alike.
 */
export const plantLater = (society: Society, rings: readonly PlantedRing[]): void => {
  const { dice, parameters } = society
  laterThings.forEach((thing, place) => {
    dice.reseed(mix(parameters.seed, salt.thing + place, parameters.accounts))
    for (const ring of rings) {
      for (const habit of ringHabits)
        if (habit.thing === thing)
          for (const sharers of habit.among === 'ring' ? [ring.members] : ring.operators)
            deal(society, habit, ring.care, sharers)
      equip(society, ring, thing)
    }
    for (const group of society.groups) shareThing(society, group, thing)
  })
}

/** Puts on the laptops of each house the model of KVM and the tool that its facilitator uses. */
const equip = (
  society: Society,
  { care, facilitators, members }: PlantedRing,
  thing: ThingName,
) => {
  for (const { thing: hosted, seen } of laterFarmHabits) {
    if (hosted !== thing) continue
    for (const house of facilitators) {
      const number = (thing === 'usb' ? kvmOf : toolOf)(society.dice)
      for (const member of members)
        if (
          society.facilitator[member] === house &&
          society.occurs(`farm ${thing}`, at(seen, care))
        )
          society.give(member, thing, number)
    }
  }
}

/**
 * Number of the bank account of the helper who is paid out what a ring brings to exchanges. One of the
 * personas at least has it as its own payee; the careless write it down for many.
 */
export const openPayee = (
  society: Society,
  { care, members }: PlantedRing,
  place: number,
): number => {
  const { dice, parameters } = society
  dice.reseed(mix(parameters.seed, salt.payee, place))
  const payee = society.fresh()
  const first = dice.below(members.length)
  members.forEach((member, place) => {
    if (place === first || society.occurs('ring payee', at(payeeSeen, care)))
      society.give(member, 'iban', payee)
  })
  return payee
}
