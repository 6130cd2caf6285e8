import { nobody } from '../flow/flow.ts'
import type { Flows } from '../flow/load.ts'
import type { AssetTrace, Holder, Moved } from '../trace.ts'

/** Addresses that value of one asset came through. */
export type Touched = { readonly asset: string; readonly addresses: ReadonlySet<number> }

const touchedBy = (flows: Flows, asset: string, moved: Iterable<Moved>): Touched => {
  const { start, flow } = flows.assets.find((each) => each.asset === asset) as Flows['assets'][0]
  const addresses = new Set<number>()
  for (const { move } of moved)
    for (const ends of [flow.src, flow.dst]) addresses.add(ends[move - start] as number)
  addresses.delete(nobody)
  return { asset, addresses }
}

/** The addresses that all value of a trace came through. */
export const addressesOfTrace = (flows: Flows, { asset, moved }: AssetTrace): Touched =>
  touchedBy(flows, asset, moved())

/** The addresses on the widest paths to some holders. */
export const addressesOfPaths = (
  flows: Flows,
  { asset, holders }: Pick<AssetTrace, 'asset' | 'holders'>,
): Touched =>
  touchedBy(
    flows,
    asset,
    holders.flatMap(({ path }: Holder) => path),
  )
