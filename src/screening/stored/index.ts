import { canonicalJson } from '../../model/index.ts'
import { buildListedIndex, type ListedIndex } from '../index/listed-index.ts'
import type { Listed } from '../listed.ts'
import { Screener } from '../screener.ts'
import { packSections, type Unfit, unpackSections } from './sections.ts'
import { fromSections, toSections } from './stored-index.ts'
import { readListings, writeListings } from './stored-listings.ts'

/** Counts up whenever the sections change their meaning. */
const format = 1

/** What a stored screener was made of; with any other it is not used. */
export type StoredKey = {
  /** Stands for the code and its tables. */
  readonly program: string
  readonly lists: readonly { readonly id: string; readonly sha256: string }[]
}

const toKey = (key: StoredKey): string => canonicalJson({ format, ...key })

/** Packs designations with all that they are found by, into memory that threads can share. */
export const packScreener = (
  listed: readonly Listed[],
  key: StoredKey,
  index: ListedIndex = buildListedIndex(listed),
): Uint8Array => packSections(toKey(key), { ...toSections(index), ...writeListings(listed) })

/**
 * A screener over packed designations, which are read where they lie and as they are asked for; or
 * why they are not to be trusted. `checked` leaves out the test for damage: the bytes never left memory.
 */
export const openScreener = (
  packed: Uint8Array,
  key: StoredKey,
  checked = false,
): Screener | Unfit => {
  const sections = unpackSections(packed, toKey(key), checked)
  if ('unfit' in sections) return sections
  return new Screener({ listed: readListings(sections), index: fromSections(sections) })
}
