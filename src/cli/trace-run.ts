import { resolve } from 'node:path'
import type { Engine } from '../engine/index.ts'
import {
  type AssetTrace,
  findTheft,
  type Policy,
  type TraceFrom,
  toHolderAnswers,
  toSummary,
  traceFlows,
} from '../funds/index.ts'
import type { Context } from './context.ts'
import { openFileSink } from './output/file-sink.ts'
import {
  describeLacking,
  type Reading,
  type Taken,
  tellLacking,
  withTransfers,
} from './take-transfers.ts'
import { keepLinks } from './trace-links.ts'
import { keepPatterns } from './trace-patterns.ts'
import type { Used } from './transfers.ts'

/** All that an answer of `muster trace` follows from, beside the bytes of its files. */
export type Recipe = Reading & {
  readonly seeds: readonly string[]
  readonly policy: Policy
  readonly backward: boolean
  readonly hub: number
  /** Not in answers of versions that knew no such stops. */
  readonly deposits?: number
}

/** A trace while the engine still holds the rows that it cites. */
export type Ran = {
  readonly engine: Engine
  readonly from: TraceFrom
  /** Assets in which a seed sent something; all of them where none did. */
  readonly assets: readonly AssetTrace[]
  /** The files of transfers, labels and assets, with the hash of their bytes. */
  readonly used: readonly Used[]
  /** What labels say of addresses, and the contracts that the user vouches for. */
  readonly known: Pick<Taken, 'labels' | 'assets'>
  /** The addresses that the seeds name. */
  readonly seeds: readonly string[]
  /** What the data lacks and what of it counts for nothing, in sentences. */
  readonly notes: readonly string[]
}

/** Files that what is found beside the answer is written to. */
export type Kept = {
  readonly rejected?: string | undefined
  readonly lookalikes?: string | undefined
  readonly links?: string | undefined
  readonly patterns?: string | undefined
}

/** Reads the files of a recipe, traces, and gives what was found to `tell` before the engine closes. */
export const runTrace = (
  context: Context,
  recipe: Recipe,
  { rejected, lookalikes, links, patterns }: Kept,
  tell: (ran: Ran) => Promise<void>,
): Promise<void> =>
  withTransfers(context, recipe, rejected, async ({ engine, sources, used, notes, ...known }) => {
    const seeds = recipe.seeds.flatMap(
      (seed) => findTheft(seed)?.addresses?.map(({ address }) => address) ?? [seed],
    )
    const traced = await traceFlows(engine, { ...recipe, ...known, seeds })
    tellLacking(context, traced)
    const made = traced.lookalikes.filter(({ of }) => of !== null)
    if (made.length > 0)
      context.tell.warn(
        `${made.length} addresses look like another one in their first and last digits; see them with --lookalikes FILE`,
      )
    await keepLookalikes(context, lookalikes, traced.lookalikes)
    if (links !== undefined)
      await keepLinks(context, links, { engine, traced, labels: known.labels, sources })
    const seeded = traced.assets.filter((each) => each.seeded > 0n)
    await tell({
      engine,
      from: { flows: traced.flows, sources, lookalikes: traced.lookalikes },
      assets: seeded.length > 0 ? seeded : traced.assets,
      used,
      known,
      seeds: seeds.filter((seed) => !traced.missing.includes(seed)),
      notes: [...describeLacking(traced), ...notes],
    })
    if (patterns !== undefined)
      await keepPatterns(context, patterns, { engine, traced, sources, vouched: known.assets })
  })

/** What an answer follows from, in full: it stands beside each summary. */
export type MadeFrom = { readonly recipe: Recipe; readonly used: readonly Used[] }

/** The lines of an answer: holders and a summary for each asset; of CSV the holders alone. */
export async function* toLines(
  { engine, from, assets }: Pick<Ran, 'engine' | 'from' | 'assets'>,
  madeFrom: MadeFrom | null,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  for (const one of assets) {
    for await (const holder of toHolderAnswers(engine, from, one))
      yield madeFrom ? holder : { ...holder, stop: holder.stop?.kind, label: holder.stop?.label }
    if (madeFrom) yield { summary: toSummary(one), made_from: madeFrom }
  }
}

/** Writes addresses that were made to look like others, as CSV. */
const keepLookalikes = async (
  { folder, temporaries }: Context,
  path: string | undefined,
  lookalikes: TraceFrom['lookalikes'],
): Promise<void> => {
  if (path === undefined) return
  const sink = await openFileSink(resolve(folder, path), temporaries)
  await sink.write('address,lookalike_of\n')
  for (const { address, of } of lookalikes) await sink.write(`${address},${of ?? ''}\n`)
  await sink.end()
}
