import { type Engine, sql } from '../engine/index.ts'
import { isValued, type Verified, verifiedAssets } from './rules/verified.ts'

/** Transfers of contracts that are not verified: recorded, and of no value. */
export type Unvalued = { readonly asset: string; readonly transfers: number }

/**
 * Sets transfers of contracts that are not verified apart, in the table `unvalued`; what is left in
 * `moved` carries value. `more` are contracts that the user vouches for.
 */
export const setUnvaluedApart = async (
  engine: Engine,
  more: readonly Verified[],
): Promise<readonly Unvalued[]> => {
  const verified = new Set(
    [...verifiedAssets, ...more].map(({ contract }) => contract.toLowerCase()),
  )
  const unvalued: Unvalued[] = []
  const query = sql`select asset, count(*)::integer as transfers from moved group by asset order by asset`
  for await (const row of engine.query(query)) {
    const { asset, transfers } = row as Unvalued
    if (!isValued(asset, verified)) unvalued.push({ asset, transfers })
  }
  await engine.transaction(async (session) => {
    await session.run(sql`create table unvalued_asset (asset varchar)`)
    const rows = await session.append('unvalued_asset')
    for (const { asset } of unvalued) rows.add([asset])
  })
  await engine.transaction(async (session) => {
    await session.run(sql`
      create table unvalued as select * from moved where asset in (from unvalued_asset)`)
    await session.run(sql`delete from moved where asset in (from unvalued_asset)`)
  })
  return unvalued
}
