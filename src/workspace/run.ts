import { type Session, sql } from '../engine/index.ts'
import { canonicalJson, type SourceId, sha256 } from '../model/index.ts'

/** What was asked: of which sources, against which versions of lists, with which settings. */
export type Run = {
  readonly id: string
  readonly question: string
  /** As `un 2026-02-27`. */
  readonly lists: readonly string[]
  readonly sources: readonly SourceId[]
  readonly settings: Readonly<Record<string, string | number>>
}

/** A run is named after what was asked: to ask the same again is the same run. */
export const toRun = (asked: Omit<Run, 'id'>): Run => ({
  id: `run-${sha256(canonicalJson(asked)).slice(0, 16)}`,
  ...asked,
})

/** Records a run once, with how many subjects it asked about and how much it found. */
export const keepRun = async (
  session: Session,
  run: Run,
  counts: { readonly asked: number; readonly found: number },
): Promise<void> => {
  await session.run(sql`
    insert into run
    select ${run.id}, ${run.question}, ${run.lists}, ${run.sources},
      ${canonicalJson(run.settings)}, ${counts.asked}, ${counts.found}
    where not exists (select 1 from run where id = ${run.id})`)
}
