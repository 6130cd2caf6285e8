import { type Session, type Sql, sql } from '../../engine/index.ts'
import { nobody } from './flow.ts'
import { toLimbs } from './limbs.ts'
import { numberAddresses } from './number.ts'

/**
 * In which order transfers of an asset took effect: block, then position, then file and row; where any of
 * them has no block (`timed`), time comes first.
 */
export const inOrder: Sql = sql`case when timed then time end, block, position, source, row`

/** Transfers that had their place and are put in order again, with what they are ordered by. */
export const againTable: Sql = sql`
  create temp table if not exists again (
    asset varchar, src uinteger, dst uinteger, high bigint, low bigint, kind utinyint, time bigint,
    origin bigint, block bigint, position bigint, source usmallint, row bigint)`

/**
 * Adds the transfers of the tables `fresh` and `again`, in any order, behind those that the flows of their
 * assets have; whoever calls knows that they come after these.
 */
export const appendMoves = async (session: Session): Promise<void> => {
  await session.run(againTable)
  await numberAddresses(session)
  await session.run(sql`
    create or replace temp table fresh_asset as
    select asset, count(*) as moves, count(block) as blocks, sum(units) as total
    from (
      select asset, block, least(amount, ${2 ** 52})::bigint as units from fresh
      union all
      select asset, block, case when high > 0 then ${2 ** 52} else least(low, ${2 ** 52}) end
      from again)
    group by asset`)
  await session.run(sql`
    insert into flow_asset
    select row_number() over () - 1 + (select count(*) from flow_asset), asset, 0, 0, 0
    from (select asset from fresh_asset anti join flow_asset using (asset) order by asset)`)
  await session.run(sql`
    insert into flow_move
    with placed as (
      select number, asset, a.blocks + f.blocks < a.moves + f.moves as timed,
        a.moves - (sum(f.moves) over (order by number) - f.moves) as shift
      from flow_asset a join fresh_asset f using (asset)),
    numbered as (
      select asset, coalesce(s.number, ${nobody}) as src, coalesce(d.number, ${nobody}) as dst,
        ${toLimbs(sql`amount`)}, kind, time, origin, block, position, source, row
      from fresh f
      left join spelling s on s.text = f.src
      left join spelling d on d.text = f.dst
      union all from again)
    select number, row_number() over () - 1 + shift, src, dst, high, low, kind, time, origin
    from (
      select * from numbered join placed using (asset) order by number, ${inOrder})`)
  await session.run(sql`
    update flow_asset a
    set moves = a.moves + f.moves, blocks = a.blocks + f.blocks, total = a.total + f.total
    from fresh_asset f where f.asset = a.asset`)
  await session.run(sql`drop table again`)
}
