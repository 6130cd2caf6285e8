import { type Session, type Sql, sql, typedSql } from '../../engine/index.ts'
import { flowTables } from '../../workspace/index.ts'
import { againTable, appendMoves, inOrder } from './append.ts'
import { countHeld, extentOf, heldTransfers, numberedSources } from './held.ts'
import { addressText } from './number.ts'
import { findTwins } from './twins.ts'
import { countUnvalued, valuedBy } from './unvalued.ts'

/**
 * Brings the flows that a workspace keeps up to its transfers: those that came since are added behind the
 * ones before. Returns the assets of which some come in between, or belong together with earlier ones;
 * all their transfers are put in order again. In the transaction of an import, so that both are kept or none.
 */
export const keepFlows = async (session: Session): Promise<readonly string[]> => {
  const isOfValue = valuedBy()
  const { transfers: before, sorted } = await extentOf(session, isOfValue)
  const held = await countHeld(session)
  if (before === held) return []
  if (before === 0)
    for (const table of Object.keys(flowTables)) await session.run(typedSql(`delete from ${table}`))
  const came = typedSql(`origin >= ${before}`)
  let coming = came
  let merged: readonly string[] = []
  if (before > 0) {
    await session.run(sql`create or replace temp table twinned as ${toldBefore(came)}`)
    await session.run(sql`
      create or replace temp table merging as from twinned union (${outOfOrder(came)})`)
    merged = await textsOf(session, sql`from merging order by asset`)
    if (merged.length > 0) await forgetMerging(session)
    if ((await textsOf(session, sql`from twinned`)).length > 0)
      coming = sql`${came} or asset in (from twinned)`
  }
  await session.run(sql`
    create or replace temp view candidate as
    select * from (${transfers}) where ${coming}`)
  const isOne = await findTwins(session)
  const isValued = await countUnvalued(session, sql`(from candidate where ${isOne})`, isOfValue)
  await session.run(sql`
    create or replace temp view fresh as select * from candidate where ${isOne} and ${isValued}`)
  const addresses = await countAddresses(session)
  await appendMoves(session)
  const isSorted = sorted && (await followsTexts(session, addresses))
  await session.run(sql`delete from flow_extent`)
  await session.run(sql`insert into flow_extent values (${held}, ${isSorted})`)
  return merged
}

const transfers = heldTransfers(numberedSources)

/** Assets of transfers whose transaction an earlier file tells of too: they may be the same. */
const toldBefore = (came: Sql): Sql => sql`
  with told as (select seq as origin, tx, asset from transfer where tx is not null)
  select distinct asset from (from told where not (${came})) semi join (from told where ${came})
    using (tx, asset)`

/** Assets with transfers that come before the last one kept, or in which time begins to count. */
const outOfOrder = (came: Sql): Sql => sql`
  with coming as (
    select h.* from (${transfers}) h join flow_asset using (asset) where moves > 0 and ${came}),
  flag as (
    select asset, any_value(a.blocks < a.moves) as was,
      any_value(a.blocks) + count(block) < any_value(a.moves) + count(*) as timed
    from coming join flow_asset a using (asset) group by asset),
  last as (
    select m.origin from flow_move m
    join flow_asset a on a.number = m.asset and a.moves = m.place + 1),
  near as (
    select *, false as kept from coming
    union all select *, true from (${transfers}) where origin in (from last)),
  placed as (
    select asset, kept, row_number() over (partition by asset order by ${inOrder}) as nth
    from near join flag using (asset))
  select asset from placed where kept and nth > 1
  union select asset from flag where timed <> was`

/**
 * Empties the flows of assets that are put in order again. Their transfers go to the table `again`, but for
 * those of assets in which each is to be weighed against its twins.
 */
const forgetMerging = async (session: Session): Promise<void> => {
  await session.run(againTable)
  await session.run(sql`
    insert into again by name
    select a.asset, m.src, m.dst, high, low, m.kind, m.time, origin, block, position, source, row
    from flow_move m join flow_asset a on a.number = m.asset join (${transfers}) t using (origin)
    where a.asset in (from merging) and a.asset not in (from twinned)`)
  await session.run(sql`
    delete from flow_move
    where asset in (select number from flow_asset where asset in (from merging))`)
  await session.run(sql`
    update flow_asset set moves = 0, blocks = 0, total = 0 where asset in (from merging)`)
  await session.run(sql`delete from flow_unvalued where asset in (from twinned)`)
}

const countAddresses = async (session: Session): Promise<number> => {
  const query = sql`select count(*) as n from flow_address`
  for await (const { n } of session.query(query)) return Number(n)
  return 0
}

/** Whether the texts of addresses from a number on come after all before. */
const followsTexts = async (session: Session, from: number): Promise<boolean> => {
  const key = addressText(sql`text`)
  const query = sql`
    select coalesce(min(${key}) filter (number >= ${from}) > max(${key}) filter (number < ${from}), true)
      as follows
    from flow_address`
  for await (const { follows } of session.query(query)) return follows === true
  return true
}

const textsOf = async (session: Session, query: Sql): Promise<readonly string[]> => {
  const texts: string[] = []
  for await (const { asset } of session.query(query)) texts.push(asset as string)
  return texts
}
