import type { Engine } from '../engine/index.ts'
import { addressKey, type Source } from '../model/index.ts'
import { type Cited, citeMoves } from './cited.ts'
import type { Flows } from './flow/load.ts'
import type { Lookalike } from './lookalikes.ts'
import type { AssetTrace, Holder } from './trace.ts'

/** A transfer of a path as it is answered; amounts are decimal strings in base units. */
export type StepAnswer = {
  readonly tx: string
  /** When it was made, `2026-11-30T12:00:00Z`; null where that is not known. */
  readonly time: string | null
  readonly src: string | null
  readonly dst: string | null
  /** The traced part of it. */
  readonly amount: string
  /** The whole of it. */
  readonly of: string
  /** The row that proves it. */
  readonly source: string
  readonly row: number
}

/** A line of the answer of `muster trace`. */
export type HolderAnswer = {
  readonly address: string
  readonly asset: string
  readonly amount: string
  readonly low: string
  readonly high: string
  readonly hops: number
  readonly stop: Holder['stop']
  /** The address that this one was made to look like. */
  readonly lookalike_of: string | null
  readonly path: readonly StepAnswer[]
}

/** What a trace was made from: its numbers stand for addresses and sources of these. */
export type TraceFrom = {
  readonly flows: Flows
  readonly sources: readonly Source[]
  readonly lookalikes: readonly Lookalike[]
}

/** The lines of an asset that stand before its summary, in the order of holders. */
export async function* toHolderAnswers(
  engine: Engine,
  { flows, sources, lookalikes }: TraceFrom,
  { asset, holders }: Pick<AssetTrace, 'asset' | 'holders'>,
): AsyncGenerator<HolderAnswer> {
  const cited = await citeMoves(
    engine,
    holders.flatMap(({ path }) => path.map(({ move }) => move)),
  )
  const genuine = new Map(lookalikes.map(({ address, of }) => [address, of]))
  const name = (address: unknown): string | null => flows.addresses[address as number] ?? null
  for (const { address, amount, low, high, hops, stop, path } of holders)
    yield {
      address: flows.addresses[address] as string,
      asset,
      amount: `${amount}`,
      low: `${low}`,
      high: `${high}`,
      hops,
      stop,
      lookalike_of: genuine.get(addressKey(flows.addresses[address] as string)) ?? null,
      path: path.map(({ move, amount }) => {
        const row = cited.get(move) as Cited
        return {
          tx: row.tx ?? '',
          time: toInstant(row.time),
          src: name(row.src),
          dst: name(row.dst),
          amount: `${amount}`,
          of: `${row.amount}`,
          source: sources[row.source]?.id ?? '',
          row: row.row,
        }
      }),
    }
}

/** Milliseconds since 1970 as `2026-11-30T12:00:00Z`. */
export const toInstant = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString().replace('.000Z', 'Z')

/** The last line of an asset: what was traced and what became of it. */
export const toSummary = ({
  asset,
  seeded,
  held,
  stopped,
  fees,
  gaps,
  unfunded,
}: AssetTrace): Readonly<Record<string, string>> => ({
  asset,
  seeded: `${seeded}`,
  held: `${held}`,
  stopped: `${stopped}`,
  fees: `${fees}`,
  gaps: `${gaps}`,
  unfunded: `${unfunded}`,
})
