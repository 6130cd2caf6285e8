import { type Engine, sql } from '../engine/index.ts'

/** An address of several that look alike. */
export type Lookalike = {
  readonly address: string
  /** The one of them that moved value most often; null of that one itself. */
  readonly of: string | null
}

/** Hex digits that wallets show and people look at: the first 3 and the last 4. */
const shown = 16 ** 7

const zero = `0x${'0'.repeat(40)}`

/** Two addresses of so many agree in these digits by chance more often than once in a hundred. */
const most = shown / 100

/**
 * EVM addresses that agree with another one in the first 3 and last 4 hex digits. To find such a pair by
 * chance takes 2^28 addresses; poisoners make them on purpose and send nothing, dust or a token of their
 * own, in the hope that somebody copies the wrong one (270 million attempts on Ethereum and BSC from July
 * 2022 to June 2024, arXiv 2501.16681). Where there are so many addresses that chance makes pairs too, only
 * those are told that moved nothing of value. Reads the tables of flows and `told`.
 */
export const findLookalikes = async (engine: Engine): Promise<readonly Lookalike[]> => {
  const lookalikes: Lookalike[] = []
  const query = sql`
    with valued as (
      select number, sum(worth) as worth
      from (
        select src as number, count(*) filter (amount > 0) as worth from bare_move group by src
        union all select dst, count(*) filter (amount > 0) from bare_move group by dst)
      group by number),
    spoofed as (select src, dst from told where asset in (select asset from flow_unvalued)),
    ends as (
      select lower(text) as address, worth from valued join flow_address using (number)
      union all select distinct lower(src), 0 from spoofed
      union all select distinct lower(dst), 0 from spoofed),
    address as (
      select address, sum(worth) as worth, substr(address, 3, 3) || right(address, 4) as shown
      from ends
      where regexp_full_match(address, '0x[0-9a-f]{40}') and address <> ${zero} group by address),
    crowd as (select count(*) from address),
    alike as (
      select *, count(*) over (partition by shown) as others,
        first_value(address) over (partition by shown order by worth desc, address) as genuine
      from address),
    shared as (
      select * from alike
      where others > 1 and (address = genuine or worth = 0 or (from crowd) < ${most}))
    select address, genuine from shared
    where genuine in (select genuine from shared where address <> genuine) order by address`
  for await (const { address, genuine } of engine.query(query))
    lookalikes.push({
      address: address as string,
      of: address === genuine ? null : (genuine as string),
    })
  return lookalikes
}
