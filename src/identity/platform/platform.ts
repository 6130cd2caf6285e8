import type { Channel } from '../../model/index.ts'
import type { Stated } from './stated.ts'

/** The fields in which accounts speak of themselves. */
export const statedFields = [
  'name',
  'birthDate',
  'country',
  'nationality',
  'address',
  'employer',
] as const

export type StatedField = (typeof statedFields)[number]

/** Minutes since 1970 of an instant that is not known. */
export const noTime = -0x8000_0000

/**
 * A platform as typed arrays. An account is its place in `accounts`, a value its place in `values`.
 * Both are in order of their text, so the same facts give the same numbers in any order of rows.
 */
export type Platform = {
  /** The accounts' own ids, sorted by code point. */
  readonly accounts: readonly string[]
  readonly stated: Readonly<Record<StatedField, Stated>>
  /** Minutes since 1970 at which each account was made; `noTime` where unknown. */
  readonly created: Int32Array
  readonly values: Values
  readonly sightings: Sightings
}

/**
 * The distinct values that accounts were seen with, by kind and then key: all of them, or, where the
 * platform was read for what accounts share, those alone that two of them at least were seen with.
 */
export type Values = {
  /** Each value's kind, as a place in `kinds`. */
  readonly kind: Uint8Array
  /** Kinds of observations that occur, sorted, with the channel that each speaks of. */
  readonly kinds: readonly { readonly kind: string; readonly channel: Channel }[]
  /** Normalised value, or its keyed hash where values are not kept readable. */
  readonly key: readonly string[]
  /** What is known of the network of an address or the line of a number; 0 for the rest. */
  readonly trait: Uint8Array
}

/** What `Values.trait` says; a known tool is a program or device that reports name, the same for all who have it; a model is a device without its serial number. */
export const traits = [
  'none',
  'residential',
  'hosting',
  'vpn',
  'mobile',
  'voip',
  'disposable',
  'intermediary',
  'known_tool',
  'model',
] as const

export type Trait = (typeof traits)[number]

/**
 * Who was seen with what: the sightings of value v are those from `start[v]` to `start[v + 1]`,
 * one for each account, accounts ascending.
 */
export type Sightings = {
  readonly start: Uint32Array
  readonly account: Uint32Array
  /** Minutes since 1970; `noTime` where unknown. */
  readonly first: Int32Array
  readonly last: Int32Array
  readonly count: Uint32Array
  /** Row from 1, or line of JSON lines, in the file that `source` counts, of the first that says so. */
  readonly row: Uint32Array
  readonly source: Uint8Array
}
