import { type Session, type Sql, sql } from '../../engine/index.ts'

/**
 * Files that came in one by one may tell the same transfer. Of a transaction each file counts its
 * transfers of equal ends and amounts; as many stay as the file has that tells most of them. Puts the
 * others of the view `candidate` into the table `twin`; returns what the rest is told by, as SQL.
 */
export const findTwins = async (session: Session): Promise<Sql> => {
  await session.run(sql`create or replace temp table twin (origin bigint)`)
  const several = sql`select count(distinct source) > 1 as several from candidate`
  for await (const row of session.query(several)) if (row.several !== true) return sql`true`
  await session.run(sql`
    insert into twin
    with shared as (
      select tx from candidate where tx is not null group by tx having min(source) <> max(source)),
    counted as (
      select *, row_number() over (
        partition by source, tx, asset, src, dst, amount, kind order by row) as nth
      from candidate where tx in (from shared)),
    placed as (
      select origin, row_number() over (
        partition by tx, asset, src, dst, amount, kind, nth order by source, row) as place
      from counted)
    select origin from placed where place > 1`)
  return sql`origin not in (from twin)`
}
