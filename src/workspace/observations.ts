import { anyOf, copied, type Session, sql } from '../engine/index.ts'
import type { Source } from '../model/index.ts'
import { nextOrd } from './sink.ts'
import { keepSource } from './sources.ts'
import type { Workspace } from './workspace.ts'

/** Parquet files of what a file of observations says, in the columns of the tables. */
export type LaidObservations = { readonly observations: string; readonly rejected: string }

export type ImportedObservations = {
  readonly observations: number
  readonly rejected: number
  readonly already: boolean
}

/** Whether the workspace holds a source. */
export const holds = async (workspace: Workspace, { id }: Source): Promise<boolean> => {
  for await (const _ of workspace.engine.query(sql`select 1 from source where id = ${id}`))
    return true
  return false
}

/** Whether the workspace holds any observation of an account. */
export const isObserved = async (workspace: Workspace): Promise<boolean> => {
  for await (const _ of workspace.engine.query(sql`select 1 from observation limit 1`)) return true
  return false
}

/**
 * Takes the observations of one file whole or not at all; the same bytes read in the same way twice
 * change nothing.
 */
export const importObservations = (
  workspace: Workspace,
  source: Source,
  laid: LaidObservations,
): Promise<ImportedObservations> =>
  workspace.engine.transaction(async (session) => {
    if (await hasSource(session, source)) return { observations: 0, rejected: 0, already: true }
    await session.run(sql`
      insert into observation by name from read_parquet(${laid.observations})`)
    const ord = await nextOrd(session)
    await session.run(sql`
      insert into rejected by name
      select source, place, reason, text, row_number() over () - 1 + ${ord} as ord
      from read_parquet(${laid.rejected})`)
    await keepSource(session, source)
    return {
      observations: await count(session, laid.observations),
      rejected: await count(session, laid.rejected),
      already: false,
    }
  })

/** Parquet files of what the workspace holds of a platform. */
export type HeldFacts = {
  /** `account, prop, value, source, row`: what records say whose accounts were observed. */
  readonly statements: string
  /** The table `observation`. */
  readonly observations: string
}

/**
 * Lays out all observations, and of the given properties what records say; a source of records counts
 * when one of its keys is an account that was observed.
 */
export const layFacts = (
  workspace: Workspace,
  props: readonly string[],
  facts: HeldFacts,
): Promise<void> =>
  workspace.engine.transaction(async (session) => {
    const observed = sql`
      select distinct e.source from entity e join observation o on o.account = e.key`
    await session.run(
      copied(
        sql`
          select e.key as account, s.prop, s.value, s.source,
            cast(regexp_extract(s.place, '(?:row|line):([0-9]+)', 1) as bigint) as row
          from statement s join entity e on e.id = s.entity and e.source = s.source
          where s.source in (${observed}) and s.prop in (${anyOf(props)})
          order by s.ord`,
        facts.statements,
      ),
    )
    await session.run(copied(sql`select * from observation`, facts.observations))
  })

export const hasSource = async (session: Session, { id }: Source): Promise<boolean> => {
  for await (const _ of session.query(sql`select 1 from source where id = ${id}`)) return true
  return false
}

const count = async (session: Session, path: string): Promise<number> => {
  for await (const { n } of session.query(sql`select count(*) as n from read_parquet(${path})`))
    return Number(n)
  return 0
}
