import { anyOf, sql } from '../engine/index.ts'
import type { Payout } from './funds-case.ts'
import type { HeldMoney } from './held.ts'
import type { MoneyTrail } from './money-trail.ts'
import type { Owner } from './owners.ts'

/** A payment of a service, and what came to that service before. */
export type PaidOut = {
  readonly payout: Payout
  /** Rows of the transfers by which value of the subject first came to the service. */
  readonly deposits: readonly string[]
  /** When it first did. */
  readonly since: string
}

/**
 * Payments of a service to addresses of a subject, in any asset, after traced value of the subject came
 * to the service: an exchange that took a coin and pays out through its bank. The service is known by
 * its label alone: its addresses on a chain and at a bank have one name.
 */
export const findPayouts = async (
  { engine, ground: { flows, stops }, sources }: HeldMoney,
  { wallets }: Owner,
  trails: readonly MoneyTrail[],
): Promise<readonly PaidOut[]> => {
  const came = firstDeposits(trails)
  const payers = [...stops].flatMap(([place, { kind, label }]) =>
    kind === 'service' && came.has(label) ? [place] : [],
  )
  if (payers.length === 0) return []
  const paid: PaidOut[] = []
  const query = sql`
    select src, dst, asset, amount::varchar as amount, tx, source, row,
      strftime(make_timestamp(time * 1000), '%Y-%m-%dT%H:%M:%SZ') as time
    from move
    where src in (${anyOf(payers)}) and dst in (${anyOf(wallets.map(({ place }) => place))})
    order by rowid`
  for await (const row of engine.query(query)) {
    const [src, dst] = [row.src as number, row.dst as number]
    const { label } = stops.get(src) as { readonly label: string }
    const { since, facts } = came.get(label) as Deposit
    const time = row.time as string | null
    if (time === null || time < since) continue
    paid.push({
      payout: {
        service: label,
        src: flows.addresses[src] as string,
        dst: flows.addresses[dst] as string,
        asset: row.asset as string,
        amount: row.amount as string,
        time,
        tx: (row.tx as string | null) ?? '',
        source: sources[row.source as number]?.id ?? '',
        row: row.row as number,
      },
      deposits: facts,
      since,
    })
  }
  return paid
}

type Deposit = { readonly since: string; readonly facts: readonly string[] }

/** When traced value first came to each service, with the rows of the way, by the label of the service. */
const firstDeposits = (trails: readonly MoneyTrail[]): ReadonlyMap<string, Deposit> => {
  const first = new Map<string, Deposit>()
  for (const { ends, ways } of trails.filter(({ backward }) => !backward))
    for (const { address, stop, path } of ends) {
      const since = ways.find(({ dst }) => dst === address)?.first ?? path.at(-1)?.time
      if (stop?.kind !== 'service' || !since) continue
      const before = first.get(stop.label)
      if (!before || since < before.since)
        first.set(stop.label, {
          since,
          facts: path.map(({ source, row }) => `${source}/row:${row}`),
        })
    }
  return first
}
