import type { Engine, Session } from '../../../engine/index.ts'
import { sql } from '../../../engine/index.ts'
import { dropRepeated } from '../repeated.ts'
import { settleNative } from './native.ts'
import { settleTokens } from './settle-tokens.ts'

/**
 * Puts the transfers of all files of ethereum-etl into `moved`, when all have been taken: which of them
 * say the same, what failed, and when each block was made.
 */
export const settleEthereum = (engine: Engine): Promise<void> =>
  engine.transaction(async (session) => {
    await nameTraces(session)
    await dropRepeated(session, 'eth_transaction', { key: 'tx', first: 'gas is null' })
    await dropRepeated(session, 'eth_receipt', { key: 'tx', first: 'gas is null' })
    await dropRepeated(session, 'eth_trace', {
      key: "coalesce(tx, ''), block, type, path, coalesce(dst, ''), value",
      several: "type in ('reward', 'genesis', 'daofork')",
    })
    // A log says by its topics whether it is about an amount; the row made of it does not.
    await dropRepeated(session, 'eth_token', { key: 'tx, log', first: 'topics is null' })
    await session.run(sql`
      create temp table eth_time as
      select block, min(time) as time from (
        select block, time from eth_block union all select block, time from eth_transaction
        union all select block, time from eth_trace union all select block, time from eth_token)
      where time is not null group by block`)
    await settleNative(session)
    await settleTokens(session)
    await session.run(sql`drop table eth_time`)
  })

/** Traces of geth say only the place of their transaction in the block. */
const nameTraces = async (session: Session): Promise<void> => {
  await session.run(sql`
    update eth_trace set tx = t.tx from eth_transaction t
    where eth_trace.tx is null and eth_trace.block = t.block and eth_trace.idx = t.idx`)
  await session.run(sql`
    update eth_trace set tx = block || '/' || idx where tx is null and idx is not null`)
}
