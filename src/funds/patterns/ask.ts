import type { Engine } from '../../engine/index.ts'
import { nobody } from '../flow/flow.ts'
import type { Flows } from '../flow/load.ts'
import type { Verified } from '../rules/verified.ts'
import type { Stops } from '../stops.ts'
import type { AssetTrace } from '../trace.ts'
import { aboutAsset, loadScenes } from './load.ts'
import { findPatterns } from './rules/find.ts'
import type { PatternFinding, Scene } from './rules/scene.ts'

/** Patterns that addresses of a trace show. Moves are numbers of all transfers, as those of the trace. */
export type Patterns = {
  readonly found: readonly (PatternFinding & { readonly asset: string })[]
  /** Transfers that take part in no pattern because nobody says when they were. */
  readonly untimed: number
}

export type AskingPatterns = {
  readonly flows: Flows
  readonly traces: readonly AssetTrace[]
  readonly stops: Stops
  /** Contracts that the user vouches for. */
  readonly assets: readonly Verified[]
}

/**
 * Looks at the addresses that traced value came through for patterns of laundering. They stand beside the
 * trace: nothing of it is read but which transfers carried value. The engine still holds the table `move`.
 */
export const findPatternsBeside = async (
  engine: Engine,
  { flows, traces, stops, assets }: AskingPatterns,
): Promise<Patterns> => {
  const found: (PatternFinding & { readonly asset: string })[] = []
  let untimed = 0
  for await (const { asset, start, scene } of loadScenes(engine, flows, stops)) {
    untimed += scene.time.reduce((count, time) => (Number.isNaN(time) ? count + 1 : count), 0)
    const traced = traces.find((trace) => trace.asset === asset)
    if (!traced) continue
    const touched = touchedBy(scene, start, traced)
    for (const each of findPatterns(scene, touched, aboutAsset(asset, assets)))
      found.push({ ...each, asset, moves: each.moves.map((move) => start + move) })
  }
  return { found, untimed }
}

const touchedBy = ({ flow }: Scene, start: number, trace: AssetTrace): ReadonlySet<number> => {
  const touched = new Set<number>()
  for (const { move } of trace.moved())
    for (const ends of [flow.src, flow.dst]) touched.add(ends[move - start] as number)
  touched.delete(nobody)
  return touched
}
