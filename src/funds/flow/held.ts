import { type Session, type Sql, sql, typedSql } from '../../engine/index.ts'
import { moveKinds } from './flow.ts'

const kinds = typedSql(`[${moveKinds.map((kind) => `'${kind}'`).join(', ')}]`)

/**
 * The transfers of a workspace as `told` has them; `source` numbers the table `numbered`, sources in the
 * order of their ids.
 */
export const heldTransfers = (numbered: Sql): Sql => sql`
  select seq as origin, n.number as source, row, block, position,
    epoch_ms(cast(replace(time, 'Z', '') as timestamp)) as time, tx, src, dst, asset,
    cast(amount as hugeint) as amount, (list_position(${kinds}, kind) - 1)::utinyint as kind
  from transfer join (${numbered}) n on n.id = transfer.source`

/** The sources of a workspace, numbered. */
export const numberedSources: Sql = sql`
  select id, (row_number() over (order by id) - 1)::usmallint as number from source where list is null`

/** How far the flows that a workspace keeps go. */
export type Extent = {
  /** How many transfers of the workspace they take in. */
  readonly transfers: number
  /** Whether the numbers of addresses follow the order of their texts. */
  readonly sorted: boolean
}

/** How many transfers a workspace has: `seq` counts them from 0. */
export const countHeld = async (session: Session): Promise<number> => {
  const query = sql`select coalesce(max(seq) + 1, 0) as held from transfer`
  for await (const { held } of session.query(query)) return Number(held)
  return 0
}

/**
 * What the flows that are kept take in; nothing where they part assets that carry value from others in
 * another way than `isOfValue` does.
 */
export const extentOf = async (
  session: Session,
  isOfValue: (asset: string) => boolean,
): Promise<Extent> => {
  const parted = sql`
    select asset, true as valued from flow_asset union all select asset, false from flow_unvalued`
  for await (const { asset, valued } of session.query(parted))
    if (isOfValue(asset as string) !== valued) return nothing
  for await (const row of session.query(sql`from flow_extent`)) return row as Extent
  return nothing
}

const nothing: Extent = { transfers: 0, sorted: true }
