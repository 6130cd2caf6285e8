import type { Engine } from '../../engine/index.ts'
import { type TraceFrom, toInstant } from '../answer.ts'
import { type Cited, citeMoves } from '../cited.ts'
import type { Patterns } from './ask.ts'
import { type Score, scoreOf } from './rules/score.ts'
import { type PatternId, patterns } from './rules/table.ts'

/** A line of the file of patterns: what was seen, the rows that prove it, and what else it may be. */
export type PatternAnswer = {
  readonly pattern: PatternId
  readonly asset: string
  readonly subject: string
  readonly addresses: readonly string[]
  readonly strength: number
  readonly facts: Readonly<Record<string, number | string>>
  readonly score: Score
  readonly innocent: readonly string[]
  readonly clears: string
  readonly transfers: readonly {
    readonly tx: string
    readonly src: string | null
    readonly dst: string | null
    readonly amount: string
    readonly time: string | null
    readonly source: string
    readonly row: number
  }[]
}

/** Patterns as lines, in their order. The engine still holds the flows. */
export async function* toPatternAnswers(
  engine: Engine,
  { flows, sources }: Pick<TraceFrom, 'flows' | 'sources'>,
  { found }: Pick<Patterns, 'found'>,
): AsyncGenerator<PatternAnswer> {
  const cited = await citeMoves(
    engine,
    found.flatMap(({ moves }) => moves),
  )
  const name = (address: number): string => flows.addresses[address] as string
  for (const { pattern, asset, subject, addresses, moves, strength, facts } of found)
    yield {
      pattern,
      asset,
      subject: name(subject),
      addresses: addresses.map(name),
      strength,
      facts,
      score: scoreOf(pattern, strength),
      innocent: patterns[pattern].innocent,
      clears: patterns[pattern].clears,
      transfers: moves.map((move) => {
        const { tx, src, dst, amount, time, source, row } = cited.get(move) as Cited
        return {
          tx: tx ?? '',
          src: flows.addresses[src] ?? null,
          dst: flows.addresses[dst] ?? null,
          amount,
          time: toInstant(time),
          source: sources[source]?.id ?? '',
          row,
        }
      }),
    }
}

/** How many there are of which pattern, by name; empty where there is none. */
export const countPatterns = (
  found: readonly { readonly pattern: PatternId }[],
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.values(patterns).flatMap(({ id, name }) => {
      const count = found.filter(({ pattern }) => pattern === id).length
      return count === 0 ? [] : [[name, count]]
    }),
  )
