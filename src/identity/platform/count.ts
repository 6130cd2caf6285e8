import { type Session, type Sql, sql } from '../../engine/index.ts'
import { MusterError } from '../../model/index.ts'

/** How many rows a table has. */
export const countRows = async (session: Session, table: Sql): Promise<number> => {
  for await (const { n } of session.query(sql`select count(*) as n from ${table}`)) return Number(n)
  throw new MusterError('internal', 'a count gave no row')
}
