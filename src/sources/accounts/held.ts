import { type Engine, type Sql, sql, typedSql } from '../../engine/index.ts'
import type { Source } from '../../model/index.ts'
import { makeAccountRows, statedColumns } from './accounts.ts'
import { accountFields, kindOfField, kinds, nameParts } from './fields.ts'
import { type Keeping, normaliseObserved } from './normal.ts'
import { kindPlaces, makeObserved } from './observations.ts'
import { listed, minutesOf, named } from './text.ts'

/** Properties of a record that say something of an account. */
export const accountProps: readonly string[] = accountFields.filter((field) => field !== 'id')

/** Parquet files of a workspace: statements of records, and observations. */
export type HeldFiles = { readonly statements: string; readonly observations: string }

/**
 * Takes what a workspace holds into the tables that files of accounts and observations are taken into.
 * `sources` are numbered by their places.
 */
export const takeHeld = async (
  engine: Engine,
  { statements, observations }: HeldFiles,
  { sources, keeping }: { readonly sources: readonly Source[]; readonly keeping: Keeping },
): Promise<void> => {
  await makeObserved(engine)
  await makeAccountRows(engine)
  await engine.transaction(async (session) => {
    await session.run(sql`create table held_source (id varchar, number bigint)`)
    const numbers = await session.append('held_source')
    for (const [number, { id }] of sources.entries()) numbers.add([id, number])
  })
  await engine.transaction(async (session) => {
    await session.run(sql`
      insert into observed
      select account, case kind ${kindPlaces} end, coalesce(original, value), ${minutesOf('first_seen')},
        ${minutesOf('last_seen')}, count, number, row
      from read_parquet(${observations}) join held_source on id = source`)
    await session.run(sql`
      insert into kept_flaw
      select account, case kind ${kindPlaces} end, value, flaw, number, row
      from read_parquet(${observations}) join held_source on id = source
      where flaw is not null and original is null`)
    await session.run(sql`
      insert into observed
      select account, case prop ${propPlaces} end, value, null, null, 1, number, row
      from read_parquet(${statements}) join held_source on id = source
      where case prop ${propPlaces} end is not null`)
    await session.run(sql`
      insert into account_row
      select account, ${listed(statedColumns.map(said))}, ${minutesOf('made')}, number, row
      from (
        select account, number, min(row) as row,
          ${listed(accountProps.map((prop) => sql`${together(prop)} as ${named(prop)}`))},
          min(value) filter (prop = 'createdAt') as made
        from read_parquet(${statements}) join held_source on id = source
        group by account, number)`)
  })
  await normaliseObserved(engine, keeping)
}

const together = (prop: string): Sql =>
  sql`string_agg(value, '; ' order by value) filter (prop = ${prop})`

/** A name, or else its parts. */
const said = (field: string): Sql =>
  field === 'name'
    ? sql`coalesce(name, nullif(concat_ws(' ', ${listed(nameParts.map(named))}), ''))`
    : named(field)

const propPlaces = typedSql(
  accountProps
    .flatMap((prop) => {
      const kind = kindOfField(prop)
      return kind === undefined ? [] : [`when '${prop}' then ${kinds.indexOf(kind)}`]
    })
    .join(' '),
)
