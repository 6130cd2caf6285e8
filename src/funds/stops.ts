import { type Engine, sql } from '../engine/index.ts'
import { addressKey, type Label, type LabelKind, mostCertain } from '../model/index.ts'
import { findDeposits } from './deposits.ts'
import { moveKinds, nobody } from './flow/flow.ts'

/** Why value is not followed beyond an address; a hub is one without a label that too many deal with. */
export type Stop = { readonly kind: LabelKind | 'hub'; readonly label: string }

/** The stop of each address that has one, by its number. */
export type Stops = ReadonlyMap<number, Stop>

/** What makes an address a stop. */
export type Stopping = {
  readonly labels: readonly Label[]
  /** An address without a label that deals with more others than this. */
  readonly hub: number
  /** An address without a label that forwarded all to a service so often; 0 or none: no such. */
  readonly deposits?: number
  /** Addresses that are never taken for a deposit address. */
  readonly seeds?: Iterable<number>
}

/** Addresses of EVM chains that nobody has a key to. */
const graves: ReadonlySet<string> = new Set([`0x${'0'.repeat(40)}`, `0x${'0'.repeat(36)}dead`])

/**
 * The stops among addresses: what labels say, of several the most certain that is a stop; addresses that
 * value is burned at; and addresses without a label that deal with more than `hub` others.
 */
export const findStops = async (
  engine: Engine,
  addresses: readonly string[],
  { labels, hub, deposits = 0, seeds = [] }: Stopping,
): Promise<Stops> => {
  const labelled = new Set(labels.map(({ address }) => addressKey(address)))
  const best = mostCertain(labels.filter(isStop))
  const spared = new Set(seeds)
  const stops = new Map<number, Stop>()
  const burns = sql`
    select distinct dst from bare_move where kind = ${moveKinds.indexOf('burn')} and dst <> ${nobody}`
  for await (const { dst } of engine.query(burns)) stops.set(dst as number, burned)
  addresses.forEach((address, place) => {
    const key = addressKey(address)
    const found = best.get(key)
    if (found) stops.set(place, { kind: found.kind, label: found.label })
    else if (graves.has(key)) stops.set(place, burned)
  })
  const isLabelled = (place: number): boolean =>
    labelled.has(addressKey(addresses[place] as string))
  if (deposits > 0) {
    const services = [...stops].flatMap(([place, { kind }]) => (kind === 'service' ? [place] : []))
    for (const { address, service, forwards } of await findDeposits(engine, services, deposits))
      if (!stops.has(address) && !isLabelled(address) && !spared.has(address))
        stops.set(address, depositOf(stops.get(service) as Stop, forwards))
  }
  for await (const { address, others } of engine.query(hubs(hub))) {
    const place = address as number
    if (!stops.has(place) && !isLabelled(place))
      stops.set(place, { kind: 'hub', label: `unlabelled service? ${others} counterparties` })
  }
  return stops
}

const isStop = (label: Label): label is Label & { readonly kind: LabelKind } => label.kind !== null

const depositOf = ({ label }: Stop, forwards: number): Stop => ({
  kind: 'service',
  label: `deposit of ${label}? inferred from ${forwards} forwards`,
})

const burned: Stop = { kind: 'burn', label: 'burned' }

const hubs = (most: number) => sql`
  select address, count(*)::integer as others
  from (
    select src as address, dst as other from bare_move union select dst, src from bare_move)
  where address <> ${nobody} and other <> ${nobody} and address <> other
  group by address having count(*) > ${most} order by address`
