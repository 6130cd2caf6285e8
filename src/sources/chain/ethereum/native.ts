import { type Session, sql, typedSql } from '../../../engine/index.ts'
import { kindPlace } from '../moved.ts'
import { leaveOut, reject } from '../told.ts'

/** Code of the native asset; it is not a contract, and the files do not say which chain they are of. */
export const nativeAsset = 'ETH'

/** Positions that a transaction has for its fee and its calls, and the first after all transactions. */
const [room, blockEnd] = ['16777216', '4503599627370496'] as const

/**
 * Value in wei. Calls tell more than the transactions around them, whose values they repeat; gas is
 * bought before anything else happens (Yellow Paper 6.2), so that the fee comes first. It goes to
 * nobody: what of it is burnt and what the miner gets is not said.
 */
export const settleNative = async (session: Session): Promise<void> => {
  await session.run(sql`
    create temp table eth_traced as select distinct tx from eth_trace where tx is not null`)
  await session.run(sql`
    create temp table eth_sent as
    select t.*, coalesce(t.dst, r.made) as receiver, coalesce(t.time, e.time) as moment,
      case when x.tx is not null then 'a transaction whose traces are given'
        when coalesce(r.failed, t.failed, false) then 'a transaction that failed'
        when t.value = 0 then 'a transaction without value' end as reason
    from eth_transaction t left join eth_receipt r using (tx) left join eth_traced x using (tx)
      left join eth_time e on e.block = t.block`)
  await session.run(sql`
    insert into moved
    select source, row, block, idx * ${typedSql(room)} + 1, moment, tx, src, receiver,
      ${nativeAsset}, value, ${typedSql(kindPlace('transfer'))}
    from eth_sent where reason is null and receiver is not null`)
  await reject(session, {
    from: sql`eth_sent where reason is null and receiver is null`,
    reason: 'it makes a contract whose address is not given; its receipt or traces name it',
    text: "concat_ws(',', tx, src, value)",
  })
  await leaveOut(session, typedSql('eth_sent'))
  await settleTraces(session)
  await settleFees(session)
  for (const table of ['eth_traced', 'eth_sent']) await session.run(typedSql(`drop table ${table}`))
}

/** A call that fails undoes all calls in it. */
const settleTraces = async (session: Session): Promise<void> => {
  await session.run(sql`
    create temp table eth_failed as
    select distinct tx, path from eth_trace where failed and tx is not null`)
  await session.run(sql`
    create temp table eth_step as
    select t.source, t.row, t.block, t.idx, coalesce(t.time, e.time) as moment, t.tx, t.src, t.dst,
      t.value, t.type, t.path,
      case when t.failed or exists (
            from eth_failed f where f.tx = t.tx and list_slice(t.path, 1, len(f.path)) = f.path)
          then 'a call that failed, or in one that did'
        when t.type = 'lend' then 'a call that runs code of another account on its own'
        when t.value = 0 then 'a call without value' end as reason
    from eth_trace t left join eth_time e on e.block = t.block`)
  await session.run(sql`
    insert into moved
    select source, row, block,
      case when tx is null then ${typedSql(blockEnd)} else coalesce(idx, 0) * ${typedSql(room)} end
        + row_number() over (partition by block, tx order by path, type, dst, source, row),
      moment, tx, case when type in ('reward', 'genesis') then null else src end, dst,
      ${nativeAsset}, value,
      case when type in ('reward', 'genesis') then ${typedSql(kindPlace('mint'))}
        else ${typedSql(kindPlace('transfer'))} end
    from eth_step where reason is null`)
  await leaveOut(session, typedSql('eth_step'))
  for (const table of ['eth_failed', 'eth_step']) await session.run(typedSql(`drop table ${table}`))
}

/** Failed transactions pay too. */
const settleFees = async (session: Session): Promise<void> => {
  await session.run(sql`
    create temp table eth_fee as
    select coalesce(r.source, t.source) as source, coalesce(r.row, t.row) as row,
      coalesce(t.block, r.block) as block, coalesce(t.idx, r.idx) as idx,
      coalesce(t.time, e.time) as moment, tx, coalesce(t.src, c.src) as payer,
      coalesce(r.gas, t.gas) as gas, coalesce(r.gas_price, t.gas_price) as price,
      coalesce(r.extra, t.extra, 0) as extra
    from eth_transaction t full join (
        select * from eth_receipt where gas is not null) r using (tx)
      left join (select tx, any_value(src order by source, row) as src
        from eth_trace where len(path) = 0 and tx is not null group by tx) c using (tx)
      left join eth_time e on e.block = coalesce(t.block, r.block)`)
  const paid = typedSql('try(gas * price + extra)')
  await session.run(sql`
    insert into moved
    select source, row, block, idx * ${typedSql(room)}, moment, tx, payer, null,
      ${nativeAsset}, ${paid}, ${typedSql(kindPlace('fee'))}
    from eth_fee where payer is not null and ${paid} > 0`)
  await reject(session, {
    from: sql`eth_fee where gas is not null and price is not null and ${paid} is null`,
    reason: 'its fee passes 2^127',
    text: "concat_ws(',', tx, gas, price)",
  })
  await session.run(sql`
    insert into left_out
    select source, 'a receipt whose transaction is not given', count(*)
    from eth_fee where payer is null group by source order by source`)
  await session.run(sql`
    insert into left_out
    select source, 'a receipt without the price of its gas', count(*)
    from eth_fee where payer is not null and gas is not null and price is null
    group by source order by source`)
  await session.run(sql`drop table eth_fee`)
}
