import type { Flow } from './flow/flow.ts'
import type { Flows } from './flow/load.ts'
import { compareAmounts } from './rules/compare.ts'
import { holdingsOf, unfundedOf } from './rules/holdings.ts'
import { findPaths } from './rules/paths.ts'
import { reach } from './rules/reach.ts'
import { reverse } from './rules/reverse.ts'
import { spread } from './rules/spread.ts'
import type { Policy, Spread, Tracing } from './rules/tracing.ts'
import type { Stop, Stops } from './stops.ts'

/** What is asked of a trace. Addresses and transfers are numbers as in `Flows`. */
export type Asked = {
  readonly policy: Policy
  readonly backward: boolean
  readonly seeds: ReadonlySet<number>
  /** Transfers all of whose value is traced. */
  readonly seedMoves: ReadonlySet<number>
  readonly stops: Stops
  /** Transfers into a bridge or swap whose outgoing leg is in the data. */
  readonly continued: ReadonlySet<number>
}

/** Value that came to an address. Amounts are in base units. */
export type Holder = {
  readonly address: number
  readonly amount: bigint
  /** Least and greatest over the policies that conserve value. */
  readonly low: bigint
  readonly high: bigint
  readonly hops: number
  readonly stop: Stop | null
  /** The path that carries most: transfers and the traced part of each. */
  readonly path: readonly Moved[]
}

/** What became of the value that was traced in one asset; under poison the parts are upper bounds. */
export type AssetTrace = {
  readonly asset: string
  readonly seeded: bigint
  readonly held: bigint
  readonly stopped: bigint
  readonly fees: bigint
  readonly gaps: bigint
  /** Sent and never seen arriving, at addresses that are no seeds. */
  readonly unfunded: bigint
  readonly unfundedAt: ReadonlyMap<number, bigint>
  readonly holders: readonly Holder[]
  /** The transfers that carried traced value, in order (backward: from the last to the first), and how much each. */
  moved(): Generator<Moved>
}

export type Moved = { readonly move: number; readonly amount: bigint }

/** The policies over which the range of a holder is taken. */
const ranged = ['clean-first', 'fifo', 'haircut', 'taint-first'] as const

/** Traces value through the flow of each asset in which a seed has sent something. */
export const trace = (flows: Flows, asked: Asked): readonly AssetTrace[] =>
  flows.assets.map(({ asset, start, flow }) => traceAsset(flow, { asset, start, asked }))

type One = { readonly asset: string; readonly start: number; readonly asked: Asked }

const traceAsset = (flow: Flow, { asset, start, asked }: One): AssetTrace => {
  const tracing = toTracing(flow, start, asked)
  const holdings = holdingsOf(flow)
  const unfunded = unfundedOf(flow, holdings, tracing)
  const back = asked.backward ? reverse(flow, holdings) : undefined
  const wholeMove = (place: number): number => (back ? (back.move[place] as number) : place)
  const way = back
    ? {
        flow: back.flow,
        tracing: {
          ...tracing,
          initial: back.initial,
          seedMoves: Uint8Array.from(back.move, (move, i) =>
            back.unfunded[i] === 1 ? 0 : (tracing.seedMoves[move] as number),
          ),
        },
      }
    : { flow, tracing }
  const part = reach(way.flow, way.tracing)
  const runs = new Map<Policy, Run>()
  for (const policy of new Set<Policy>([...ranged, asked.policy])) {
    const run = spread(part.flow, { ...part.tracing, policy })
    runs.set(policy, { ...run, origins: originsOf(part, run, back) })
  }
  const chosen = runs.get(asked.policy) as Run
  const widest = runs.get('taint-first') as Run
  const begins = Uint8Array.from(part.flow.src, (address, move) =>
    part.tracing.seeds[address] === 1 || part.tracing.seedMoves?.[move] === 1 ? 1 : 0,
  )
  const paths = findPaths(part.flow, chosen.moved, begins)
  const widestPaths = findPaths(part.flow, widest.moved, begins)
  const holders: Holder[] = []
  part.address.forEach((address, place) => {
    const of = (policy: Policy): bigint => {
      const { tainted, origins } = runs.get(policy) as Run
      return BigInt(tainted[place] as number | bigint) + (origins.get(place) ?? 0n)
    }
    const range = ranged.map(of)
    const [low, high] = [range.reduce(min), range.reduce(max)]
    const amount = of(asked.policy)
    if (high === 0n && amount === 0n) return
    // What only another policy brings here has its path under the one that brings most.
    const [run, way] = paths.hops[place] ? [chosen, paths] : [widest, widestPaths]
    holders.push({
      address,
      amount,
      low,
      high,
      hops: way.hops[place] as number,
      stop: asked.stops.get(address) ?? null,
      path: way.pathTo(place).map((move) => ({
        move: start + wholeMove(part.move[move] as number),
        amount: BigInt(run.moved[move] as number | bigint),
      })),
    })
  })
  holders.sort(
    (a, b) =>
      compareAmounts(b.amount, a.amount) || compareAmounts(b.high, a.high) || a.address - b.address,
  )
  const begun = [...chosen.origins.values()].reduce((sum, amount) => sum + amount, 0n)
  const gaps = sumGaps(asked, { start, wholeMove, part, run: chosen })
  return {
    asset,
    seeded: chosen.seeded,
    held: chosen.held + begun,
    stopped: chosen.stopped - begun - gaps,
    fees: chosen.fees,
    gaps,
    unfunded: unfunded.total,
    unfundedAt: unfunded.addresses,
    holders,
    *moved() {
      for (let i = 0; i < part.move.length; i++) {
        const amount = BigInt(chosen.moved[i] as number | bigint)
        if (amount > 0n) yield { move: start + wholeMove(part.move[i] as number), amount }
      }
    },
  }
}

type Run = Spread & {
  /** Backward: value that ends at an address because it was never seen arriving there. */
  readonly origins: ReadonlyMap<number, bigint>
}

const originsOf = (
  { flow, move }: ReturnType<typeof reach>,
  { moved }: Spread,
  back: ReturnType<typeof reverse> | undefined,
): ReadonlyMap<number, bigint> => {
  const origins = new Map<number, bigint>()
  if (!back) return origins
  move.forEach((whole, i) => {
    if (back.unfunded[whole] !== 1) return
    const address = flow.src[i] as number
    origins.set(address, (origins.get(address) ?? 0n) + BigInt(moved[i] as number | bigint))
  })
  return origins
}

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const max = (a: bigint, b: bigint): bigint => (a > b ? a : b)

const toTracing = (
  { addresses, src }: Flow,
  start: number,
  { policy, seeds, seedMoves, stops }: Asked,
): Tracing & { readonly seedMoves: Uint8Array } => {
  const marked = (places: Iterable<number>, length: number, from = 0): Uint8Array => {
    const marks = new Uint8Array(length)
    for (const place of places) if (place >= from && place < from + length) marks[place - from] = 1
    return marks
  }
  return {
    policy,
    seeds: marked(seeds, addresses),
    seedMoves: marked(seedMoves, src.length, start),
    stops: marked(stops.keys(), addresses),
  }
}

type Found = {
  readonly start: number
  readonly wholeMove: (place: number) => number
  readonly part: ReturnType<typeof reach>
  readonly run: Spread
}

/** Traced value that went into a bridge or swap and of which the data does not tell how it went on. */
const sumGaps = (
  { stops, continued }: Asked,
  { start, wholeMove, part: { flow, address, move }, run }: Found,
): bigint => {
  const opens = Uint8Array.from(address, (whole) =>
    ['bridge', 'dex'].includes(stops.get(whole)?.kind ?? '') ? 1 : 0,
  )
  let gaps = 0n
  for (let i = 0; i < flow.src.length; i++) {
    if (opens[flow.dst[i] as number] !== 1 || flow.src[i] === flow.dst[i]) continue
    if (!continued.has(start + wholeMove(move[i] as number)))
      gaps += BigInt(run.moved[i] as number | bigint)
  }
  return gaps
}
