import { type Engine, sql } from '../engine/index.ts'
import type { Label } from '../model/index.ts'
import { readCrossings } from './crossings.ts'
import type { Flows } from './flow/load.ts'
import { linkMixers } from './mixers.ts'
import { type Link, linkKinds, withoutOtherwise } from './rules/link-rules.ts'
import { linkServices } from './services.ts'
import type { Stops } from './stops.ts'
import type { AssetTrace } from './trace.ts'

export type Linking = {
  readonly flows: Flows
  readonly assets: readonly AssetTrace[]
  readonly stops: Stops
  readonly labels: readonly Label[]
}

/**
 * Links across the mixers and services that traced value came to, the strongest first. They are findings
 * beside a trace: none of them is taint, and none changes an amount. Reads the table `move`.
 */
export const findLinks = async (
  engine: Engine,
  { flows, assets, stops, labels }: Linking,
): Promise<readonly Link[]> => {
  const traced = new Set<number>()
  const served: number[] = []
  for (const { asset, moved } of assets) {
    const { start, flow } = flows.assets.find((each) => each.asset === asset) as Flows['assets'][0]
    for (const { move } of moved()) {
      const kind = stops.get(flow.dst[move - start] as number)?.kind
      if (kind === 'mixer') traced.add(flow.src[move - start] as number)
      if (kind === 'service') served.push(move)
    }
  }
  const entered = await readMoves(engine, served)
  const links = [
    ...(await linkMixers(engine, traced, stops)),
    ...(await linkServices(engine, entered, { addresses: flows.addresses, stops, labels })),
  ]
  return [...withoutOtherwise(links)].sort(
    (a, b) =>
      linkKinds.indexOf(a.kind) - linkKinds.indexOf(b.kind) ||
      a.from - b.from ||
      a.to - b.to ||
      a.stop - b.stop ||
      (a.paidIn[0]?.move ?? 0) - (b.paidIn[0]?.move ?? 0),
  )
}

const readMoves = async (engine: Engine, moves: readonly number[]) => {
  await engine.transaction(async (session) => {
    await session.run(sql`create or replace table entered (move bigint)`)
    const rows = await session.append('entered')
    for (const move of moves) rows.add([move])
  })
  return readCrossings(engine, sql`rowid in (from entered)`)
}
