import { languages, latticeKeys, type Name, wholeNameKeys } from '../../names/index.ts'
import type { Listed } from '../listed.ts'
import type { StatedName } from '../profile.ts'
import { Interner } from './interner.ts'
import { buildKeyIndex, hashText, type KeyIndex } from './key-index.ts'
import { buildNameTable, type NameTable } from './name-table.ts'
import { type Postings, post } from './postings.ts'
import { type SpellingForms, Spellings } from './spellings.ts'

/** Designations in a row; a designation may be made when it is asked for. */
export type Listings = {
  readonly length: number
  at(designation: number): Listed | undefined
}

/** Everything that designations are found by, in plain tables that can be stored. */
export type ListedIndex = {
  /** Names of designation `d` are `starts[d]` up to `starts[d + 1]`. */
  readonly starts: Int32Array
  /** The designation of each name. */
  readonly owners: Int32Array
  /** A bit for each language that a name can be read in. */
  readonly readings: Uint8Array
  /** Names that fold to the same tokens are searched once. */
  readonly table: NameTable
  readonly spelled: Postings
  readonly forms: SpellingForms
  /** Names by what they meet by beyond tokens: see `meetingKeys`. */
  readonly meetings: KeyIndex
  /** Designations by hashes of their identifiers. */
  readonly identifiers: KeyIndex
}

/** Kinds of keys share one number range. */
const kinds = 8
const wholeKind = kinds - 1

/** Whether a key is one of a whole name, which may weigh more than its tokens let expect. */
export const isWholeKey = (key: number): boolean => key % kinds === wholeKind

/** By what two names can meet that share no token: syllables of one language, and keys of whole names. */
export const meetingKeys = ({ tokens, readings }: Name): number[] => {
  const keys: number[] = []
  readings.forEach((reading, language) => {
    if (reading) for (const key of latticeKeys(reading)) keys.push(key * kinds + language)
  })
  for (const key of wholeNameKeys(tokens)) keys.push((hashText(key) % 2 ** 48) * kinds + wholeKind)
  return keys
}

/** The languages that a name can be read in, as bits. */
export const readingBits = ({ readings }: Name): number =>
  readings.reduce((bits, reading, k) => (reading ? bits | (1 << k) : bits), 0)

/** Builds what designations are found by. */
export const buildListedIndex = (listed: readonly Listed[]): ListedIndex => {
  if (languages.length >= wholeKind) throw new RangeError('more languages than kinds of keys')
  const names: StatedName[] = []
  const starts = new Int32Array(listed.length + 1)
  listed.forEach(({ profile }, d) => {
    for (const name of profile.names) names.push(name)
    starts[d + 1] = names.length
  })
  const owners = new Int32Array(names.length)
  for (let d = 0; d < listed.length; d++) owners.fill(d, starts[d], starts[d + 1])
  const sequences = new Interner()
  const ids = Int32Array.from(names, ({ name }) => sequences.intern(name.tokens.join(' ')))
  const table = buildNameTable(sequences.keys.map((key) => key.split(' ')))
  const each = Int32Array.from({ length: names.length + 1 }, (_, n) => n)
  return {
    starts,
    owners,
    readings: Uint8Array.from(names, ({ name }) => readingBits(name)),
    table,
    spelled: post(each, ids, sequences.keys.length),
    forms: new Spellings(table).forms,
    meetings: buildKeyIndex(names.map(({ name }) => meetingKeys(name))),
    identifiers: buildKeyIndex(
      listed.map(({ profile }) => profile.identifiers.map(({ key }) => hashText(key))),
    ),
  }
}
