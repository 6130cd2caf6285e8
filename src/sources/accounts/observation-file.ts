import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { copied, openInMemory, type Sql, sql, typedSql } from '../../engine/index.ts'
import type { File } from '../../formats/index.ts'
import { channelOf, type Source } from '../../model/index.ts'
import { type FieldMap, kinds, partMap, toObservationField } from './fields.ts'
import { headNames } from './head-names.ts'
import { layFile } from './laid.ts'
import { type Keeping, normaliseObserved } from './normal.ts'
import { makeObserved, takeObservations } from './observations.ts'
import { makeRejected, openTable } from './table.ts'

const needed = ['account', 'kind', 'value'] as const

/** Whether a file holds observations, by the columns that its header or first line names. */
export const looksLikeObservations = (file: File, map: FieldMap = new Map()): boolean => {
  const names = headNames(file)
  const found = new Set<string | undefined>(names.map(toObservationField))
  return needed.every((field) => found.has(field) || names.includes(map.get(field) ?? ''))
}

export type ObservationOptions = {
  /** A folder of its own, for what is laid out. */
  readonly folder: string
  readonly keeping: Keeping
  readonly map?: FieldMap
  readonly encoding?: string | undefined
  /** Most that the engine's buffers take. */
  readonly memory?: string
}

/** Observations and rejected rows of a file as Parquet files, in the columns of the workspace. */
export type LaidObservations = {
  readonly observations: string
  readonly rejected: string
  /** Columns that are not read. */
  readonly ignored: readonly string[]
}

/**
 * Lays the observations of a file out for the workspace: values as they are compared, with the file's
 * own text where that differs and is not hidden by a hash. Errors: those of `takeObservations`.
 */
export const layObservations = async (
  file: File,
  source: Source,
  options: ObservationOptions,
): Promise<LaidObservations> => {
  const { folder, keeping, map = new Map(), encoding, memory = '2GB' } = options
  await mkdir(join(folder, 'spill'), { recursive: true })
  const engine = await openInMemory({ memory, spill: join(folder, 'spill') })
  try {
    await makeRejected(engine)
    await makeObserved(engine, true)
    const table = await openTable(engine, await layFile(file, { folder, encoding }), 0)
    const ignored = await takeObservations(engine, table, {
      path: file.path,
      source: 0,
      map: partMap(map).observations,
      texts: true,
    })
    await normaliseObserved(engine, keeping)
    const [observations, rejected] = [join(folder, 'o.parquet'), join(folder, 'r.parquet')]
    await engine.transaction(async (session) => {
      await session.run(copied(observed(source, keeping), observations))
      await session.run(
        copied(
          sql`select ${source.id} as source, place, reason, text from rejected order by rowid`,
          rejected,
        ),
      )
    })
    return { observations, rejected, ignored }
  } finally {
    await engine.close()
  }
}

/** The text of each value stands beside it, save that of a card: its number is never kept. */
const observed = (source: Source, { hash }: Keeping): Sql => {
  const original = hash
    ? 'null'
    : `case when n.key <> o.value and o.kind <> ${kinds.indexOf('card')} then o.value end`
  return sql`
    select o.account, ${placed(kinds.map((kind) => channelOf(kind) ?? ''))} as channel,
      ${placed(kinds)} as kind, coalesce(n.key, o.value) as value, o.first_text as first_seen,
      o.last_text as last_seen, cast(o.count as bigint) as count, ${source.id} as source, o.row,
      cast(${typedSql(original)} as varchar) as original, n.flaw
    from observed o left join normal n on n.kind = o.kind and n.value = o.value
    order by o.row`
}

/** The text that stands at the place of an observation's kind. */
const placed = (texts: readonly string[]): Sql =>
  typedSql(`[${texts.map((text) => `'${text}'`).join(', ')}][o.kind + 1]`)
