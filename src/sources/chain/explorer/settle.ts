import { type Engine, sql, typedSql } from '../../../engine/index.ts'
import { nativeAsset } from '../ethereum/native.ts'
import { kindPlace } from '../moved.ts'
import { dropRepeated } from '../repeated.ts'
import { zeroAddress } from '../texts.ts'
import { leaveOut, reject } from '../told.ts'

/** Where rows of explorers go until it is known what other files say of their transactions. */
export const makeExplorer = (engine: Engine): Promise<void> =>
  engine.transaction((session) =>
    session.run(sql`
      create table explorer_row (source usmallint, row bigint, block bigint, time bigint,
        tx varchar, src varchar, dst varchar, asset varchar, amount hugeint, type varchar,
        failure varchar, fee hugeint, src_name varchar, dst_name varchar)`),
  )

/**
 * Puts rows of explorers into `moved`, save those of transactions that files of the chain itself tell,
 * which are exact. A failed one moves nothing and pays its fee. Who pays is only known of the row of a
 * transaction, not of those of its tokens and inner calls.
 */
export const settleExplorer = (engine: Engine): Promise<void> =>
  engine.transaction(async (session) => {
    // Which way a file runs is told before rows that other files repeat are gone.
    await session.run(sql`
      create temp table explorer_way as
      select source, max(row) as rows, arg_min(block, row) > arg_max(block, row) as newest_first
      from explorer_row group by source`)
    await dropRepeated(session, 'explorer_row', {
      key: "tx, coalesce(type, ''), src, coalesce(dst, ''), asset, amount",
      several: 'type is not null',
    })
    await session.run(sql`
      create temp table explorer_told as
      select x.*, case when newest_first then rows - row else row end as position,
        coalesce(type in ('ERC-721', 'ERC-1155', 'ERC721', 'ERC1155'), false) as is_id,
        coalesce(type, 'Transaction') = 'Transaction' as pays,
        case when starts_with(asset, 'token:')
          then exists (from eth_token t where t.tx = x.tx)
          else exists (from eth_transaction t where t.tx = x.tx)
            or exists (from eth_trace t where t.tx = x.tx) end as told
      from explorer_row x join explorer_way using (source)`)
    await session.run(sql`
      insert into moved
      select source, row, block, position, time, tx,
        case when starts_with(asset, 'token:') then nullif(src, ${zeroAddress}) else src end,
        case when starts_with(asset, 'token:') then nullif(dst, ${zeroAddress}) else dst end,
        asset, amount,
        case when not starts_with(asset, 'token:') then ${typedSql(kindPlace('transfer'))}
          when src = ${zeroAddress} then ${typedSql(kindPlace('mint'))}
          when dst = ${zeroAddress} then ${typedSql(kindPlace('burn'))}
          else ${typedSql(kindPlace('transfer'))} end
      from explorer_told
      where failure is null and not told and not is_id and dst is not null
        and (amount > 0 or starts_with(asset, 'token:'))`)
    await session.run(sql`
      insert into moved
      select source, row, block, position, time, tx, src, null, ${nativeAsset}, fee,
        ${typedSql(kindPlace('fee'))}
      from explorer_told where pays and not told and fee > 0`)
    await reject(session, {
      from: sql`explorer_told where failure is not null and not told`,
      reason: 'the transaction failed',
      text: "concat_ws(',', tx, failure, src, dst)",
    })
    await reject(session, {
      from: sql`explorer_told where failure is null and not told and dst is null and amount > 0`,
      reason: 'the receiver is missing',
      text: "concat_ws(',', tx, src)",
    })
    await leaveOut(
      session,
      sql`(select source, case when told then 'told by files of the chain itself'
          when failure is not null then null
          when is_id then 'an id of a token, which is no amount'
          when amount = 0 and not starts_with(asset, 'token:')
            then 'a transaction without value' end as reason
        from explorer_told)`,
    )
    await session.run(sql`
      insert into nametag
      select distinct source, unnest([src, dst]), unnest([src_name, dst_name]) from explorer_told`)
    await session.run(sql`delete from nametag where name is null or address is null`)
    for (const table of ['explorer_way', 'explorer_told'])
      await session.run(typedSql(`drop table ${table}`))
  })
