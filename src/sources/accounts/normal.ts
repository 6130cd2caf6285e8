import { type Engine, readTexts, sql } from '../../engine/index.ts'
import { isRead, readObserved } from '../../identifiers/index.ts'
import { kinds } from './fields.ts'

/** What is known of a value beside its form, as a number; 0 where nothing is. */
export type TraitOf = (kind: string, key: string) => number

/**
 * Writes values alike, each distinct one once: `said` holds them as they are written, `normal` those
 * that are not compared so, or of which something is known.
 */
export const normaliseObserved = async (engine: Engine, traitOf: TraitOf): Promise<void> => {
  await engine.transaction((session) =>
    session.run(sql`create table said as select distinct kind, value from observed`),
  )
  await engine.transaction(async (session) => {
    await session.run(sql`
      create table normal (kind bigint, value varchar, key varchar, trait bigint, flaw varchar)`)
    const normal = await session.append('normal')
    for (const [place, kind] of kinds.entries()) {
      if (!isRead(kind)) continue
      const values = await readTexts(session, sql`select value from said where kind = ${place}`)
      for (const value of values) {
        const { key, flaw } = readObserved(kind, value)
        const trait = traitOf(kind, key)
        if (key !== value || trait !== 0 || flaw !== undefined)
          normal.add([place, value, key, trait, flaw ?? null])
      }
    }
  })
}
