import { type Engine, sql } from '../engine/index.ts'
import { layAddresses, movesValue, readCrossings } from './crossings.ts'
import { moveKinds, nobody } from './flow/flow.ts'
import type { Origin } from './origin.ts'
import { groupBy } from './rules/group.ts'
import { type Crossing, type Link, mostFunded } from './rules/link-rules.ts'
import { type Known, mixerLinks, type Pool, type Withdrawal } from './rules/mixer-links.ts'
import type { Stops } from './stops.ts'

const fee = moveKinds.indexOf('fee')

type Mixing = { readonly stops: Stops; readonly payees?: ReadonlySet<number> | undefined }

/**
 * Links across mixers of equal amounts, for those who paid value of each origin in; weak ones to `payees`
 * alone where these are given. Where one mixer passes a payment on to another in the same transaction, the first is a
 * door and the second the pool.
 */
export const linkMixers = async (
  engine: Engine,
  origins: readonly Origin[],
  { stops, payees }: Mixing,
): Promise<readonly (readonly Link[])[]> => {
  const mixers = new Set<number>()
  for (const [address, { kind }] of stops) if (kind === 'mixer') mixers.add(address)
  const traced = new Set(origins.flatMap(({ depositors }) => [...depositors]))
  if (traced.size === 0 || mixers.size === 0) return []
  await layAddresses(engine, 'mixer', mixers)
  const crossings = await readCrossings(
    engine,
    sql`${movesValue} and (src in (from mixer) or dst in (from mixer))`,
  )
  const fees = await readCrossings(
    engine,
    sql`kind = ${fee} and origin in (
      select origin from told where tx in (
        select t.tx from told t join bare_move m on m.origin = t.origin
        where m.src in (from mixer)))`,
  )
  const pools = toPools(crossings, fees, mixers)
  const people = await learnOf(engine, { traced, pools, stops })
  return origins.map(({ depositors, own }) =>
    pools.flatMap((pool) =>
      mixerLinks(pool, { ...people(gasOf(pool)), traced: depositors, own, asked: payees }),
    ),
  )
}

const toPools = (
  crossings: readonly Crossing[],
  fees: readonly Crossing[],
  mixers: ReadonlySet<number>,
): readonly Pool[] => {
  const doors = new Map<string, number>()
  for (const { src, dst, tx } of crossings)
    if (mixers.has(src) && mixers.has(dst) && tx !== null) doors.set(`${src} ${tx}`, dst)
  const pools = new Map<string, { stop: number; in: Crossing[]; out: Withdrawal[] }>()
  const poolOf = (stop: number, { asset, amount }: Pick<Crossing, 'asset' | 'amount'>) => {
    const key = `${stop} ${asset} ${amount}`
    const pool = pools.get(key) ?? { stop, in: [], out: [] }
    pools.set(key, pool)
    return pool
  }
  for (const each of crossings) {
    if (mixers.has(each.src)) continue
    const stop = doors.get(`${each.dst} ${each.tx}`) ?? each.dst
    poolOf(stop, each).in.push(each)
  }
  const payer = new Map(fees.map((each) => [each.tx, each]))
  for (const outs of groupBy(
    crossings.filter(({ src, dst }) => mixers.has(src) && !mixers.has(dst)),
    ({ src, tx, asset, move }) => `${src} ${asset} ${tx ?? move}`,
  ).values()) {
    const [first] = outs as [Crossing]
    const amount = outs.reduce((sum, each) => sum + each.amount, 0n)
    const whole = pools.get(`${first.src} ${first.asset} ${amount}`)
    // A relayer's cut belongs to the withdrawal; several withdrawals in a transaction are several.
    const main = outs.reduce((most, each) => (each.amount > most.amount ? each : most))
    for (const paidOut of whole ? [main] : outs) {
      const paid = payer.get(paidOut.tx) ?? null
      const isRelayer = outs.some((each) => each !== paidOut && each.dst === paid?.src)
      const pool = whole ?? poolOf(first.src, paidOut)
      pool.out.push({ paidOut, fee: isRelayer ? null : paid })
    }
  }
  return [...pools.values()]
    .filter((pool) => pool.in.length > 0 && pool.out.length > 0)
    .map((pool) => ({
      stop: pool.stop,
      depositors: [...groupBy(pool.in, ({ src }) => src)].map(([address, paidIn]) => ({
        address,
        paidIn,
      })),
      recipients: groupBy(pool.out, ({ paidOut }) => paidOut.dst),
      senders: new Map(
        [...groupBy(pool.out, ({ fee }) => fee?.src ?? nobody)].map(([sender, outs]) => [
          sender,
          outs.map(({ paidOut }) => paidOut.dst),
        ]),
      ),
    }))
}

const gasOf = ({ recipients }: Pool): string | undefined =>
  [...recipients.values()].flat().find(({ fee }) => fee !== null)?.fee?.asset

type Learning = {
  readonly traced: ReadonlySet<number>
  readonly pools: readonly Pool[]
  readonly stops: Stops
}

/** What rules need to know of addresses, whatever is asked. */
type Beside = Omit<Known, 'traced' | 'own' | 'asked'>

/** What rules need to know of those who paid in and were paid, by the asset that gas is paid in. */
const learnOf = async (
  engine: Engine,
  { traced, pools, stops }: Learning,
): Promise<(gas: string | undefined) => Beside> => {
  await layAddresses(engine, 'payer_in', traced)
  const paid = new Set(pools.flatMap(({ recipients }) => [...recipients.keys()]))
  await layAddresses(engine, 'payee_out', paid)
  const between = groupBy(
    await readCrossings(
      engine,
      sql`${movesValue} and src <> dst
        and (src in (from payer_in) and dst in (from payee_out)
          or src in (from payee_out) and dst in (from payer_in))`,
    ),
    ({ src, dst }) => pairOf(src, dst),
  )
  const funding = new Map(
    (
      await readCrossings(
        engine,
        sql`rowid in (
          select min(rowid) from bare_move
          where ${movesValue} and src <> ${nobody}
            and (dst in (from payer_in) or dst in (from payee_out))
            and asset in (select asset from bare_move where kind = ${fee})
          group by dst, asset)`,
      )
    ).map((each) => [`${each.asset} ${each.dst}`, each]),
  )
  const funded = new Map<string, number>()
  await layAddresses(engine, 'payer_in', new Set([...funding.values()].map(({ src }) => src)))
  for await (const { src, asset, others } of engine.query(sql`
    select src, asset, count(distinct dst)::integer as others from bare_move
    where src in (from payer_in) and ${movesValue} group by src, asset`))
    funded.set(`${asset} ${src}`, others as number)
  const dealt = new Map<number, Set<number>>()
  const deal = (one: number, other: number): void => {
    dealt.set(one, (dealt.get(one) ?? new Set()).add(other))
  }
  for (const [{ src, dst } = { src: nobody, dst: nobody }] of between.values()) {
    deal(src, dst)
    deal(dst, src)
  }
  const sharing = groupBy(funding.values(), ({ asset, src }) => `${asset} ${src}`)
  const funders = (gas: string | undefined, address: number): readonly Crossing[] => {
    const key = `${gas} ${funding.get(`${gas} ${address}`)?.src}`
    return (funded.get(key) ?? 0) > mostFunded ? [] : (sharing.get(key) ?? [])
  }
  return (gas) => ({
    kin: (address) => [
      ...(dealt.get(address) ?? []),
      ...funders(gas, address).map(({ dst }) => dst),
    ],
    isStop: (address) => stops.has(address),
    between: (one, other) => between.get(pairOf(one, other)) ?? [],
    funding: (address) => funding.get(`${gas} ${address}`),
    funded: (address) => funded.get(`${gas} ${address}`) ?? 0,
  })
}

const pairOf = (one: number, other: number): string =>
  `${Math.min(one, other)} ${Math.max(one, other)}`
