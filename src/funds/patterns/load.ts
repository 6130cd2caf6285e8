import digits from '../../../data/currency-digits.json' with { type: 'json' }
import { type Engine, sql } from '../../engine/index.ts'
import type { Flow } from '../flow/flow.ts'
import type { Flows } from '../flow/load.ts'
import { type Verified, verifiedAssets } from '../rules/verified.ts'
import type { Stops } from '../stops.ts'
import type { About } from './rules/find.ts'
import { makeScene, otherStop, type Scene, service } from './rules/scene.ts'
import { limits, stableCodes } from './rules/table.ts'

/** What patterns are looked for in, an asset each. */
export async function* loadScenes(
  engine: Engine,
  { addresses, assets }: Flows,
  stops: Stops,
): AsyncGenerator<{ readonly asset: string; readonly start: number; readonly scene: Scene }> {
  const stopped = new Uint8Array(addresses.length)
  for (const [address, { kind }] of stops)
    stopped[address] = kind === 'service' || kind === 'hub' ? service : otherStop
  const transactions = await readTransactions(engine, addresses.length)
  for (const { asset, start, flow } of assets) {
    const time = await readTimes(engine, start, flow)
    const scene = makeScene({ asset, flow, time, stops: stopped, transactions })
    yield { asset, start, scene }
  }
}

const readTimes = (engine: Engine, start: number, { src }: Flow): Promise<Float64Array> =>
  engine.transaction(async (session) => {
    const times = new Float64Array(src.length)
    await session.fill(
      sql`
        select coalesce(time::double, 'nan'::double) from bare_move
        where rowid >= ${start} and rowid < ${start + src.length} order by rowid`,
      [times],
    )
    return times
  })

/** Marks what value goes through on chains of outputs: a transaction, under its own hash. */
const readTransactions = async (engine: Engine, addresses: number): Promise<Uint8Array> => {
  const marks = new Uint8Array(addresses)
  const query = sql`
    select distinct m.src from move m join flow_address a on a.number = m.src and a.text = m.tx`
  for await (const { src } of engine.query(query)) marks[src as number] = 1
  return marks
}

/** What the tables say of an asset. A file of one asset without a code may be of any. */
export const aboutAsset = (asset: string, vouched: readonly Verified[]): About => {
  const contract = [...verifiedAssets, ...vouched].find(
    (each) => each.contract.toLowerCase() === asset.toLowerCase(),
  )
  const code = contract?.symbol ?? asset
  const limit = limits.find(({ currency }) => currency === asset)
  return {
    stable: asset === '' || stableCodes.has(code),
    reporting: limit && {
      ...limit,
      amount: BigInt(limit.amount) * 10n ** BigInt(placesOf(limit.currency)),
    },
  }
}

const placesOf = (currency: string): number =>
  (digits.digits as Readonly<Record<string, number>>)[currency] ?? digits.usual
