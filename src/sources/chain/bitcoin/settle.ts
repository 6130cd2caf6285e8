import { type Engine, type Session, sql, typedSql } from '../../../engine/index.ts'
import { wholeOf } from '../amounts.ts'
import { kindPlace } from '../moved.ts'
import { dropRepeated } from '../repeated.ts'
import { leaveOut, reject } from '../told.ts'

/** Code of the asset; the files of bitcoin-etl do not say which of its chains they are of. */
const bitcoinAsset = 'BTC'

/** Positions that a transaction has for its inputs, outputs and fee. */
const room = typedSql('16777216')

/** Where transactions of bitcoin-etl go until all are known, because an output says what its input is worth. */
export const makeBitcoin = (engine: Engine): Promise<void> =>
  engine.transaction((session) =>
    session.run(sql`
      create table bitcoin_transaction (source usmallint, row bigint, block bigint, idx bigint,
        time bigint, tx varchar, coinbase boolean, paid_in varchar, paid_out varchar)`),
  )

/**
 * Puts value of outputs into `moved`: from the addresses that a transaction spends to the transaction,
 * which is named by its hash, then to the addresses that it pays, and last the fee. So no input is
 * matched to an output where the chain matches none. An output is at the address of its script, or where
 * it has none or several, at `hash:index`. A coinbase makes what it pays. What an input is worth is in
 * it or in the output that it spends; where neither is given it is rejected, and its transaction then
 * pays more than it was seen to get.
 */
export const settleBitcoin = (engine: Engine): Promise<void> =>
  engine.transaction(async (session) => {
    await dropRepeated(session, 'bitcoin_transaction', { key: 'tx' })
    await partOutputs(session)
    await partInputs(session)
    await session.run(sql`
      insert into moved
      select source, row, block, idx * ${room} + place, time, tx, address, tx, ${bitcoinAsset},
        amount, ${typedSql(kindPlace('transfer'))}
      from bitcoin_input where amount > 0`)
    await session.run(sql`
      insert into moved
      select source, row, block, idx * ${room} + inputs + place, time, tx,
        case when not coinbase then tx end, address, ${bitcoinAsset}, amount,
        case when coinbase then ${typedSql(kindPlace('mint'))}
          else ${typedSql(kindPlace('transfer'))} end
      from bitcoin_output where amount > 0`)
    await settleFees(session)
    await reject(session, {
      from: sql`bitcoin_input where amount is null`,
      reason: 'the value of an input is not given, nor the output that it spends',
      text: "concat_ws(',', tx, spent)",
    })
    await reject(session, {
      from: sql`bitcoin_output where amount is null`,
      reason: 'the value of an output is no amount',
      text: "concat_ws(',', tx, place - 1, worth)",
    })
    await leaveOut(
      session,
      sql`(select source, 'an output without value' as reason from bitcoin_output where amount = 0)`,
    )
    for (const table of ['bitcoin_output', 'bitcoin_input'])
      await session.run(typedSql(`drop table ${table}`))
  })

const texts = (path: string): ReturnType<typeof typedSql> =>
  typedSql(`json_extract_string(part, '${path}')`)

const ownAddress = typedSql(`
  case when json_array_length(part, '$.addresses') = 1
    then json_extract_string(part, '$.addresses[0]') end`)

const partOutputs = (session: Session): Promise<void> =>
  session.run(sql`
    create temp table bitcoin_output as
    select *, ${typedSql(wholeOf('worth'))} as amount
    from (
      select source, row, block, idx, time, tx, coinbase, inputs, place,
        coalesce(${texts('$.index')}, cast(place - 1 as varchar)) as n,
        ${texts('$.value')} as worth,
        coalesce(${ownAddress}, tx || ':' || coalesce(${texts('$.index')}, cast(place - 1 as varchar)))
          as address
      from (
        select *, json_array_length(paid_in) as inputs, generate_subscripts(parts, 1) as place,
          unnest(parts) as part
        from (select *, from_json(paid_out, '["JSON"]') as parts from bitcoin_transaction)))`)

const partInputs = (session: Session): Promise<void> =>
  session.run(sql`
    create temp table bitcoin_input as
    select i.source, i.row, i.block, i.idx, i.time, i.tx, i.place, i.spent,
      coalesce(o.address, i.own, i.spent) as address,
      coalesce(o.amount, ${typedSql(wholeOf('i.worth'))}) as amount
    from (
      select source, row, block, idx, time, tx, place, ${ownAddress} as own,
        ${texts('$.value')} as worth,
        ${texts('$.spent_transaction_hash')} || ':' || ${texts('$.spent_output_index')} as spent
      from (
        select *, generate_subscripts(parts, 1) as place, unnest(parts) as part
        from (select *, from_json(paid_in, '["JSON"]') as parts
          from bitcoin_transaction where not coinbase))) i
      left join bitcoin_output o on o.tx || ':' || o.n = i.spent`)

/** What the inputs hold beyond the outputs; unknown where an amount is. */
const settleFees = async (session: Session): Promise<void> => {
  await session.run(sql`
    create temp table bitcoin_fee as
    select t.source, t.row, t.block, t.idx, t.time, t.tx, i.parts + o.parts as place,
      case when i.unknown = 0 and o.unknown = 0 then i.amount - o.amount end as fee
    from bitcoin_transaction t
      join (select tx, count(*) as parts, sum(amount) as amount,
          count(*) filter (amount is null) as unknown from bitcoin_input group by tx) i using (tx)
      join (select tx, count(*) as parts, sum(amount) as amount,
          count(*) filter (amount is null) as unknown from bitcoin_output group by tx) o using (tx)`)
  await session.run(sql`
    insert into moved
    select source, row, block, idx * ${room} + place + 1, time, tx, tx, null, ${bitcoinAsset},
      fee, ${typedSql(kindPlace('fee'))}
    from bitcoin_fee where fee > 0`)
  await reject(session, {
    from: sql`bitcoin_fee where fee < 0`,
    reason: 'its outputs are worth more than its inputs',
    text: "concat_ws(',', tx, fee)",
  })
  await session.run(sql`drop table bitcoin_fee`)
}
