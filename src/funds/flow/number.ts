import { type Session, type Sql, sql } from '../../engine/index.ts'

/** An EVM address is the same in any case of its letters and compared in the lower one. */
export const addressText = (text: Sql): Sql => sql`
  case when strlen(${text}) = 42 and ${text} <> lower(${text})
      and regexp_full_match(${text}, '0[xX][0-9a-fA-F]{40}')
    then lower(${text}) else ${text} end`

/**
 * Numbers the addresses of the table `fresh` that have no number, in the order of their texts. Leaves the
 * table `spelling`: each text of an address, with its number. Each distinct text is looked at once.
 */
export const numberAddresses = async (session: Session): Promise<void> => {
  await session.run(sql`
    create or replace temp table spelled as
    select text, ${addressText(sql`text`)} as key
    from (
      select distinct text
      from (select src as text from fresh union all select dst from fresh) where text is not null)`)
  const [isFirst, isPlain] = [
    !(await holds(session, sql`select 1 from flow_address`)),
    !(await holds(session, sql`select 1 from spelled where key <> text`)),
  ]
  if (isFirst && isPlain) {
    await session.run(sql`
      insert into flow_address
      select row_number() over () - 1, text from (select text from spelled order by text)`)
    await session.run(sql`create or replace temp view spelling as from flow_address`)
    return
  }
  await session.run(sql`
    create or replace temp table fresh_address as
    select key, min(text) as text from spelled group by key`)
  const held = sql`select number, ${addressText(sql`text`)} as key from flow_address`
  await session.run(sql`
    insert into flow_address
    select row_number() over () - 1 + (select count(*) from flow_address), text
    from (select * from fresh_address anti join (${held}) using (key) order by key)`)
  if (!isFirst && !isPlain)
    await session.run(sql`
      update flow_address set text = fresh_address.text from fresh_address
      where fresh_address.text < flow_address.text
        and fresh_address.key = ${addressText(sql`flow_address.text`)}`)
  await session.run(sql`
    create or replace temp table spelling as
    select text, number from spelled join (${held}) using (key)`)
}

const holds = async (session: Session, query: Sql): Promise<boolean> => {
  for await (const _ of session.query(sql`${query} limit 1`)) return true
  return false
}
