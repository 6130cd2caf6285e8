import { readTexts, type Session, sql, typedSql } from '../../../engine/index.ts'
import { kinds } from '../../../sources/index.ts'
import type { Marker } from '../rules/markers.ts'
import { hidden } from './seen.ts'

/**
 * Tells of each distinct value once what it is. Of a marker that can tell of some values only, those
 * that it told to be no such thing are held too, without a name.
 */
export const markValues = async (session: Session, markers: readonly Marker[]): Promise<void> => {
  const rows = await session.append('flag_mark')
  for (const [place, kind] of kinds.entries()) {
    const own = markers.filter((marker) => marker.kinds.includes(kind))
    if (own.length === 0) continue
    const shortest = Math.min(...own.map((marker) => marker.shortest ?? 0))
    const values = await readTexts(
      session,
      sql`
        select distinct value from observed
        where kind = ${place} and length(value) >= ${shortest} and not (${typedSql(hidden)})`,
    )
    for (const value of values)
      for (const { mark, partial, tell } of own) {
        const told = tell(kind, value)
        if (told || (partial && told === null)) rows.add([place, value, mark, told])
      }
  }
}
