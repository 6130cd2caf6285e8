import type { Engine } from '../engine/index.ts'
import { type HolderAnswer, type TraceFrom, toHolderAnswers, toSummary } from './answer.ts'
import type { AssetTrace, Holder } from './trace.ts'
import { type Left, leftOf, type Way, waysOf, waysOfPaths } from './ways.ts'

/** Where value went in one asset, or where it came from, ready to be shown: texts only, no numbers of places. */
export type MoneyTrail = {
  readonly asset: string
  /** Amounts are in base units; `decimals` of them make a unit of `symbol`. Null where nobody says. */
  readonly symbol: string | null
  readonly decimals: number | null
  readonly backward: boolean
  /** The addresses that it begins at. */
  readonly seeds: readonly string[]
  readonly summary: Readonly<Record<SummaryPart, string>>
  /** Who holds it, those with most first, each with its stop, range and widest path. */
  readonly ends: readonly HolderAnswer[]
  /** Holders that are left out of `ends` because they hold least, and what they hold in all. */
  readonly endsLeft: Left
  /** Between whom it moved, by the traced amount. */
  readonly ways: readonly Way[]
  readonly waysLeft: Left
}

type SummaryPart = 'seeded' | 'held' | 'stopped' | 'fees' | 'gaps' | 'unfunded'

/** A unit of an asset that people read. */
export type Unit = { readonly symbol: string; readonly decimals: number }

export type Trailing = {
  readonly seeds: readonly string[]
  readonly backward: boolean
  readonly unit: Unit | undefined
  /** Most holders and ways that are shown one by one; the rest is told as a sum. */
  readonly most: number
  /** Only these holders are asked for, and only the paths to them are told. */
  readonly only?: readonly Holder[] | undefined
}

/** Lays a trace of one asset out for people. The engine still holds the flows. */
export const toMoneyTrail = async (
  engine: Engine,
  from: TraceFrom,
  trace: AssetTrace,
  { seeds, backward, unit, most, only }: Trailing,
): Promise<MoneyTrail> => {
  const ends: HolderAnswer[] = []
  const holders = only ?? trace.holders
  const shown = { ...trace, holders: holders.slice(0, most) }
  for await (const end of toHolderAnswers(engine, from, shown)) ends.push(end)
  const { ways, left } = only
    ? toShown(waysOfPaths(ends), most)
    : await waysOf(engine, from, { trace, most })
  return {
    asset: trace.asset,
    symbol: unit?.symbol ?? null,
    decimals: unit?.decimals ?? null,
    backward,
    seeds,
    summary: toSummary(trace) as MoneyTrail['summary'],
    ends,
    endsLeft: leftOf(holders.slice(most)),
    ways,
    waysLeft: left,
  }
}

const toShown = (ways: readonly Way[], most: number) => ({
  ways: ways.slice(0, most),
  left: leftOf(ways.slice(most)),
})
