import { type Millibits, toMillibits } from '../../../model/index.ts'
import type { Platform, StatedField } from '../../platform/platform.ts'
import type { Stated } from '../../platform/stated.ts'
import { type Spread, spreadOf } from './spread.ts'
import { statedBits } from './stated-bits.ts'
import { dominance, isCommon, type Rival, repeating, rivals, statedBy } from './weights.ts'

/** How many accounts of a platform state each field. */
export type Stating = Readonly<Record<StatedField, number>>

/** Bits for one operator and against a rival from what a group states in one field. */
export type StatedPart = { readonly field: StatedField; readonly millibits: Millibits }

/** A platform's stated values, and how many accounts state each field. */
type Ground = { readonly platform: Pick<Platform, 'stated'>; readonly stating: Stating }

/** How accounts spread over each field, worked out when it is asked for. */
export const spreadsOf = (
  { platform: { stated }, stating }: Ground,
  accounts: ArrayLike<number>,
): ((field: StatedField) => Spread) => {
  const known = new Map<StatedField, Spread>()
  return (field) => {
    const spread = known.get(field) ?? spreadOf(stated[field], accounts, stating[field])
    known.set(field, spread)
    return spread
  }
}

/** What the accounts of a group state, weighed against one rival, field by field. */
export const statedAgainst = (
  rival: Rival,
  spread: (field: StatedField) => Spread,
): readonly StatedPart[] =>
  statedBy(rival).map(({ field, part, chance }) => ({
    field,
    millibits: statedBits(spread(field), {
      operator: { part: repeating(field), chance: dominance },
      rival: { part, chance },
    }),
  }))

/** From this much in one field on, what is stated explains a value that accounts share. */
const enough: Millibits = toMillibits(-4)

/**
 * Whether what the holders of a value state explains that they share it: one address of a
 * household, one employer of an agency, one birth date of a person.
 */
export const isExplained = (ground: Ground, holders: ArrayLike<number>): boolean => {
  const { stated } = ground.platform
  if (!telling.some((field) => isAgreed(stated[field], holders))) return false
  const spread = spreadsOf(ground, holders)
  return rivals.some(
    (rival) =>
      isCommon(rival, holders.length) &&
      statedAgainst(rival, spread).some(({ millibits }) => millibits <= enough),
  )
}

/** The fields that any rival states alike. */
const telling: readonly StatedField[] = [
  ...new Set(rivals.flatMap((rival) => statedBy(rival).map(({ field }) => field))),
]

/** Whether any two agree; where none do, nothing is explained. */
const isAgreed = (stated: Stated, accounts: ArrayLike<number>): boolean => {
  for (let i = 1; i < accounts.length; i++)
    for (let j = 0; j < i; j++)
      if (stated.agree(accounts[i] as number, accounts[j] as number)) return true
  return false
}
