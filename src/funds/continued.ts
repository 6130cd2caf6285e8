import { type Engine, sql } from '../engine/index.ts'
import type { Stops } from './stops.ts'

/**
 * Transfers into a bridge or swap that goes on in the same transaction: what comes out of it there is in
 * the data.
 */
export const findContinued = async (engine: Engine, stops: Stops): Promise<ReadonlySet<number>> => {
  await engine.transaction(async (session) => {
    await session.run(sql`create or replace table way (address bigint)`)
    const rows = await session.append('way')
    for (const [address, { kind }] of stops)
      if (kind === 'bridge' || kind === 'dex') rows.add([address])
  })
  const query = sql`
    with bare as materialized (
      select rowid as move, src, dst, origin from bare_move
      where src in (from way) or dst in (from way)),
    leg as materialized (select b.*, t.tx from bare b join told t on t.origin = b.origin)
    select i.move
    from leg i join way on way.address = i.dst
    where exists (select 1 from leg o where o.src = i.dst and o.tx = i.tx and o.dst <> i.src)`
  const continued = new Set<number>()
  for await (const { move } of engine.query(query)) continued.add(move as number)
  return continued
}
