import type { Engine } from '../../engine/index.ts'
import type { Flows } from '../flow/load.ts'
import type { Verified } from '../rules/verified.ts'
import type { Stops } from '../stops.ts'
import type { AssetTrace } from '../trace.ts'
import { aboutAsset, loadScenes } from './load.ts'
import { findPatterns } from './rules/find.ts'
import type { PatternFinding } from './rules/scene.ts'
import { addressesOfTrace, type Touched } from './touched.ts'

/** A pattern in one asset. Moves are numbers of all transfers, as those of a trace. */
export type AssetPattern = PatternFinding & { readonly asset: string }

/** Patterns that addresses of a trace show. */
export type Patterns = {
  readonly found: readonly AssetPattern[]
  /** Transfers that take part in no pattern because nobody says when they were. */
  readonly untimed: number
}

/** What patterns are looked for in. */
export type Among = {
  readonly flows: Flows
  readonly stops: Stops
  /** Contracts that the user vouches for. */
  readonly assets: readonly Verified[]
}

/**
 * Patterns of laundering that addresses show, for each of several sets of them. Of traces nothing is read but
 * which addresses value came through. The engine still holds the flows.
 */
export const findPatternsOf = async (
  engine: Engine,
  { flows, stops, assets }: Among,
  sets: readonly Touched[],
): Promise<{ readonly found: readonly (readonly AssetPattern[])[]; readonly untimed: number }> => {
  const found: AssetPattern[][] = sets.map(() => [])
  const asked = new Set(sets.map(({ asset }) => asset))
  const own = { ...flows, assets: flows.assets.filter(({ asset }) => asked.has(asset)) }
  let untimed = 0
  for await (const { asset, start, scene } of loadScenes(engine, own, stops)) {
    untimed += scene.time.reduce((count, time) => (Number.isNaN(time) ? count + 1 : count), 0)
    const about = aboutAsset(asset, assets)
    for (const [i, touched] of sets.entries())
      if (touched.asset === asset)
        for (const each of findPatterns(scene, touched.addresses, about))
          found[i]?.push({ ...each, asset, moves: each.moves.map((move) => start + move) })
  }
  return { found, untimed }
}

export type AskingPatterns = Among & { readonly traces: readonly AssetTrace[] }

/** Looks at the addresses that traced value came through for patterns of laundering, beside the trace. */
export const findPatternsBeside = async (
  engine: Engine,
  { traces, ...among }: AskingPatterns,
): Promise<Patterns> => {
  const sets = traces.map((trace) => addressesOfTrace(among.flows, trace))
  const { found, untimed } = await findPatternsOf(engine, among, sets)
  return { found: found.flat(), untimed }
}
