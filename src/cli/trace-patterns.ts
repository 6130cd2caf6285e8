import { resolve } from 'node:path'
import type { Engine } from '../engine/index.ts'
import {
  countPatterns,
  findPatternsBeside,
  type Patterns,
  type Traced,
  toPatternAnswers,
  type Verified,
} from '../funds/index.ts'
import type { Source } from '../model/index.ts'
import type { Context } from './context.ts'
import { openFileSink } from './output/file-sink.ts'
import { toJson } from './output/value.ts'

/** A trace that patterns are looked for beside, while the engine still holds its rows. */
export type Beside = {
  readonly engine: Engine
  readonly traced: Traced
  readonly sources: readonly Source[]
  /** Contracts that the user vouches for. */
  readonly vouched: readonly Verified[]
}

/**
 * Looks for patterns beside a trace and writes them to a file, as JSON lines; tells how many of which. The
 * answer of the trace is no other for it. Error: `file-unwritable`.
 */
export const keepPatterns = async (
  { folder, temporaries, tell, output }: Context,
  path: string,
  { engine, traced, sources, vouched }: Beside,
): Promise<void> => {
  const { flows, stops } = traced
  const found = await findPatternsBeside(engine, {
    flows,
    stops,
    traces: traced.assets,
    assets: vouched,
  })
  const sink = await openFileSink(resolve(folder, path), temporaries)
  for await (const line of toPatternAnswers(engine, { flows, sources }, found))
    await sink.write(`${toJson(line)}\n`)
  await sink.end()
  if (found.untimed > 0)
    tell.warn(`${found.untimed} transfers have no time and take part in no pattern`)
  const says = showPatterns(found, path)
  if (output.format === 'table') await output.text(`${says}\n`)
  else tell.say(says)
}

/** How many patterns were found of which kind, in words. */
const showPatterns = ({ found }: Patterns, path: string): string => {
  if (found.length === 0) return 'no pattern of laundering beside the trace'
  const counts = Object.entries(countPatterns(found)).map(([name, count]) => `${name}: ${count}`)
  return `patterns beside the trace, in none of its amounts: ${counts.join(', ')}; see ${path}`
}
