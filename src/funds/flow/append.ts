import { type Session, type Sql, sql } from '../../engine/index.ts'
import { nobody } from './flow.ts'
import { toLimbs } from './limbs.ts'
import { numberAddresses } from './number.ts'

/**
 * In which order transfers of an asset took effect: block, then position, then file and row; where any of
 * them has no block (`timed`), time comes first.
 */
export const inOrder: Sql = sql`case when timed then time end, block, position, source, row`

/**
 * Adds the transfers of the table `fresh`, in any order, behind those that the flows of their assets have;
 * whoever calls knows that they come after these.
 */
export const appendMoves = async (session: Session): Promise<void> => {
  await numberAddresses(session)
  await session.run(sql`
    create or replace temp table fresh_asset as
    select asset, count(*) as moves, count(block) as blocks,
      sum(least(amount, ${2 ** 52})::bigint) as total
    from fresh group by asset`)
  await session.run(sql`
    insert into flow_asset
    select row_number() over () - 1 + (select count(*) from flow_asset), asset, 0, 0, 0
    from (select asset from fresh_asset anti join flow_asset using (asset) order by asset)`)
  await session.run(sql`
    insert into flow_move
    with placed as (
      select number, asset, a.blocks + f.blocks < a.moves + f.moves as timed,
        a.moves - (sum(f.moves) over (order by number) - f.moves) as shift
      from flow_asset a join fresh_asset f using (asset))
    select number, row_number() over () - 1 + shift, src, dst, ${toLimbs(sql`amount`)},
      kind, time, origin
    from (
      select p.number, shift, coalesce(s.number, ${nobody}) as src,
        coalesce(d.number, ${nobody}) as dst, amount, kind, time, origin
      from fresh f join placed p using (asset)
      left join spelling s on s.text = f.src
      left join spelling d on d.text = f.dst
      order by p.number, ${inOrder})`)
  await session.run(sql`
    update flow_asset a
    set moves = a.moves + f.moves, blocks = a.blocks + f.blocks, total = a.total + f.total
    from fresh_asset f where f.asset = a.asset`)
}
