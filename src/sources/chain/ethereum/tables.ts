import { type Engine, typedSql } from '../../../engine/index.ts'

/**
 * What the files of ethereum-etl say, before it is known what of it moved value: a transaction is
 * nothing without its receipt, a call nothing when the one around it failed. `idx` is the place of a
 * transaction in its block.
 */
export const ethereumTables: Readonly<Record<string, string>> = {
  eth_transaction: `block bigint, idx bigint, time bigint, tx varchar, src varchar, dst varchar,
    value hugeint, failed boolean, gas hugeint, gas_price hugeint, extra hugeint`,
  eth_receipt: `block bigint, idx bigint, tx varchar, made varchar, failed boolean, gas hugeint,
    gas_price hugeint, extra hugeint`,
  eth_trace: `block bigint, idx bigint, time bigint, tx varchar, src varchar, dst varchar,
    value hugeint, type varchar, path bigint[], failed boolean`,
  eth_token: `block bigint, log bigint, time bigint, tx varchar, asset varchar, src varchar,
    dst varchar, amount hugeint, digits varchar, topics bigint`,
  eth_block: 'block bigint, time bigint',
  eth_contract: 'address varchar, holds_ids boolean',
}

/** Makes these tables in an engine. */
export const makeEthereum = (engine: Engine): Promise<void> =>
  engine.transaction(async (session) => {
    for (const [name, columns] of Object.entries(ethereumTables))
      await session.run(typedSql(`create table ${name} (source usmallint, row bigint, ${columns})`))
  })
