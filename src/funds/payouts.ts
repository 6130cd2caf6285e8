import { type Engine, type Sql, sql } from '../engine/index.ts'
import { layAddresses, movesValue, readCrossings } from './crossings.ts'
import { groupBy } from './rules/group.ts'
import type { Crossing, Link } from './rules/link-rules.ts'
import { ownPayouts, type Traffic } from './rules/payout-links.ts'
import { byService, nameServices, type Serving } from './services.ts'

/** Traced value that came to services, and the addresses of those whose it is. */
export type Served = { readonly entered: readonly Crossing[]; readonly own: ReadonlySet<number> }

/**
 * Links from traced value that came to a service to what any account of that service paid to addresses of
 * those whose value it is, in any asset and at any time after: an exchange that took a coin and pays out
 * through its bank.
 */
export const linkPayouts = async (
  engine: Engine,
  origins: readonly Served[],
  serving: Serving,
): Promise<readonly (readonly Link[])[]> => {
  const links: Link[][] = origins.map(() => [])
  const named = nameServices(serving)
  const came: { place: number; name: string; paidIn: readonly Crossing[] }[] = []
  for (const [place, { entered, own }] of origins.entries())
    if (own.size > 0 && entered.length > 0)
      for (const [name, paidIn] of await byService(engine, entered, named))
        came.push({ place, name, paidIn })
  for (const [name, all] of groupBy(came, (each) => each.name)) {
    const stops = all.flatMap(({ paidIn }) => paidIn.map(({ dst }) => dst))
    await layAddresses(engine, 'served', new Set([...(named.get(name) ?? []), ...stops]))
    const traffic = await readTraffic(engine)
    for (const { place, paidIn } of all) {
      await layAddresses(engine, 'own_address', (origins[place] as Served).own)
      const payouts = await readCrossings(
        engine,
        sql`${movesValue} and src in (from served) and dst in (from own_address)`,
      )
      links[place]?.push(...ownPayouts(paidIn, payouts, traffic))
    }
  }
  return links
}

/** When each of the others first paid the accounts of `served`, and was last paid by them. */
const readTraffic = async (engine: Engine): Promise<Traffic> => {
  const times = async (query: Sql): Promise<readonly number[]> => {
    const read: number[] = []
    for await (const { time } of engine.query(query)) read.push(time as number)
    return read
  }
  return {
    began: await times(sql`
      select min(time) as time from bare_move
      where ${movesValue} and time is not null and dst in (from served) and src not in (from served)
      group by src order by time`),
    ended: await times(sql`
      select max(time) as time from bare_move
      where ${movesValue} and time is not null and src in (from served) and dst not in (from served)
      group by dst order by time`),
  }
}
