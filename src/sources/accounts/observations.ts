import { type Engine, type Session, type Sql, sql, typedSql } from '../../engine/index.ts'
import { MusterError } from '../../model/index.ts'
import { chooseColumns, type FieldMap, kinds, toObservationField } from './fields.ts'
import type { Table } from './laid.ts'
import { cellTexts, dropTaken, isNothing, minutesOf, named, rowTexts } from './text.ts'

/**
 * Where observations go: the kind as its place among all kinds, times in minutes since 1970, null
 * where unknown; `source` is the number of the file. The times as they are written are held only
 * where they are to be kept. What was wrong with a value of which a keyed hash alone was kept stands in
 * `kept_flaw`: it cannot be read again.
 */
export const makeObserved = (engine: Engine): Promise<void> =>
  engine.transaction(async (session) => {
    await session.run(sql`
      create table observed (account varchar, kind utinyint, value varchar, first integer,
        last integer, count uinteger, source utinyint, row bigint, first_text varchar,
        last_text varchar)`)
    await session.run(sql`
      create table kept_flaw (account varchar, kind utinyint, value varchar, flaw varchar,
        source utinyint, row bigint)`)
  })

export type Taking = {
  readonly path: string
  /** The number of the file. */
  readonly source: number
  readonly map: FieldMap
  /** Holds the times as they are written too. */
  readonly texts?: boolean
}

/**
 * Takes the observations of a file; a row without account or value, of an unknown kind or with a time
 * or count that cannot be read goes to `rejected`. Returns the columns that are not read. Errors:
 * `column-missing` without `account`, `kind` and `value`.
 */
export const takeObservations = async (
  engine: Engine,
  table: Table,
  { path, source, map, texts = false }: Taking,
): Promise<readonly string[]> => {
  const { chosen, ignored } = chooseColumns(table.header, {
    path,
    map,
    toField: toObservationField,
  })
  for (const field of ['account', 'kind', 'value'])
    if (!chosen.some((each) => each.field === field))
      throw new MusterError('column-missing', `${path} has no column ${field}`, {
        hint: `Its columns are: ${table.header.join(', ')}. Say which it is: --map ${field}=COLUMN`,
      })
  const raw = `observations_${source}`
  const columns = chosen.map(({ column }) => column)
  await table.take(raw, columns)
  const cellText = await cellTexts(engine, raw, columns.length)
  const cell = (field: string): Sql => {
    const at = chosen.findIndex((each) => each.field === field)
    return at === -1 ? typedSql('cast(null as varchar)') : cellText(typedSql(`c${at}`))
  }
  const read = readCells(raw, cell)
  await engine.transaction(async (session) => {
    // A row with a fault comes in without its kind, so that nothing is worked out twice.
    await session.run(sql`
      insert into observed
      select account, case when ${fault} is null then place end, value, coalesce(first, last),
        coalesce(last, first), coalesce(try_cast(count as uinteger), 1), ${source}, row,
        ${timeText('first', texts)}, ${timeText('last', texts)}
      from (${read})`)
    if (await hasFaults(session)) {
      await session.run(sql`
        insert into rejected
        select ${source}, ${table.placed} || ':' || row, ${fault}, text
        from (${read}) join (${rowTexts(raw, columns.length)}) using (row)
        where ${fault} is not null`)
      await session.run(sql`delete from observed where kind is null`)
    }
    await dropTaken(session, raw)
  })
  return ignored
}

const timeText = (which: 'first' | 'last', isHeld: boolean): Sql => {
  const other = which === 'first' ? 'last' : 'first'
  return typedSql(isHeld ? `coalesce(${which}_text, ${other}_text)` : 'null')
}

const hasFaults = async (session: Session): Promise<boolean> => {
  const query = sql`select count(*) > 0 as faulty from observed where kind is null`
  for await (const { faulty } of session.query(query)) return faulty === true
  return false
}

/** What a row says, with its times read; a kind may be written `SSH key` or `ssh-key`. */
const readCells = (raw: string, cell: (field: string) => Sql): Sql => sql`
  select *, case kind ${kindPlaces} else
      case replace(replace(lower(kind), '-', '_'), ' ', '_') ${kindPlaces} end end as place,
    ${minutesOf('first_text')} as first, ${minutesOf('last_text')} as last
  from (
    select row, ${cell('account')} as account, ${cell('kind')} as kind, ${cell('value')} as value,
      coalesce(${cell('first_seen')}, ${cell('time')}) as first_text,
      coalesce(${cell('last_seen')}, ${cell('time')}) as last_text,
      ${cell('count')} as count
    from ${named(raw)})`

/** The branches of a `case` that gives the place of a kind among all kinds. */
export const kindPlaces: Sql = typedSql(
  kinds.map((kind, place) => `when '${kind}' then ${place}`).join(' '),
)

const fault: Sql = sql`
  case when account is null then 'the account is missing'
    when kind is null then 'the kind is missing'
    when place is null then 'there is no kind of observation ' || kind
    when value is null then 'the value is missing'
    when ${isNothing('value')} then value || ' stands for no value'
    when first_text is not null and first is null then first_text || ' is no time'
    when last_text is not null and last is null then last_text || ' is no time'
    when last < first then 'it was last seen before it was first seen'
    when count is not null and coalesce(try_cast(count as uinteger), 0) = 0
      then count || ' is no count'
  end`
