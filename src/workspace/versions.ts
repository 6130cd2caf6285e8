import { type Row, type Session, sql } from '../engine/index.ts'
import type { Instant, SourceId } from '../model/index.ts'
import type { Workspace } from './workspace.ts'

/** A version of a list that was offered to the workspace: taken, or refused and why. */
export type ListVersion = {
  readonly list: string
  /** Its date, else `sha256:` and the first 12 digits. */
  readonly version: string
  readonly date: Instant | null
  readonly entries: number
  /** Of the file; of the hashes of its files where there are several. */
  readonly sha256: string
  readonly files: readonly string[]
  readonly sources: readonly SourceId[]
  readonly format: string
  readonly state: 'taken' | 'refused'
  readonly why: string
}

/** Every version of every list, by list, oldest first; undated ones are older than any dated one. */
export const listVersions = async (workspace: Workspace): Promise<readonly ListVersion[]> => {
  const rows = workspace.engine.query(
    sql`select * from list_version order by list, date nulls first, ord`,
  )
  const versions: ListVersion[] = []
  for await (const row of rows) versions.push(toVersion(row))
  return versions
}

const toVersion = (row: Row): ListVersion => ({
  list: row.list as string,
  version: row.version as string,
  date: row.date as Instant | null,
  entries: Number(row.entries),
  sha256: row.sha256 as string,
  files: row.files as readonly string[],
  sources: row.sources as readonly SourceId[],
  format: row.format as string,
  state: row.state as ListVersion['state'],
  why: row.why as string,
})

/**
 * Records a version inside the transaction that imports it. The same bytes are recorded once; what
 * was refused before and is taken now becomes taken, and what was taken stays so.
 */
export const keepVersion = async (session: Session, version: ListVersion): Promise<void> => {
  const { list, sha256, format, state } = version
  const held = session.query(sql`
    select state from list_version
    where list = ${list} and sha256 = ${sha256} and format = ${format}`)
  for await (const row of held) if (row.state === 'taken' || row.state === state) return
  await session.run(sql`
    delete from list_version
    where list = ${list} and sha256 = ${sha256} and format = ${format}`)
  await session.run(sql`
    insert into list_version
    select ${list}, ${version.version}, ${version.date}, ${version.entries}, ${sha256},
      ${version.files}, ${version.sources}, ${format}, ${state}, ${version.why},
      coalesce(max(ord), 0) + 1
    from list_version`)
}
