import { type Session, type Sql, sql } from '../../engine/index.ts'
import { isValued, type Verified, verifiedAssets } from '../rules/verified.ts'

/** Transfers of contracts that are not verified: recorded, and of no value. */
export type Unvalued = { readonly asset: string; readonly transfers: number }

/** Whether transfers of an asset carry value; `more` are contracts that the user vouches for. */
export const valuedBy = (more: readonly Verified[] = []): ((asset: string) => boolean) => {
  const verified = new Set(
    [...verifiedAssets, ...more].map(({ contract }) => contract.toLowerCase()),
  )
  return (asset) => isValued(asset, verified)
}

/** Counts the transfers of a table of assets that carry no value into `flow_unvalued`; returns what all carry, as SQL. */
export const countUnvalued = async (
  session: Session,
  from: Sql,
  isOfValue: (asset: string) => boolean,
): Promise<Sql> => {
  const counted: Unvalued[] = []
  for await (const row of session.query(sql`
    select asset, count(*)::integer as transfers from ${from} group by asset order by asset`))
    counted.push(row as Unvalued)
  const rows = await session.append('flow_unvalued')
  for (const { asset, transfers } of counted) if (!isOfValue(asset)) rows.add([asset, transfers])
  // To look at each transfer again costs a tenth of all, and most files have nothing to leave out.
  return rows.end() > 0 ? sql`asset not in (select asset from flow_unvalued)` : sql`true`
}

/** What `flow_unvalued` has. */
export const unvaluedOf = async (session: Session): Promise<readonly Unvalued[]> => {
  const unvalued: Unvalued[] = []
  for await (const row of session.query(sql`
    select asset, sum(transfers)::integer as transfers from flow_unvalued
    group by asset order by asset`))
    unvalued.push(row as Unvalued)
  return unvalued
}
