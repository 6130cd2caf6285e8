import { MusterError } from '../../model/index.ts'
import type { AccountFlags } from './account-flags.ts'
import { accountFlags, type Flag } from './table.ts'

/** What a flag is, in words; a ring names it by `flag`. */
export type FlagCard = Omit<Flag, 'id' | 'kinds' | 'rule' | 'strength'> & {
  readonly flag: string
}

/** The words of every flag, the strongest first. */
export const flagCards: readonly FlagCard[] = accountFlags.map(
  ({ id, kinds: _kinds, rule: _rule, strength: _strength, ...words }) => ({ flag: id, ...words }),
)

/** The words of one flag. Error: `internal` where the table has none of that name. */
export const getFlagCard = (flag: string): FlagCard => {
  const card = flagCards.find((each) => each.flag === flag)
  if (!card) throw new MusterError('internal', `the table has no flag ${flag}`)
  return card
}

/** A flag, and whether the data of a platform can tell it of any account at all. */
export type PlatformFlag = FlagCard & { readonly evaluable: boolean }

/** Every flag with whether it can be told on a platform: what cannot is no clean result. */
export const toPlatformFlags = (flags: AccountFlags): readonly PlatformFlag[] => {
  const told = toldFlags(flags)
  return flagCards.map((card, f) => ({ ...card, evaluable: isTold(told, f) }))
}

/** Bit f is set where flag f was looked for, or seen, at some account. */
export const toldFlags = ({ looked, raised }: AccountFlags): number => {
  let told = 0
  for (const flags of looked) told |= flags
  for (const flag of raised.flag) told |= 1 << flag
  return told
}

/** Whether the bit of a flag is set. */
export const isTold = (flags: number, flag: number): boolean => ((flags >>> flag) & 1) === 1
