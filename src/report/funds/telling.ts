import type { MoneyTrail, Policy, Way } from '../../funds/index.ts'
import { type AmountWriter, writerOf } from './amounts.ts'
import { type Known, type Names, namesOf } from './names.ts'

/** What a trail is told with, beside its own numbers. */
export type Telling = Known & {
  /** Unique in the page; letters, digits and hyphens. */
  readonly anchor: string
  readonly policy: Policy
  /** What the seeds are called in sentences; without it, by their number. */
  readonly seeds?: string
  /** Only what came to the ends (backward: from them) is told, not all that became of the value. */
  readonly partial?: boolean
  /** The name of the file that a source is. */
  readonly fileOf: (source: string) => string
}

/** A trail with everything that its parts are written with. */
export type Told = {
  readonly trail: MoneyTrail
  readonly write: AmountWriter
  readonly names: Names
  readonly telling: Telling
}

/** `beside` are addresses that are spoken of and are not in the trail. */
export const toTold = (
  trail: MoneyTrail,
  telling: Telling,
  beside: readonly (string | null)[] = [],
): Told => ({
  trail,
  telling,
  write: writerOf(trail),
  names: namesOf(trail, telling, beside),
})

/** What a policy does, in a few words. */
export const policyWords: Readonly<Record<Policy, string>> = {
  haircut: 'by shares (haircut)',
  fifo: 'first in, first out',
  'taint-first': 'traced value first',
  'clean-first': 'other value first',
  poison: 'all that it touched (poison), an upper bound',
}

type StopKind = Exclude<MoneyTrail['ends'][number]['stop'], null>['kind']

/** Kinds of stops: one, and several. */
export const stopWords: Readonly<Record<StopKind, readonly [one: string, many: string]>> = {
  designated: ['designated owner', 'designated owners'],
  mixer: ['mixer', 'mixers'],
  coinjoin: ['coinjoin', 'coinjoins'],
  bridge: ['bridge', 'bridges'],
  dex: ['swap', 'swaps'],
  burn: ['burn', 'burns'],
  service: ['service', 'services'],
  hub: ['hub', 'hubs'],
}

/** What stands where a transfer has nobody on one side. */
export const nobodies: Readonly<Record<Way['kind'], string>> = {
  transfer: 'nobody',
  fee: 'fees',
  mint: 'minted',
  burn: 'burned',
}

/** What an end does that is no stop: beside its name in a picture, and in a table. */
export const holdsWords = ({
  trail: { backward },
  telling: { partial },
}: Told): { readonly bar: string; readonly end: string } => {
  if (partial)
    return backward ? { bar: 'sent', end: 'from here' } : { bar: 'got', end: 'came here' }
  return backward ? { bar: 'began', end: 'began here' } : { bar: 'holds', end: 'held' }
}
