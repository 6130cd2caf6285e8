import { type Engine, readTexts, sql } from '../../engine/index.ts'
import { isRead, type KeyedHash, readObserved, sameForms } from '../../identifiers/index.ts'
import { kinds } from './fields.ts'

/** How values are kept, and what is known of them. */
export type Keeping = {
  /** What is known of a value, as a number; 0 where nothing is. */
  readonly traitOf: (kind: string, key: string) => number
  /** Keeps keyed hashes in place of values. */
  readonly hash?: KeyedHash | undefined
}

/**
 * Writes values alike, each distinct one once: `normal` holds those that are not compared as they are
 * written or have a flaw. With a hash all are in it, with what is known of them, because it cannot be
 * told afterwards.
 */
export const normaliseObserved = (engine: Engine, { traitOf, hash }: Keeping): Promise<void> =>
  engine.transaction(async (session) => {
    await session.run(sql`
      create table normal (kind bigint, value varchar, key varchar, trait bigint, flaw varchar)`)
    const normal = await session.append('normal')
    for (const [place, kind] of kinds.entries()) {
      if (!isRead(kind) && !hash) continue
      const same = hash ? undefined : sameForms[kind]
      const unread = same === undefined ? sql`` : sql` and not regexp_full_match(value, ${same})`
      const values = await readTexts(
        session,
        sql`select distinct value from observed where kind = ${place}${unread}`,
      )
      for (const value of values) {
        const { key, flaw = null } = readObserved(kind, value)
        if (hash) normal.add([place, value, hash(kind, key), traitOf(kind, key), flaw])
        else if (key !== value || flaw !== null) normal.add([place, value, key, 0, flaw])
      }
    }
  })
