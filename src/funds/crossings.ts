import { type Engine, type Sql, sql } from '../engine/index.ts'
import { moveKinds } from './flow/flow.ts'
import type { Crossing } from './rules/link-rules.ts'

type Table = 'mixer' | 'payer_in' | 'payee_out' | 'served' | 'bank_account' | 'own_address'

const tables: Readonly<Record<Table, Sql>> = {
  mixer: sql`mixer`,
  payer_in: sql`payer_in`,
  payee_out: sql`payee_out`,
  served: sql`served`,
  bank_account: sql`bank_account`,
  own_address: sql`own_address`,
}

/** Puts addresses into a table of the engine, so that transfers can be told by them. */
export const layAddresses = (
  engine: Engine,
  table: Table,
  addresses: Iterable<number>,
): Promise<void> =>
  engine.transaction(async (session) => {
    await session.run(sql`create or replace table ${tables[table]} (address bigint)`)
    const rows = await session.append(table)
    for (const address of addresses) rows.add([address])
  })

/** Holds for transfers of value: no fee, mint or burn. */
export const movesValue: Sql = sql`kind = ${moveKinds.indexOf('transfer')} and amount > 0`

/** Transfers for which a condition on the view `bare_move` holds, in their order. */
export const readCrossings = async (engine: Engine, condition: Sql): Promise<Crossing[]> => {
  const crossings: Crossing[] = []
  const query = sql`
    with bare as materialized (select * from bare_move where ${condition})
    select b.rowid as move, t.tx, b.src, b.dst, b.asset, b.amount::varchar as amount, b.time,
      t.source, t.row
    from bare b join told t on t.origin = b.origin order by b.rowid`
  for await (const row of engine.query(query)) {
    const { amount, ...rest } = row as Omit<Crossing, 'amount'> & { readonly amount: string }
    crossings.push({ ...rest, amount: BigInt(amount) })
  }
  return crossings
}

/** Transfers by their numbers, in their order. */
export const readMoves = async (
  engine: Engine,
  moves: Iterable<number>,
): Promise<readonly Crossing[]> => {
  await engine.transaction(async (session) => {
    await session.run(sql`create or replace table entered (move bigint)`)
    const rows = await session.append('entered')
    for (const move of moves) rows.add([move])
  })
  return readCrossings(engine, sql`rowid in (from entered)`)
}
