import type { Session, Sql } from './engine.ts'
import { sql } from './sql.ts'

/** Texts that come in one cell. */
const atOnce = 2_048

/**
 * The texts of a query with one column, in its order, none of them null. They come in JSON, many to a
 * cell, because to fetch them cell by cell takes ten times as long.
 */
export const readTexts = async (session: Session, query: Sql): Promise<string[]> => {
  const cells: string[] = []
  await session.fill(
    sql`
      select cast(to_json(list(text order by row)) as varchar)
      from (
        select row, row // ${atOnce} as part, text
        from (select row_number() over () - 1, * from (${query})) as numbered(row, text))
      group by part order by part`,
    [cells],
  )
  const texts: string[] = []
  for (const cell of cells) for (const text of JSON.parse(cell) as string[]) texts.push(text)
  return texts
}
