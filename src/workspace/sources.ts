import { anyOf, type Row, type Session, sql } from '../engine/index.ts'
import type { Rejected, Source, SourceId } from '../model/index.ts'
import type { Workspace } from './workspace.ts'

/** A file that the workspace holds. `list` is the list it belongs to, null for records. */
export type HeldSource = Source & { readonly list: string | null }

/** Every file that was imported, lists first by name, records in the order of their paths. */
export async function* sourcesOf(workspace: Workspace): AsyncGenerator<HeldSource> {
  const rows = workspace.engine.query(sql`select * from source order by list nulls last, path, id`)
  for await (const row of rows) yield toSource(row)
}

/** Keeps a source that belongs to no list, inside the transaction that imports it. */
export const keepSource = async (session: Session, source: Source): Promise<void> => {
  const { id, path, sha256, kind, bytes, learned } = source
  const rows = await session.append('source')
  rows.add([id, path, sha256, kind, bytes, learned, null])
  rows.end()
}

const toSource = (row: Row): HeldSource => ({
  id: row.id as SourceId,
  path: row.path as string,
  sha256: row.sha256 as string,
  kind: row.kind as string,
  bytes: Number(row.bytes),
  learned: row.learned as string | null,
  list: row.list as string | null,
})

/** What could not be read in the sources, in the order in which it was met. */
export async function* rejectedOf(
  workspace: Workspace,
  sources: readonly SourceId[],
): AsyncGenerator<Rejected> {
  const rows = workspace.engine.query(sql`
    select source, place, reason, text from rejected
    where source in (${anyOf(sources)}) order by ord`)
  for await (const row of rows)
    yield {
      source: row.source as SourceId,
      place: row.place as string,
      reason: row.reason as string,
      text: row.text as string,
    }
}
