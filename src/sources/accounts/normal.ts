import { type Engine, sql } from '../../engine/index.ts'
import { isRead, readObserved } from '../../identifiers/index.ts'
import { kinds } from './fields.ts'

/** What is known of a value beside its form, as a number; 0 where nothing is. */
export type TraitOf = (kind: string, key: string) => number

/**
 * Writes values alike, each distinct one once: `normal` holds those that are not compared as they are
 * written, or of which something is known.
 */
export const normaliseObserved = async (engine: Engine, traitOf: TraitOf): Promise<void> => {
  await engine.transaction(async (session) => {
    await session.run(sql`
      create table normal (kind bigint, value varchar, key varchar, trait bigint, flaw varchar)`)
    const normal = await session.append('normal')
    for (const [place, kind] of kinds.entries()) {
      if (!isRead(kind)) continue
      const values: (string | null)[] = []
      const query = sql`select distinct value from observed where kind = ${place}`
      await session.fill(query, [values])
      for (const value of values as string[]) {
        const { key, flaw } = readObserved(kind, value)
        const trait = traitOf(kind, key)
        if (key !== value || trait !== 0 || flaw !== undefined)
          normal.add([place, value, key, trait, flaw ?? null])
      }
    }
  })
}
