import { type Engine, sql } from '../../engine/index.ts'
import type { File } from '../../formats/index.ts'
import type { Rejected, Source } from '../../model/index.ts'
import { makeAccountRows, takeAccounts } from './accounts.ts'
import { type FieldMap, partMap } from './fields.ts'
import { layFile } from './laid.ts'
import { type Keeping, normaliseObserved } from './normal.ts'
import { makeObserved, takeObservations } from './observations.ts'
import { makeRejected, openTable } from './table.ts'

type Given = { readonly file: File; readonly source: Source }

export type FactInput = {
  readonly accounts: readonly Given[]
  readonly observations: readonly Given[]
  /** A folder of its own for files that have to be unpacked. */
  readonly folder: string
}

export type FactOptions = {
  readonly keeping: Keeping
  readonly map?: FieldMap
  readonly encoding?: string
  readonly onStep?: (step: string) => void
  readonly onIgnored?: (path: string, columns: readonly string[]) => void
  readonly onRejected?: (rejected: Rejected) => Promise<void> | void
}

/**
 * Takes files of accounts and observations into the tables `account_row`, `observed` and `normal` of an
 * engine. The sources are numbered by their ids, whatever their order.
 */
export const takeFacts = async (
  engine: Engine,
  input: FactInput,
  options: FactOptions,
): Promise<{ readonly sources: readonly Source[]; readonly rejected: number }> => {
  const { map = new Map(), encoding, onStep, onIgnored } = options
  const { folder } = input
  const maps = partMap(map)
  const sources = [...input.accounts, ...input.observations]
    .map(({ source }) => source)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .filter(({ id }, i, all) => id !== all[i - 1]?.id)
  await makeRejected(engine)
  await makeObserved(engine)
  await makeAccountRows(engine)
  const taken = new Set<string>()
  const takers = [
    { files: input.accounts, take: takeAccounts, map: maps.accounts },
    { files: input.observations, take: takeObservations, map: maps.observations },
  ]
  for (const { files, take, map } of takers)
    for (const { file, source } of files) {
      if (taken.has(source.id)) continue
      taken.add(source.id)
      onStep?.(`reading ${file.path}`)
      const number = sources.findIndex(({ id }) => id === source.id)
      const laid = await layFile(file, { folder, encoding })
      const table = await openTable(engine, laid, number)
      const ignored = await take(engine, table, { path: file.path, source: number, map })
      if (ignored.length > 0) onIgnored?.(file.path, ignored)
    }
  onStep?.('writing values alike')
  await normaliseObserved(engine, options.keeping)
  return { sources, rejected: await tellRejected(engine, sources, options.onRejected) }
}

/** Hands every rejected row over, by file and row; returns how many there are. */
export const tellRejected = async (
  engine: Engine,
  sources: readonly Source[],
  onRejected: FactOptions['onRejected'],
): Promise<number> => {
  let rejected = 0
  const rows = engine.query(sql`select * from rejected order by source, rowid`)
  for await (const { source, place, reason, text } of rows) {
    rejected++
    await onRejected?.({
      source: (sources[source as number] as Source).id,
      place: place as string,
      reason: reason as string,
      text: text as string,
    })
  }
  return rejected
}
