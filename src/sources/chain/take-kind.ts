import { type Engine, type Sql, sql, typedSql } from '../../engine/index.ts'
import { chooseColumns, type FieldMap, plain } from '../accounts/fields.ts'
import type { Table } from '../accounts/laid.ts'
import { cellTexts, dropTaken, listed, named, rowTexts } from '../accounts/text.ts'
import type { Scale } from './amounts.ts'
import { takeAtOnce } from './at-once.ts'
import { anyOf, type ChainKind, type Fault, hasUnread, readCells, toChainField } from './kind.ts'

export type Taking = {
  readonly path: string
  /** The number of the file. */
  readonly source: number
  readonly map: FieldMap
  readonly scale: Scale
}

/** Takes the rows of a file by its kind; returns the columns that nobody reads. */
export const takeKind = async (
  engine: Engine,
  { table, kind }: { readonly table: Table; readonly kind: ChainKind },
  { path, source, map, scale }: Taking,
): Promise<readonly string[]> => {
  const { chosen, ignored } = chooseColumns(table.header, {
    path,
    map,
    toField: toChainField(kind),
  })
  const left = new Set(kind.left.map(plain))
  const unread = ignored.filter((column) => !left.has(plain(column)))
  const { beside } = kind
  const tells = beside !== undefined && chosen.some(({ field }) => field === beside.field)
  if (!tells && (await takeAtOnce(engine, { table, kind, chosen }, { source, scale })))
    return unread
  const raw = `chain_${source}`
  await table.take(
    raw,
    chosen.map(({ column }) => column),
  )
  const cellText = await cellTexts(engine, raw, chosen.length)
  const cells = Object.keys(kind.fields).map((field) => {
    const at = chosen.findIndex((each) => each.field === field)
    const cell = at === -1 ? typedSql('cast(null as varchar)') : cellText(typedSql(`c${at}`))
    return sql`${cell} as ${typedSql(`${field}_text`)}`
  })
  const read = readCells(kind, scale, sql`select row, ${listed(cells)} from ${named(raw)}`)
  const [passed, faults] = [kind.passed ?? [], kind.faults(scale)]
  const into = named(kind.into)
  await engine.transaction(async (session) => {
    // A row with a fault comes in without its source, so that nothing is worked out twice.
    await session.run(sql`
      insert into ${into}
      select case when ${anyOf([...passed, ...faults])} then null else ${source} end, row,
        ${listed(kind.values.map(typedSql))}
      from (${read})`)
    if (tells)
      await session.run(sql`
        insert into ${named(beside.into)}
        select ${source}, row, ${listed(beside.values.map(typedSql))} from (${read})
        where ${typedSql(`${beside.field}_text`)} is not null
          and not ${orFalse(anyOf([...passed, ...faults]))}`)
    if (await hasUnread(session, into)) {
      if (passed.length > 0)
        await session.run(sql`
          insert into left_out
          select ${source}, reason, count(*) from (select ${told(passed)} as reason from (${read}))
          where reason is not null group by reason order by reason`)
      const isPassed = passed.length > 0 ? anyOf(passed) : typedSql('false')
      await session.run(sql`
        insert into rejected
        select ${source}, ${table.placed} || ':' || row, reason, text
        from (select row, case when ${isPassed} then null else ${told(faults)} end as reason
          from (${read}))
        join (${rowTexts(raw, chosen.length)}) using (row)
        where reason is not null order by row`)
      await session.run(sql`delete from ${into} where source is null`)
    }
    await session.run(sql`insert into taken_file values (${source}, ${table.placed})`)
    await dropTaken(session, raw)
  })
  return unread
}

/** A condition that does not hold where it cannot be told. */
const orFalse = (condition: Sql): Sql => sql`coalesce((${condition}), false)`

/** The reason of the first that holds. */
const told = (faults: readonly Fault[]): Sql =>
  typedSql(`case ${faults.map(([is, reason]) => `when ${is} then ${reason}`).join(' ')} end`)
