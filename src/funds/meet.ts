import type { Ground } from './ground.ts'
import { type AssetTrace, type Holder, trace } from './trace.ts'

/** Value that was followed until it came to certain addresses, in one asset. */
export type Met = {
  readonly trace: AssetTrace
  /** Those of the addresses that it came to; their amounts are all that came to them, first of all. */
  readonly holders: readonly Holder[]
}

const none: ReadonlySet<number> = new Set()

/**
 * Follows all value that addresses sent (backward: received), or of transfers, and ends it at certain others beside the
 * stops, so that what came to each of them first is told, also where it went on since.
 */
export const meet = (
  { flows, stops, continued }: Ground,
  {
    seeds = none,
    seedMoves = none,
    ends,
    backward,
  }: {
    readonly seeds?: ReadonlySet<number>
    /** Transfers all of whose value is followed. */
    readonly seedMoves?: ReadonlySet<number>
    readonly ends: Iterable<number>
    readonly backward: boolean
  },
): readonly Met[] => {
  const all = new Map(stops)
  const met = new Set<number>()
  for (const end of ends)
    if (!seeds.has(end)) {
      met.add(end)
      all.set(end, { kind: 'service', label: '' })
    }
  const traces = trace(flows, {
    policy: 'haircut',
    backward,
    seeds,
    seedMoves,
    stops: all,
    continued,
  })
  return traces.map((one) => ({
    trace: one,
    holders: one.holders
      .filter(({ address }) => met.has(address))
      .map((holder) => ({ ...holder, stop: stops.get(holder.address) ?? null })),
  }))
}
