import { type Engine, type Sql, sql } from '../engine/index.ts'
import type { Crossing } from './rules/link-rules.ts'

/** Puts addresses into a table of the engine, so that transfers can be told by them. */
export const layAddresses = (
  engine: Engine,
  table: 'mixer' | 'payer_in' | 'payee_out' | 'served' | 'bank_account',
  addresses: Iterable<number>,
): Promise<void> =>
  engine.transaction(async (session) => {
    const name = {
      mixer: sql`mixer`,
      payer_in: sql`payer_in`,
      payee_out: sql`payee_out`,
      served: sql`served`,
      bank_account: sql`bank_account`,
    }[table]
    await session.run(sql`create or replace table ${name} (address bigint)`)
    const rows = await session.append(table)
    for (const address of addresses) rows.add([address])
  })

/** Transfers of the table `move` for which a condition holds, in their order. */
export const readCrossings = async (engine: Engine, condition: Sql): Promise<Crossing[]> => {
  const crossings: Crossing[] = []
  const query = sql`
    select rowid as move, tx, src, dst, asset, amount::varchar as amount, time, source, row
    from move where ${condition} order by rowid`
  for await (const row of engine.query(query)) {
    const { amount, ...rest } = row as Omit<Crossing, 'amount'> & { readonly amount: string }
    crossings.push({ ...rest, amount: BigInt(amount) })
  }
  return crossings
}
