import { resolve } from 'node:path'
import type { Engine } from '../engine/index.ts'
import { findLinks, originOf, type Traced, toLinkAnswers } from '../funds/index.ts'
import type { Label, Source } from '../model/index.ts'
import type { Context } from './context.ts'
import { openFileSink } from './output/file-sink.ts'
import { toJson } from './output/value.ts'

/** A trace and what it was made from. */
export type LinkedTrace = {
  readonly engine: Engine
  readonly traced: Traced
  readonly labels: readonly Label[]
  readonly sources: readonly Source[]
}

/** Writes links across the stops of a trace, as JSON lines beside its answer, and says how many. */
export const keepLinks = async (
  { folder, temporaries, tell }: Context,
  path: string,
  { engine, traced, labels, sources }: LinkedTrace,
): Promise<void> => {
  const { flows, stops } = traced
  const origins = [originOf(traced.assets, traced)]
  const [links = []] = await findLinks(engine, { flows, stops, labels, origins })
  const sink = await openFileSink(resolve(folder, path), temporaries)
  const counts = new Map<string, number>()
  for (const link of toLinkAnswers(links, { flows, stops, labels, sources })) {
    counts.set(link.strength, (counts.get(link.strength) ?? 0) + 1)
    await sink.write(`${toJson(link)}\n`)
  }
  await sink.end()
  const said = [...counts].map(([strength, count]) => `${count} ${strength}`).join(', ')
  tell.say(`${links.length} links across stops${said ? ` (${said})` : ''}, in ${path}`)
}
