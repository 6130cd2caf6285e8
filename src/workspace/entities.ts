import { anyOf, type Row, type Sql, sql } from '../engine/index.ts'
import type { Entity, EntityId, Marking, NewStatement, Schema, SourceId } from '../model/index.ts'
import type { Workspace } from './workspace.ts'

/**
 * Streams the entities that the sources of one edition describe, in the order in which they came
 * in, each with its parts; what several files of a set say of an entity is put together. `props`
 * narrows it to the statements of these properties.
 */
export const entitiesOf = (
  workspace: Workspace,
  sources: readonly SourceId[],
  props?: readonly string[],
): AsyncIterable<Entity> => {
  const within = anyOf(sources)
  const wanted = props ? sql`and prop in (${anyOf(props)})` : sql``
  return toEntities(
    workspace.engine.query(sql`
      with owner as (
        select id, schema, key, ord
        from (select *, row_number() over (partition by id order by ord) as nth
              from entity where source in (${within}))
        where nth = 1)
      select told from (
        select ord as place, 0 as step, ${entityTold} as told from owner
        union all
        select owner.ord, said.ord, told
        from (select split_part(entity, '#', 1) as id, ord, ${statementTold} as told
              from statement where source in (${within}) ${wanted}) said
        join owner on owner.id = said.id)
      order by place, step`),
  )
}

/** How many steps of `ord` are taken from the engine at a time. */
const window = 65_536

/**
 * Streams the entities of one file of records as they came in. Memory does not grow with the file:
 * rows are taken by ranges of `ord`, in which they lie together.
 */
export const recordsOf = (workspace: Workspace, source: SourceId): AsyncIterable<Entity> =>
  toEntities(rowsOf(workspace, source))

async function* rowsOf(workspace: Workspace, source: SourceId): AsyncGenerator<Row> {
  const [from, to] = await rangeOf(workspace, source)
  for (let low = from; low <= to; low += window)
    yield* workspace.engine.query(sql`
      select told from (
        select ord, ${entityTold} as told
        from entity where source = ${source} and ord >= ${low} and ord < ${low + window}
        union all
        select ord, ${statementTold}
        from statement where source = ${source} and ord >= ${low} and ord < ${low + window})
      order by ord`)
}

const rangeOf = async (workspace: Workspace, source: SourceId): Promise<[number, number]> => {
  const query = sql`
    select min(ord) as low, max(ord) as high
    from (select ord from entity where source = ${source}
          union all
          select ord from statement where source = ${source})`
  for await (const { low, high } of workspace.engine.query(query))
    if (low !== null) return [Number(low), Number(high)]
  return [0, -1]
}

// One text a row: the engine gives a long text out at the cost of ten short ones.
const entityTold: Sql = sql`json_array(id, schema, key)`
const statementTold: Sql = sql`json_array(
  source, place, learned, entity, schema, prop, value, lang, original, valid_from, valid_to, grade,
  marking)`

type EntityTold = readonly [id: EntityId, schema: Schema, key: string]
type StatementTold = readonly [
  ...said: [SourceId, string, string | null, EntityId, Schema, string, string],
  ...more: (string | null)[],
]

/** Puts the statements that follow an entity into it. */
async function* toEntities(rows: AsyncIterable<Row>): AsyncGenerator<Entity> {
  let open: (Entity & { readonly statements: NewStatement[] }) | undefined
  for await (const { told } of rows) {
    const parts = JSON.parse(told as string) as EntityTold | StatementTold
    if (parts.length === 3) {
      if (open) yield open
      const [id, schema, key] = parts as EntityTold
      open = { id, schema, key, statements: [] }
    } else open?.statements.push(toStatement(parts as StatementTold))
  }
  if (open) yield open
}

const toStatement = (parts: StatementTold): NewStatement => {
  const [source, place, learned, entity, schema, prop, value] = parts
  const [lang, original, from, to, grade, marking] = parts.slice(7)
  const said = { source, place, learned, entity, schema, prop, value }
  return {
    ...said,
    ...(lang == null ? {} : { lang }),
    ...(original == null ? {} : { original }),
    ...(from == null && to == null ? {} : { valid: [from, to] as readonly [string, string] }),
    ...(grade == null ? {} : { grade }),
    ...(marking == null ? {} : { marking: marking as Marking }),
  }
}
