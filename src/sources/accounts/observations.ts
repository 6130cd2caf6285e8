import { type Engine, type Session, type Sql, sql, typedSql } from '../../engine/index.ts'
import { MusterError } from '../../model/index.ts'
import { chooseColumns, type FieldMap, kinds, toObservationField } from './fields.ts'
import type { Table } from './laid.ts'
import { cellTexts, chained, dropTaken, isNothing, minutesOf, named, rowTexts } from './text.ts'

/**
 * Where observations go: the kind as its place among all kinds, times in minutes since 1970, null
 * where unknown; `source` is the number of the file. With `texts` the times as they are written are
 * held too. What was wrong with a value of which a keyed hash alone was kept stands in `kept_flaw`: it
 * cannot be read again.
 */
export const makeObserved = (engine: Engine, texts: boolean = false): Promise<void> =>
  engine.transaction(async (session) => {
    await session.run(sql`
      create table observed (account varchar, kind utinyint, value varchar, first integer,
        last integer, count uinteger, source utinyint, row bigint
        ${typedSql(texts ? ', first_text varchar, last_text varchar' : '')})`)
    await session.run(sql`
      create table kept_flaw (account varchar, kind utinyint, value varchar, flaw varchar,
        source utinyint, row bigint)`)
  })

export type Taking = {
  readonly path: string
  /** The number of the file. */
  readonly source: number
  readonly map: FieldMap
  /** The table holds the times as they are written too. */
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
      select account, case when ${isFaulty} then null else place end, value, coalesce(first, last),
        coalesce(last, first), coalesce(try_cast(count as uinteger), 1), ${source}, row
        ${typedSql(texts ? `, ${timeTexts}` : '')}
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

const timeTexts = 'coalesce(first_text, last_text), coalesce(last_text, first_text)'

/** Whether a row of `observed` has a fault, and therefore no kind. */
export const hasFaults = async (session: Session): Promise<boolean> => {
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

/** What can be wrong with a row, the first that holds is told. */
const faults: readonly (readonly [is: Sql, reason: Sql])[] = [
  [typedSql('account is null'), typedSql("'the account is missing'")],
  [typedSql('kind is null'), typedSql("'the kind is missing'")],
  [typedSql('place is null'), typedSql("'there is no kind of observation ' || kind")],
  [typedSql('value is null'), typedSql("'the value is missing'")],
  [isNothing('value'), typedSql("value || ' stands for no value'")],
  [typedSql('first_text is not null and first is null'), typedSql("first_text || ' is no time'")],
  [typedSql('last_text is not null and last is null'), typedSql("last_text || ' is no time'")],
  [typedSql('last < first'), typedSql("'it was last seen before it was first seen'")],
  [
    typedSql('count is not null and coalesce(try_cast(count as uinteger), 0) = 0'),
    typedSql("count || ' is no count'"),
  ],
]

/** Most rows have none, which is told sooner of all together. */
const isFaulty: Sql = chained(
  faults.map(([is]) => is),
  ' or ',
)

const fault: Sql = sql`
  case ${chained(
    faults.map(([is, reason]) => sql`when ${is} then ${reason}`),
    ' ',
  )} end`
