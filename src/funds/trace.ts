import type { Flow } from './flow/flow.ts'
import type { Flows } from './flow/load.ts'
import type { Carried } from './rules/carried.ts'
import { type Carry, carryThrough } from './rules/carry.ts'
import { compareAmounts } from './rules/compare.ts'
import { type Holdings, holdingsOf, unfundedOf } from './rules/holdings.ts'
import { findPaths } from './rules/paths.ts'
import { type Reversed, reverse } from './rules/reverse.ts'
import type { Policy, Tracing } from './rules/tracing.ts'
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
  const ready = readyOf(flow)
  const unfunded = unfundedOf(flow, ready.holdings, tracing)
  const back = asked.backward ? ready.backward() : undefined
  const carry = back ? back.carry : ready.forward()
  const seedMoves = back ? seedMovesBack(back, tracing.seedMoves) : tracing.seedMoves
  const runs = new Map<Policy, Run>()
  for (const policy of new Set<Policy>([...ranged, asked.policy]))
    runs.set(policy, toRun(carry({ ...tracing, seedMoves, policy }), back))
  const chosen = runs.get(asked.policy) as Run
  const wholeMove = (place: number): number => start + (back ? (back.move[place] as number) : place)
  const steps = { asked, wholeMove }
  const holders = holdersOf(runs, steps)
  const begun = chosen.origins.reduce((sum, amount) => sum + amount, 0n)
  const gaps = sumGaps(chosen, steps)
  return {
    asset,
    seeded: chosen.spread.seeded,
    held: chosen.spread.held + begun,
    stopped: chosen.spread.stopped - begun - gaps,
    fees: chosen.spread.fees,
    gaps,
    unfunded: unfunded.total,
    unfundedAt: unfunded.addresses,
    holders,
    *moved() {
      for (let i = 0; i < chosen.move.length; i++)
        yield {
          move: wholeMove(chosen.move[i] as number),
          amount: BigInt(chosen.spread.moved[i] as number | bigint),
        }
    },
  }
}

/** What every trace through a flow needs, worked out when the first one asks. */
type Ready = {
  readonly holdings: Holdings
  readonly forward: () => Carry
  readonly backward: () => Reversed & { readonly carry: Carry }
}

const readied = new WeakMap<Flow, Ready>()

const readyOf = (flow: Flow): Ready => {
  const before = readied.get(flow)
  if (before) return before
  const holdings = holdingsOf(flow)
  const ready: Ready = {
    holdings,
    forward: once(() => carryThrough(flow)),
    backward: once(() => {
      const back = reverse(flow, holdings)
      return { ...back, carry: carryThrough(back.flow, back.initial) }
    }),
  }
  readied.set(flow, ready)
  return ready
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Seed moves as a flow backwards has them. */
const seedMovesBack = (
  { move, unfunded }: Reversed,
  seedMoves: Uint8Array | undefined,
): Uint8Array | undefined =>
  seedMoves &&
  Uint8Array.from(move, (whole, i) => (unfunded[i] === 1 ? 0 : (seedMoves[whole] as number)))

type Run = Carried & {
  /** The place of each address among those of the run. */
  readonly places: ReadonlyMap<number, number>
  /** Backward: by place, value that ends at an address because it was never seen arriving there. */
  readonly origins: readonly bigint[]
}

const toRun = (carried: Carried, back: Reversed | undefined): Run => {
  const { flow, address, move, spread } = carried
  const places = new Map<number, number>()
  address.forEach((whole, place) => {
    places.set(whole, place)
  })
  const origins = new Array<bigint>(back ? address.length : 0).fill(0n)
  move.forEach((whole, i) => {
    if (back?.unfunded[whole] !== 1) return
    const place = flow.src[i] as number
    origins[place] = (origins[place] as bigint) + BigInt(spread.moved[i] as number | bigint)
  })
  return { ...carried, places, origins }
}

/** What a run brought an address. */
const amountIn = ({ places, spread, origins }: Run, address: number): bigint => {
  const place = places.get(address)
  if (place === undefined) return 0n
  return BigInt(spread.tainted[place] as number | bigint) + (origins[place] ?? 0n)
}

type Steps = {
  readonly asked: Asked
  /** The number in `Flows` of a move of a run. */
  readonly wholeMove: (move: number) => number
}

const holdersOf = (
  runs: ReadonlyMap<Policy, Run>,
  { asked, wholeMove }: Steps,
): readonly Holder[] => {
  const chosen = runs.get(asked.policy) as Run
  // What only another policy brings somewhere has its path under the one that brings most.
  const ways = [chosen, runs.get('taint-first') as Run].map((run) => ({
    run,
    paths: findPaths(run.flow, run.spread.moved, run.begins),
  }))
  const addresses = new Set<number>()
  for (const { address } of runs.values()) for (const one of address) addresses.add(one)
  const holders: Holder[] = []
  for (const address of addresses) {
    const range = ranged.map((policy) => amountIn(runs.get(policy) as Run, address))
    const [low, high] = [range.reduce(min), range.reduce(max)]
    const amount = amountIn(chosen, address)
    if (high === 0n && amount === 0n) continue
    const way = ways.find(({ run, paths }) => (paths.hops[run.places.get(address) ?? -1] ?? 0) > 0)
    const place = way?.run.places.get(address) as number
    const path = way?.paths.pathTo(place) ?? []
    holders.push({
      address,
      amount,
      low,
      high,
      hops: way?.paths.hops[place] ?? 0,
      stop: asked.stops.get(address) ?? null,
      path: path.map((move) => ({
        move: wholeMove(way?.run.move[move] as number),
        amount: BigInt(way?.run.spread.moved[move] as number | bigint),
      })),
    })
  }
  return holders.sort(
    (a, b) =>
      compareAmounts(b.amount, a.amount) || compareAmounts(b.high, a.high) || a.address - b.address,
  )
}

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const max = (a: bigint, b: bigint): bigint => (a > b ? a : b)

const toTracing = (
  { addresses, src }: Flow,
  start: number,
  { policy, seeds, seedMoves, stops }: Asked,
): Tracing => {
  const marked = (places: Iterable<number>, length: number, from = 0): Uint8Array => {
    const marks = new Uint8Array(length)
    for (const place of places) if (place >= from && place < from + length) marks[place - from] = 1
    return marks
  }
  return {
    policy,
    seeds: marked(seeds, addresses),
    seedMoves: seedMoves.size > 0 ? marked(seedMoves, src.length, start) : undefined,
    stops: marked(stops.keys(), addresses),
  }
}

/** Traced value that went into a bridge or swap and of which the data does not tell how it went on. */
const sumGaps = (
  { flow, address, move, spread }: Run,
  { asked: { stops, continued }, wholeMove }: Steps,
): bigint => {
  const opens = Uint8Array.from(address, (whole) =>
    ['bridge', 'dex'].includes(stops.get(whole)?.kind ?? '') ? 1 : 0,
  )
  let gaps = 0n
  for (let i = 0; i < move.length; i++)
    if (opens[flow.dst[i] as number] === 1 && !continued.has(wholeMove(move[i] as number)))
      gaps += BigInt(spread.moved[i] as number | bigint)
  return gaps
}
