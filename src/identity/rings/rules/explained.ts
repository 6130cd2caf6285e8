import { type Millibits, toMillibits } from '../../../model/index.ts'
import type { Platform, StatedField } from '../../platform/platform.ts'
import { spreadOf } from './spread.ts'
import { statedBits } from './stated-bits.ts'
import { dominance, isCommon, type Rival, repeating, rivals, statedBy } from './weights.ts'

/** How many accounts of a platform state each field. */
export type Stating = Readonly<Record<StatedField, number>>

/** Bits for one operator and against a rival from what a group states in one field. */
export type StatedPart = { readonly field: StatedField; readonly millibits: Millibits }

/** A platform's stated values, and how many accounts state each field. */
type Ground = { readonly platform: Pick<Platform, 'stated'>; readonly stating: Stating }

/** What the accounts of a group state, weighed against one rival, field by field. */
export const statedAgainst = (
  { platform: { stated }, stating }: Ground,
  accounts: ArrayLike<number>,
  rival: Rival,
): readonly StatedPart[] =>
  statedBy(rival).map(({ field, part, chance }) => ({
    field,
    millibits: statedBits(spreadOf(stated[field], accounts, stating[field]), {
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
export const isExplained = (ground: Ground, holders: ArrayLike<number>): boolean =>
  rivals.some(
    (rival) =>
      isCommon(rival, holders.length) &&
      statedAgainst(ground, holders, rival).some(({ millibits }) => millibits <= enough),
  )
