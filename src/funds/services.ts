import { type Engine, sql } from '../engine/index.ts'
import { parseWallet } from '../identifiers/index.ts'
import { addressKey, type Label } from '../model/index.ts'
import { layAddresses, movesValue, readCrossings } from './crossings.ts'
import { moveKinds } from './flow/flow.ts'
import { groupBy } from './rules/group.ts'
import type { Crossing, Link } from './rules/link-rules.ts'
import { payoutLinks } from './rules/payout-links.ts'
import type { Stops } from './stops.ts'

const transfer = moveKinds.indexOf('transfer')

export type Serving = {
  /** Addresses as the files write them, by their number. */
  readonly addresses: readonly string[]
  readonly stops: Stops
  readonly labels: readonly Label[]
}

/**
 * Links across services: what came to their addresses (`entered`, transfers of traced value) and what
 * accounts that labels call the same service paid out at banks, which are those that are no wallet.
 */
export const linkServices = async (
  engine: Engine,
  entered: readonly Crossing[],
  serving: Serving,
): Promise<readonly Link[]> => {
  const links: Link[] = []
  const named = nameServices(serving)
  for (const [name, paidIn] of await byService(engine, entered, named)) {
    const accounts = new Set([...(named.get(name) ?? []), ...paidIn.map(({ dst }) => dst)])
    const banks = [...accounts].filter((each) => !isWallet(serving.addresses[each] as string))
    if (banks.length === 0) continue
    await layAddresses(engine, 'served', accounts)
    await layAddresses(engine, 'bank_account', banks)
    const inflows = await readCrossings(
      engine,
      sql`${movesValue} and src not in (from served) and dst in (from served)`,
    )
    const payouts = await readCrossings(
      engine,
      sql`${movesValue} and src in (from bank_account) and dst not in (from served)`,
    )
    const holders = holdersOf(serving, banks)
    for (const ins of groupBy(paidIn, ({ asset }) => asset).values())
      links.push(
        ...payoutLinks({
          paidIn: ins,
          inflows,
          payouts: payouts.filter(({ asset }) => asset !== ins[0]?.asset),
          holders,
        }),
      )
  }
  return links
}

const isWallet = (address: string): boolean => parseWallet(address) !== undefined

const nameOf = (label: string): string => label.trim().toLowerCase()

/** The addresses of each service that a label names. */
export const nameServices = ({
  addresses,
  stops,
  labels,
}: Serving): ReadonlyMap<string, readonly number[]> => {
  const labelled = new Set(labels.map(({ address }) => addressKey(address)))
  const services = [...stops.keys()].filter(
    (each) =>
      stops.get(each)?.kind === 'service' && labelled.has(addressKey(addresses[each] as string)),
  )
  return groupBy(services, (each) => nameOf(stops.get(each)?.label ?? ''))
}

/** Payments to services by their name; a stop that no label names is of the services that it pays. */
export const byService = async (
  engine: Engine,
  entered: readonly Crossing[],
  named: ReadonlyMap<string, readonly number[]>,
): Promise<ReadonlyMap<string, readonly Crossing[]>> => {
  const names = new Map([...named].flatMap(([name, all]) => all.map((each) => [each, name])))
  const unnamed = entered.map(({ dst }) => dst).filter((each) => !names.has(each))
  await layAddresses(engine, 'served', new Set(unnamed))
  const forwards = await readCrossings(engine, sql`src in (from served) and kind = ${transfer}`)
  const inferred = groupBy(
    forwards.filter(({ dst }) => names.has(dst)),
    ({ src }) => src,
  )
  const namesOf = (address: number): readonly string[] => {
    const own = names.get(address)
    if (own !== undefined) return [own]
    return [...new Set(inferred.get(address)?.map(({ dst }) => names.get(dst) as string))]
  }
  const pairs = entered.flatMap((paid) => namesOf(paid.dst).map((name) => ({ name, paid })))
  return new Map(
    [...groupBy(pairs, ({ name }) => name)].map(([name, all]) => [
      name,
      all.map(({ paid }) => paid),
    ]),
  )
}

/** Who holds an address by its labels; who holds the accounts of the service itself does not count. */
const holdersOf = (
  { addresses, labels }: Serving,
  banks: readonly number[],
): ((address: number) => ReadonlySet<string>) => {
  const labelled = groupBy(labels, ({ address }) => addressKey(address))
  const of = (address: number): ReadonlySet<string> =>
    new Set(
      labelled
        .get(addressKey(addresses[address] as string))
        ?.flatMap(({ actor }) => (actor ? [actor] : [])),
    )
  const own = new Set(banks.flatMap((bank) => [...of(bank)]))
  return (address) => new Set([...of(address)].filter((holder) => !own.has(holder)))
}
