import { type Appender, anyOf, type Session, sql } from '../engine/index.ts'
import {
  type Entity,
  MusterError,
  type NewStatement,
  type Read,
  type Rejected,
  type Source,
  statementId,
} from '../model/index.ts'
import type { Workspace } from './workspace.ts'

/** What an import added. `already` where the workspace held all of it before. */
export type Imported = {
  readonly entities: number
  readonly statements: number
  readonly rejected: number
  readonly already: boolean
}

export type ImportOptions = {
  /** The list of which the sources are an edition; records of subjects have none. */
  readonly list?: string
  /** Told now and then how much has been read. */
  readonly onProgress?: (soFar: Omit<Imported, 'already'>) => void
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
  const sink = new Sink(
    await session.append('entity'),
    await session.append('statement'),
    await session.append('rejected'),
    await knownOf(session, [...held]),
    await nextOrd(session),
  )
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

const nextOrd = async (session: Session): Promise<number> => {
  const query = sql`
    select coalesce(max(ord), 0) + 1 as next
    from (select max(ord) as ord from entity
          union all select max(ord) from statement
          union all select max(ord) from rejected)`
  for await (const { next } of session.query(query)) return Number(next)
  return 1
}

/** Sets share files with the set before: what such a file said then is not kept a second time. */
const knownOf = async (
  session: Session,
  sources: readonly string[],
): Promise<ReadonlySet<string>> => {
  const known = new Set<string>()
  if (sources.length === 0) return known
  const query = sql`
    select id from statement where source in (${anyOf(sources)})
    union all
    select source || ' ' || id from entity where source in (${anyOf(sources)})
    union all
    select source || ' ' || place || ' ' || reason from rejected
    where source in (${anyOf(sources)})`
  for await (const { id } of session.query(query)) known.add(id as string)
  return known
}

/** Writes what is read into the three tables that it goes to. */
class Sink {
  readonly #entities: Appender
  readonly #statements: Appender
  readonly #rejected: Appender
  readonly #known: ReadonlySet<string>
  #ord: number
  readonly #counts = { entities: 0, statements: 0, rejected: 0 }

  constructor(
    entities: Appender,
    statements: Appender,
    rejected: Appender,
    known: ReadonlySet<string>,
    ord: number,
  ) {
    this.#entities = entities
    this.#statements = statements
    this.#rejected = rejected
    this.#known = known
    this.#ord = ord
  }

  get read(): number {
    return this.#counts.statements + this.#counts.rejected
  }

  counts(): Omit<Imported, 'already'> {
    return { ...this.#counts }
  }

  end(): void {
    for (const rows of [this.#entities, this.#statements, this.#rejected]) rows.end()
  }

  entity(entity: Entity, sources: readonly Source[]): void {
    const source = entity.statements[0]?.source ?? sources[0]?.id ?? ''
    if (!this.#known.has(`${source} ${entity.id}`)) {
      this.#entities.add([entity.id, source, entity.schema, entity.key, this.#ord++])
      this.#counts.entities++
    }
    const said = new Set<string>()
    for (const statement of entity.statements) {
      const id = statementId(statement)
      if (said.has(id) || this.#known.has(id)) continue
      said.add(id)
      this.#statement(id, statement, entity)
    }
  }

  rejected({ source, place, reason, text }: Rejected): void {
    if (this.#known.has(`${source} ${place} ${reason}`)) return
    this.#rejected.add([source, place, reason, text, this.#ord++])
    this.#counts.rejected++
  }

  #statement(id: string, said: NewStatement, owner: Entity): void {
    if (said.entity !== owner.id && !said.entity.startsWith(`${owner.id}#`))
      throw new MusterError('internal', `${said.entity} is no part of ${owner.id}`)
    this.#statements.add([
      id,
      said.source,
      said.place,
      said.learned,
      said.entity,
      said.schema,
      said.prop,
      said.value,
      said.lang ?? null,
      said.original ?? null,
      said.valid?.[0] ?? null,
      said.valid?.[1] ?? null,
      said.grade ?? null,
      said.marking ?? null,
      this.#ord++,
    ])
    this.#counts.statements++
  }
}
