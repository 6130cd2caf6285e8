import { anyOf, type Row, sql } from '../engine/index.ts'
import type { Entity, EntityId, NewStatement, Schema, SourceId } from '../model/index.ts'
import type { Workspace } from './workspace.ts'

/**
 * Streams the entities that the sources of one edition describe, in the order in which they came
 * in, each with its parts; what several files of a set say of an entity is put together.
 */
export async function* entitiesOf(
  workspace: Workspace,
  sources: readonly SourceId[],
): AsyncGenerator<Entity> {
  const rows = workspace.engine.query(sql`
    with owner as (
      select id, schema as owner_schema, key, ord as owner_ord
      from (select *, row_number() over (partition by id order by ord) as nth
            from entity where source in (${anyOf(sources)}))
      where nth = 1),
    said as (
      select *, split_part(entity, '#', 1) as owner
      from statement where source in (${anyOf(sources)}))
    select owner.id as owner_id, owner_schema, key, owner_ord, said.*
    from owner left join said on said.owner = owner.id
    order by owner_ord, said.ord`)
  let open: OpenEntity | undefined
  for await (const row of rows) {
    if (!open || open.ord !== row.owner_ord) {
      if (open) yield open.entity
      open = openEntity(row.owner_ord, row.owner_id, row.owner_schema, row.key)
    }
    if (row.ord !== null) open.statements.push(toStatement(row))
  }
  if (open) yield open.entity
}

/** How many steps of `ord` are taken from the engine at a time. */
const window = 65_536

/**
 * Streams the entities of one file of records as they came in. Memory does not grow with the file:
 * rows are taken by ranges of `ord`, in which they lie together.
 */
export async function* recordsOf(workspace: Workspace, source: SourceId): AsyncGenerator<Entity> {
  const [from, to] = await rangeOf(workspace, source)
  let open: OpenEntity | undefined
  for (let low = from; low <= to; low += window) {
    for await (const row of rowsBetween(workspace, source, low, low + window)) {
      if (row.key !== null) {
        if (open) yield open.entity
        open = openEntity(row.ord, row.entity, row.schema, row.key)
      } else open?.statements.push(toStatement(row))
    }
  }
  if (open) yield open.entity
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

/** Entities, told by their key, and statements of a range in one order. */
const rowsBetween = (
  workspace: Workspace,
  source: SourceId,
  low: number,
  high: number,
): AsyncIterable<Row> =>
  workspace.engine.query(sql`
    select ord, source, id as entity, schema, key, null as place, null as learned, null as prop,
      null as value, null as lang, null as original, null as valid_from, null as valid_to,
      null as grade, null as marking
    from entity where source = ${source} and ord >= ${low} and ord < ${high}
    union all
    select ord, source, entity, schema, null, place, learned, prop, value, lang, original,
      valid_from, valid_to, grade, marking
    from statement where source = ${source} and ord >= ${low} and ord < ${high}
    order by ord`)

type OpenEntity = {
  readonly ord: unknown
  readonly entity: Entity
  readonly statements: NewStatement[]
}

const openEntity = (ord: unknown, id: unknown, schema: unknown, key: unknown): OpenEntity => {
  const statements: NewStatement[] = []
  return {
    ord,
    entity: { id: id as EntityId, schema: schema as Schema, key: key as string, statements },
    statements,
  }
}

/** Columns whose names in the table are those of a statement. */
const optional = ['lang', 'original', 'grade', 'marking'] as const

const toStatement = (row: Row): NewStatement => {
  const said: Record<string, unknown> = {
    source: row.source,
    place: row.place,
    learned: row.learned,
    entity: row.entity,
    schema: row.schema,
    prop: row.prop,
    value: row.value,
  }
  for (const name of optional) if (row[name] !== null) said[name] = row[name]
  if (row.valid_from !== null || row.valid_to !== null)
    said.valid = [row.valid_from ?? undefined, row.valid_to ?? undefined]
  return said as NewStatement
}
