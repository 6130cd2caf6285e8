import { type Engine, type Session, sql } from '../../engine/index.ts'
import { isValued, type Verified, verifiedAssets } from '../rules/verified.ts'
import { appendMoves } from './append.ts'
import { makeFlowTables } from './tables.ts'

/** Transfers of contracts that are not verified: recorded, and of no value. */
export type Unvalued = { readonly asset: string; readonly transfers: number }

/**
 * Numbers and orders the transfers of the table `moved` that carry value: `more` are contracts that the
 * user vouches for beside those that Muster knows. Returns what is left out. Leaves the tables of flows and
 * three views: `told` has all transfers as files tell them, `bare_move` the numbers of those that carry value with
 * what flows hold of them, `move` also the rows that tell them.
 */
export const indexMoves = async (
  engine: Engine,
  more: readonly Verified[] = [],
): Promise<readonly Unvalued[]> => {
  await engine.transaction((session) =>
    session.run(sql`create view told as select rowid as origin, * from moved`),
  )
  return engine.transaction(async (session) => {
    await makeFlowTables(session)
    const unvalued = await setUnvaluedApart(session, more)
    await session.run(sql`
      create temp view fresh as select * from told where asset not in (select asset from flow_unvalued)`)
    await appendMoves(session)
    return unvalued
  })
}

/** Counts the transfers in `told` of assets that carry no value into `flow_unvalued`. */
const setUnvaluedApart = async (
  session: Session,
  more: readonly Verified[],
): Promise<readonly Unvalued[]> => {
  const isVerified = new Set(
    [...verifiedAssets, ...more].map(({ contract }) => contract.toLowerCase()),
  )
  const unvalued: Unvalued[] = []
  for await (const row of session.query(sql`
    select asset, count(*)::integer as transfers from told group by asset order by asset`)) {
    const { asset, transfers } = row as Unvalued
    if (!isValued(asset, isVerified)) unvalued.push({ asset, transfers })
  }
  const rows = await session.append('flow_unvalued')
  for (const { asset, transfers } of unvalued) rows.add([asset, transfers])
  rows.end()
  return unvalued
}
