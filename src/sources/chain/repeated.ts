import { type Session, sql, typedSql } from '../../engine/index.ts'

export type Repeated = {
  /** What two rows share that say the same. */
  readonly key: string
  /** Which of them stays; its source and row decide between equal ones. */
  readonly first?: string
  /** Of which rows a file may hold several that are equal and mean several. */
  readonly several?: string
}

/** Of rows that stand in several files one stays, whatever the order of the files. */
export const dropRepeated = async (
  session: Session,
  table: string,
  { key, first = 'true', several = 'false' }: Repeated,
): Promise<void> => {
  const counted = sql`
    select count(*) > count(distinct hash(${typedSql(key)})) as repeated from ${typedSql(table)}`
  for await (const { repeated } of session.query(counted)) if (repeated !== true) return
  await session.run(
    typedSql(`
      create temp table repeated as
      select id, source from (
        select id, source, row_number() over (
          partition by ${key}, nth order by ${first}, source, row) as place
        from (
          select *, rowid as id, case when ${several}
            then row_number() over (partition by source, ${key} order by row) else 1 end as nth
          from ${table}))
      where place > 1`),
  )
  await session.run(sql`
    insert into left_out
    select source, 'said by another row too', count(*) from repeated group by source order by source`)
  await session.run(typedSql(`delete from ${table} where rowid in (select id from repeated)`))
  await session.run(sql`drop table repeated`)
}
