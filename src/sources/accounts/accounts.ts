import { type Engine, type Sql, sql, typedSql } from '../../engine/index.ts'
import { chooseColumns, kindOfField, kinds, nameParts, toAccountField } from './fields.ts'
import type { Table } from './laid.ts'
import { hasFaults, type Taking } from './observations.ts'
import { cellTexts, dropTaken, isNothing, listed, minutesOf, named, rowTexts } from './text.ts'

/** Fields in which an account speaks of itself, as columns of the table `account_row`. */
export const statedColumns = [
  'name',
  'birthDate',
  'country',
  'nationality',
  'address',
  'employer',
] as const

/**
 * Where accounts go: a row of a file each, with the texts of the fields in which the account speaks of
 * itself, and minutes since 1970 at which it was made.
 */
export const makeAccountRows = (engine: Engine): Promise<void> =>
  engine.transaction((session) =>
    session.run(sql`
      create table account_row (account varchar, name varchar, "birthDate" varchar,
        country varchar, nationality varchar, address varchar, employer varchar,
        created integer, source utinyint, row bigint)`),
  )

/**
 * Takes a file of accounts; what an account is reached or paid by is an observation of it. A row
 * without id has its number from 1 as the id. A time that cannot be read goes to `rejected`, and the
 * account stays. Returns the columns that are not read.
 */
export const takeAccounts = async (
  engine: Engine,
  table: Table,
  { path, source, map }: Taking,
): Promise<readonly string[]> => {
  const { chosen, ignored } = chooseColumns(table.header, { path, map, toField: toAccountField })
  const raw = `accounts_${source}`
  const columns = chosen.map(({ column }) => column)
  await table.take(raw, columns)
  const cellText = await cellTexts(engine, raw, columns.length)
  const cells = (field: string): Sql[] =>
    chosen.flatMap((each, i) => (each.field === field ? [cellText(typedSql(`c${i}`))] : []))
  const stated = statedColumns.map((field) => joined(cells(field), '; '))
  stated[0] = sql`coalesce(${stated[0] as Sql}, ${joined(nameParts.flatMap(cells), ' ')})`
  const id = sql`coalesce(${joined(cells('id').slice(0, 1), '')}, cast(row as varchar))`
  const created = joined(cells('createdAt').slice(0, 1), '')
  await engine.transaction(async (session) => {
    await session.run(sql`
      insert into account_row
      select account, ${listed(statedColumns.map((_, i) => typedSql(`s${i}`)))},
        ${minutesOf('made')}, ${source}, row
      from (select row, ${id} as account, ${created} as made,
        ${listed(stated.map((cell, i) => sql`${cell} as ${named(`s${i}`)}`))} from ${named(raw)})`)
    await session.run(sql`
      insert into rejected
      select ${source}, ${table.placed} || ':' || row, made || ' is no time', text
      from (select row, ${created} as made from ${named(raw)})
      join (${rowTexts(raw, columns.length)}) using (row)
      where made is not null and ${minutesOf('made')} is null`)
    const observed = chosen.flatMap(({ column, field }, i) => {
      const kind = kindOfField(field)
      if (kind === undefined) return []
      const cell = named(`c${i}`)
      // Few cells hold several values, and to part one takes as long as all the rest.
      const values = sql`
        select row, account, ${cellText(typedSql('cell'))} as value from (
          select row, ${id} as account, ${cell} as cell
          from ${named(raw)} where not contains(${cell}, ';')
          union all
          select row, ${id}, unnest(string_split(${cell}, ';'))
          from ${named(raw)} where contains(${cell}, ';'))
        where value is not null`
      return [{ column, kind: kinds.indexOf(kind), values }]
    })
    // What stands for no value comes in without its kind.
    for (const { kind, values } of observed)
      await session.run(sql`
        insert into observed
        select account, case when ${isNothing('value')} then null else ${kind} end, value, null, null,
          1, ${source}, row
        from (${values})`)
    if (await hasFaults(session)) {
      for (const { column, values } of observed)
        await session.run(sql`
          insert into rejected
          select ${source}, ${table.placed} || ':' || row || '/' || ${column},
            value || ' stands for no value', value
          from (${values}) where ${isNothing('value')}`)
      await session.run(sql`delete from observed where kind is null`)
    }
    await dropTaken(session, raw)
  })
  return ignored
}

/** Several cells as one text; null where all are blank. */
const joined = (cells: readonly Sql[], between: string): Sql => {
  if (cells.length === 0) return typedSql('cast(null as varchar)')
  if (cells.length === 1) return cells[0] as Sql
  return sql`nullif(concat_ws(${between}, ${listed(cells)}), '')`
}
