import type { Flows } from './flow/load.ts'
import type { Stops } from './stops.ts'
import type { AssetTrace } from './trace.ts'

/** Traced value of one origin as it came to mixers and services. */
export type Origin = {
  /** Who paid it into mixers. */
  readonly depositors: ReadonlySet<number>
  /** The transfers by which it came to services. */
  readonly served: readonly number[]
  /** Addresses of those whose value it is, where it is known who they are. */
  readonly own: ReadonlySet<number>
}

const nobodys: ReadonlySet<number> = new Set()

/** Where value that was followed forward left what can be traced. */
export const originOf = (
  traces: readonly AssetTrace[],
  { flows, stops }: { readonly flows: Flows; readonly stops: Stops },
  own: ReadonlySet<number> = nobodys,
): Origin => {
  const depositors = new Set<number>()
  const served: number[] = []
  for (const { asset, moved } of traces) {
    const { start, flow } = flows.assets.find((each) => each.asset === asset) as Flows['assets'][0]
    for (const { move } of moved()) {
      const kind = stops.get(flow.dst[move - start] as number)?.kind
      if (kind === 'mixer') depositors.add(flow.src[move - start] as number)
      if (kind === 'service') served.push(move)
    }
  }
  return { depositors, served, own }
}
