import type { Engine } from '../engine/index.ts'
import type { Label } from '../model/index.ts'
import { findContinued } from './continued.ts'
import { type Exposure, findExposure } from './exposure.ts'
import { type Flows, loadFlows } from './flow/load.ts'
import { findLookalikes, type Lookalike } from './lookalikes.ts'
import type { Policy } from './rules/tracing.ts'
import type { Verified } from './rules/verified.ts'
import { findSeeds } from './seeds.ts'
import { findStops, type Stops } from './stops.ts'
import { type AssetTrace, trace } from './trace.ts'
import { setUnvaluedApart, type Unvalued } from './unvalued.ts'

/** A question about the transfers of an engine's table `moved`. */
export type Asking = {
  /** Addresses and transactions. */
  readonly seeds: readonly string[]
  readonly policy: Policy
  readonly backward: boolean
  readonly labels: readonly Label[]
  /** Contracts whose transfers carry value beside those that Muster knows. */
  readonly assets: readonly Verified[]
  /** An address without a label that deals with more others than this is a stop. */
  readonly hub: number
  /** An address without a label that forwarded all to a service so often is a stop; 0: none is. */
  readonly deposits?: number
}

export type Traced = {
  readonly flows: Flows
  readonly assets: readonly AssetTrace[]
  readonly stops: Stops
  readonly unvalued: readonly Unvalued[]
  readonly lookalikes: readonly Lookalike[]
  /** Seeds that the data lacks. */
  readonly missing: readonly string[]
}

/** Addresses to tell the exposure of, none for all; what else is asked is as for a trace. */
export type AskingExposure = Pick<Asking, 'labels' | 'assets' | 'hub'> & {
  readonly of: readonly string[]
}

export type Exposed = {
  readonly flows: Flows
  readonly exposures: Iterable<Exposure>
  readonly unvalued: readonly Unvalued[]
  readonly missing: readonly string[]
}

/** Tells by category where value of addresses came from and went to. */
export const exposeFlows = async (
  engine: Engine,
  { of, labels, assets, hub }: AskingExposure,
): Promise<Exposed> => {
  const unvalued = await setUnvaluedApart(engine, assets)
  const flows = await loadFlows(engine)
  const { addresses, missing } = await findSeeds(engine, flows.addresses, of)
  const stops = await findStops(engine, flows.addresses, { labels, hub })
  const hubs = [...stops].flatMap(([address, { kind }]) => (kind === 'hub' ? [address] : []))
  const asked = { labels, hubs: new Set(hubs), of: of.length > 0 ? addresses : undefined }
  return { flows, exposures: findExposure(flows, asked), unvalued, missing }
}

/** Traces the value of seeds through the transfers of an engine. */
export const traceFlows = async (
  engine: Engine,
  { seeds, policy, backward, labels, assets, ...limits }: Asking,
): Promise<Traced> => {
  const unvalued = await setUnvaluedApart(engine, assets)
  const flows = await loadFlows(engine)
  const found = await findSeeds(engine, flows.addresses, seeds)
  const stops = await findStops(engine, flows.addresses, {
    labels,
    seeds: found.addresses,
    ...limits,
  })
  const traces = trace(flows, {
    policy,
    backward,
    seeds: found.addresses,
    seedMoves: found.moves,
    stops,
    continued: await findContinued(engine, stops),
  })
  const lookalikes = await findLookalikes(engine)
  return { flows, assets: traces, stops, unvalued, lookalikes, missing: found.missing }
}
