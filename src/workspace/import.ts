import { anyOf, type Session, sql } from '../engine/index.ts'
import type { Read, Source } from '../model/index.ts'
import { type Counts, openSink } from './sink.ts'
import type { Workspace } from './workspace.ts'

/** What an import added. `already` where the workspace held all of it before. */
export type Imported = Counts & { readonly already: boolean }

export type ImportOptions = {
  /** The list of which the sources are an edition; records of subjects have none. */
  readonly list?: string
  /** Told now and then how much has been read. */
  readonly onProgress?: (soFar: Counts) => void
  /** What must be kept with the import or not at all; sees what was imported. */
  readonly alongside?: (session: Session, imported: Imported) => Promise<void>
}

const progressEvery = 8_192

/**
 * Takes what readers found in one file, or in the files of one set, whole or not at all. The same
 * bytes read as the same kind twice change nothing. Nothing is held in memory but one entity.
 */
export const importSources = (
  workspace: Workspace,
  sources: readonly Source[],
  reads: AsyncIterable<Read>,
  options: ImportOptions = {},
): Promise<Imported> =>
  workspace.engine.transaction(async (session) => {
    const held = await heldSources(session, sources)
    const already = sources.length === 1 && held.size === 1
    const imported = already
      ? { entities: 0, statements: 0, rejected: 0, already }
      : await take(session, { sources, held, reads, options })
    await options.alongside?.(session, imported)
    return imported
  })

const heldSources = async (
  session: Session,
  sources: readonly Source[],
): Promise<ReadonlySet<string>> => {
  const held = new Set<string>()
  const ids = sources.map((source) => source.id)
  for await (const { id } of session.query(sql`select id from source where id in (${anyOf(ids)})`))
    held.add(id as string)
  return held
}

type Taking = {
  readonly sources: readonly Source[]
  readonly held: ReadonlySet<string>
  readonly reads: AsyncIterable<Read>
  readonly options: ImportOptions
}

const take = async (session: Session, taking: Taking): Promise<Imported> => {
  const { sources, held, reads, options } = taking
  const sink = await openSink(session, [...held])
  let next = progressEvery
  for await (const read of reads) {
    if (read.ok) sink.entity(read.entity, sources)
    else sink.rejected(read)
    if (sink.read >= next) {
      options.onProgress?.(sink.counts())
      next = sink.read + progressEvery
    }
  }
  sink.end()
  options.onProgress?.(sink.counts())
  const kept = await session.append('source')
  for (const { id, path, sha256, kind, bytes, learned } of sources)
    if (!held.has(id)) kept.add([id, path, sha256, kind, bytes, learned, options.list ?? null])
  const counts = sink.counts()
  const added = counts.entities + counts.statements + counts.rejected + kept.end()
  return { ...counts, already: added === 0 }
}
