import { type Session, sql, typedSql } from '../../../engine/index.ts'
import { kindPlace } from '../moved.ts'
import { zeroAddress } from '../texts.ts'
import { leaveOut, reject } from '../told.ts'

/**
 * Amounts of tokens, by log index inside a block. An id is told by the topics of its log, else by what
 * other logs or `contracts` say of its contract. Tokens are made from the zero address and end at it
 * (ERC-20, ERC-721).
 */
export const settleTokens = async (session: Session): Promise<void> => {
  await session.run(sql`
    create temp table eth_ids as
    select distinct asset from eth_token where topics = 4
    union select distinct address from eth_contract where holds_ids`)
  await session.run(sql`
    create temp table eth_amount as
    select t.*, coalesce(t.time, e.time) as moment,
      case when t.topics = 4 or t.topics is null and i.asset is not null
          then 'an id of a token, which is no amount'
        when t.src = ${zeroAddress} and t.dst = ${zeroAddress}
          then 'from nobody to nobody' end as reason
    from eth_token t left join eth_ids i on i.asset = t.asset
      left join eth_time e on e.block = t.block`)
  await session.run(sql`
    insert into moved
    select source, row, block, log, moment, tx, nullif(src, ${zeroAddress}),
      nullif(dst, ${zeroAddress}), asset, amount,
      case when src = ${zeroAddress} then ${typedSql(kindPlace('mint'))}
        when dst = ${zeroAddress} then ${typedSql(kindPlace('burn'))}
        else ${typedSql(kindPlace('transfer'))} end
    from eth_amount where reason is null and amount is not null`)
  await reject(session, {
    from: sql`eth_amount where reason is null and amount is null`,
    reason: 'its amount passes 2^127',
    text: "concat_ws(',', tx, asset, src, dst, digits)",
  })
  await leaveOut(session, typedSql('eth_amount'))
  for (const table of ['eth_ids', 'eth_amount']) await session.run(typedSql(`drop table ${table}`))
}
