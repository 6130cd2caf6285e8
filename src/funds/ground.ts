import type { Engine } from '../engine/index.ts'
import { addressKey, type Label, mostCertain } from '../model/index.ts'
import { findContinued } from './continued.ts'
import { indexMoves } from './flow/index-moves.ts'
import { type Flows, loadFlows } from './flow/load.ts'
import type { Unvalued } from './flow/unvalued.ts'
import type { Verified } from './rules/verified.ts'
import { findSeeds, type Seeds } from './seeds.ts'
import { findStops, type Stopping, type Stops } from './stops.ts'

/** The transfers of an engine, made ready once for any number of questions. */
export type Ground = {
  readonly flows: Flows
  readonly stops: Stops
  /** Transfers into a bridge or swap whose outgoing leg is in the data. */
  readonly continued: ReadonlySet<number>
  readonly unvalued: readonly Unvalued[]
  /** What the seeds are in the data. */
  readonly seeds: Seeds
  /** The place of an address in the flows, however its letters are written. */
  placeOf(address: string): number | undefined
  /** The most certain label of an address, stop or not. */
  named(address: string): Label | undefined
}

export type Grounding = Omit<Stopping, 'seeds'> & {
  /** Contracts whose transfers carry value beside those that Muster knows. */
  readonly assets: readonly Verified[]
  /** Addresses and transactions that are asked about; none of them is taken for a deposit address. */
  readonly seeds?: readonly string[]
}

/** Takes the table `moved` of an engine out as flows and finds seeds and stops among their addresses. */
export const layGround = async (
  engine: Engine,
  { assets, seeds: asked = [], ...stopping }: Grounding,
): Promise<Ground> => {
  const unvalued = await indexMoves(engine, assets)
  const flows = await loadFlows(engine)
  const places = new Map(flows.addresses.map((address, place) => [addressKey(address), place]))
  const placeOf = (address: string): number | undefined => places.get(addressKey(address))
  const seeds = await findSeeds(engine, placeOf, asked)
  const stops = await findStops(engine, flows.addresses, { ...stopping, seeds: seeds.addresses })
  const best = mostCertain(stopping.labels)
  return {
    flows,
    stops,
    continued: await findContinued(engine, stops),
    unvalued,
    seeds,
    placeOf,
    named: (address) => best.get(addressKey(address)),
  }
}
