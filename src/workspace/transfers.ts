import { readTexts, type Session, sql } from '../engine/index.ts'
import type { Source } from '../model/index.ts'
import { hasSource } from './observations.ts'
import { nextOrd } from './sink.ts'
import { keepSource } from './sources.ts'
import { hasTable, type Workspace } from './workspace.ts'

/** Parquet files of what files of transfers say together, in the columns of the tables. */
export type LaidTransfers = {
  readonly transfers: string
  /** Observations of the accounts that transfers pay out to. */
  readonly payees: string
  readonly rejected: string
}

/** How much of one file came in. */
export type ImportedTransfers = {
  readonly source: Source
  readonly transfers: number
  readonly rejected: number
}

/** Those of some sources that the workspace does not hold. */
export const notHeld = async (
  workspace: Workspace,
  sources: readonly Source[],
): Promise<readonly Source[]> =>
  workspace.engine.transaction(async (session) => {
    const fresh: Source[] = []
    for (const source of sources) if (!(await hasSource(session, source))) fresh.push(source)
    return fresh
  })

/**
 * Takes the transfers of files that belong together, all or none; the workspace holds none of them.
 * `alongside` is what must be kept with them or not at all.
 */
export const importTransfers = (
  workspace: Workspace,
  sources: readonly Source[],
  laid: LaidTransfers & { readonly alongside?: (session: Session) => Promise<void> },
): Promise<readonly ImportedTransfers[]> =>
  workspace.engine.transaction(async (session) => {
    const [first = '0'] = await readTexts(
      session,
      sql`select coalesce(max(seq) + 1, 0)::varchar from transfer`,
    )
    await session.run(sql`
      insert into transfer by name
      select * replace (seq + cast(${first} as bigint) as seq) from read_parquet(${laid.transfers})`)
    await session.run(sql`
      insert into observation by name from read_parquet(${laid.payees})`)
    const ord = await nextOrd(session)
    await session.run(sql`
      insert into rejected by name
      select source, place, reason, text, row_number() over () - 1 + ${ord} as ord
      from read_parquet(${laid.rejected})`)
    for (const source of sources) await keepSource(session, source)
    await laid.alongside?.(session)
    const counted = new Map<string, [number, number]>()
    for await (const { source, transfers, rejected } of session.query(sql`
      select source, count(*) filter (moved) as transfers, count(*) filter (not moved) as rejected
      from (select source, true as moved from read_parquet(${laid.transfers})
            union all select source, false from read_parquet(${laid.rejected}))
      group by source`))
      counted.set(source as string, [Number(transfers), Number(rejected)])
    return sources.map((source) => {
      const [transfers, rejected] = counted.get(source.id) ?? [0, 0]
      return { source, transfers, rejected }
    })
  })

/** Whether the workspace holds any transfer. */
export const hasTransfers = async ({ engine }: Workspace): Promise<boolean> => {
  // A workspace that was made before the table, and is only read, lacks it.
  if (!(await hasTable(engine, 'transfer'))) return false
  for await (const _ of engine.query(sql`select 1 from transfer limit 1`)) return true
  return false
}
