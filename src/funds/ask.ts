import type { Engine } from '../engine/index.ts'
import { type Exposure, findExposure } from './exposure.ts'
import { type Ground, type Grounding, layGround } from './ground.ts'
import { findLookalikes, type Lookalike } from './lookalikes.ts'
import type { Policy } from './rules/tracing.ts'
import { type AssetTrace, trace } from './trace.ts'

/** A question about the transfers of an engine's table `moved`. */
export type Asking = Grounding & {
  readonly seeds: readonly string[]
  readonly policy: Policy
  readonly backward: boolean
}

export type Traced = Pick<Ground, 'flows' | 'stops' | 'unvalued'> & {
  readonly assets: readonly AssetTrace[]
  readonly lookalikes: readonly Lookalike[]
  /** Seeds that the data lacks. */
  readonly missing: readonly string[]
}

/** Addresses to tell the exposure of, none for all; what else is asked is as for a trace. */
export type AskingExposure = Pick<Grounding, 'labels' | 'assets' | 'hub'> & {
  readonly of: readonly string[]
}

export type Exposed = Pick<Ground, 'flows' | 'unvalued'> & {
  readonly exposures: Iterable<Exposure>
  readonly missing: readonly string[]
}

/** Tells by category where value of addresses came from and went to. */
export const exposeFlows = async (
  engine: Engine,
  { of, ...grounding }: AskingExposure,
): Promise<Exposed> => {
  const { labels } = grounding
  const ground = await layGround(engine, { ...grounding, seeds: of })
  const { flows, stops, unvalued, seeds } = ground
  const hubs = [...stops].flatMap(([address, { kind }]) => (kind === 'hub' ? [address] : []))
  const asked = { labels, hubs: new Set(hubs), of: of.length > 0 ? seeds.addresses : undefined }
  return { flows, exposures: findExposure(flows, asked), unvalued, missing: seeds.missing }
}

/** Traces the value of seeds through the transfers of an engine. */
export const traceFlows = async (
  engine: Engine,
  { policy, backward, ...grounding }: Asking,
): Promise<Traced> => {
  const { flows, stops, continued, unvalued, seeds } = await layGround(engine, grounding)
  const assets = trace(flows, {
    policy,
    backward,
    seeds: seeds.addresses,
    seedMoves: seeds.moves,
    stops,
    continued,
  })
  const lookalikes = await findLookalikes(engine)
  return { flows, assets, stops, unvalued, lookalikes, missing: seeds.missing }
}
