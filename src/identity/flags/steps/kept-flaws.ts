import { type Sql, sql } from '../../../engine/index.ts'
import { type Flag, flawMark } from '../table.ts'
import { kindsIn, whole } from './seen.ts'

/** Check digits that failed when a value was hashed at the door: its number cannot be read again. */
export const noteKeptFlaws = ({ rule, kinds }: Flag, place: number): readonly Sql[] => {
  if (!('mark' in rule) || rule.mark !== flawMark) return []
  const flaws = sql`from kept_flaw where kind in (${kindsIn(kinds)})`
  return [
    sql`insert into flag_looked select distinct account, ${whole(2 ** place)} ${flaws}`,
    sql`
      insert into flag_raised
      select account, ${whole(place)}, kind, value, flaw, source, row ${flaws}`,
  ]
}
