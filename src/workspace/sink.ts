import { type Appender, anyOf, type Session, sql } from '../engine/index.ts'
import {
  type Entity,
  MusterError,
  type NewStatement,
  type Rejected,
  type Source,
  statementId,
} from '../model/index.ts'

/** How much was written. */
export type Counts = {
  readonly entities: number
  readonly statements: number
  readonly rejected: number
}

/** Opens the tables that reads go to; `held` are sources that were imported before, in another set. */
export const openSink = async (session: Session, held: readonly string[]): Promise<Sink> =>
  new Sink({
    entities: await session.append('entity'),
    statements: await session.append('statement'),
    rejected: await session.append('rejected'),
    known: await knownOf(session, held),
    ord: await nextOrd(session),
  })

type Opened = {
  readonly entities: Appender
  readonly statements: Appender
  readonly rejected: Appender
  readonly known: ReadonlySet<string>
  readonly ord: number
}

/** The next place in the order of coming in. */
export const nextOrd = async (session: Session): Promise<number> => {
  const query = sql`
    select coalesce(max(ord), 0) + 1 as next
    from (select max(ord) as ord from entity
          union all select max(ord) from statement
          union all select max(ord) from state_statement
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
export class Sink {
  readonly #to: Opened
  readonly #counts = { entities: 0, statements: 0, rejected: 0 }
  #ord: number

  constructor(to: Opened) {
    this.#to = to
    this.#ord = to.ord
  }

  get read(): number {
    return this.#counts.statements + this.#counts.rejected
  }

  counts(): Counts {
    return { ...this.#counts }
  }

  end(): void {
    for (const rows of [this.#to.entities, this.#to.statements, this.#to.rejected]) rows.end()
  }

  entity(entity: Entity, sources: readonly Source[]): void {
    const source = entity.statements[0]?.source ?? sources[0]?.id ?? ''
    if (!this.#to.known.has(`${source} ${entity.id}`)) {
      this.#to.entities.add([entity.id, source, entity.schema, entity.key, this.#ord++])
      this.#counts.entities++
    }
    const said = new Set<string>()
    for (const statement of entity.statements) {
      const id = statementId(statement)
      if (said.has(id) || this.#to.known.has(id)) continue
      said.add(id)
      this.#statement(id, statement, entity)
    }
  }

  rejected({ source, place, reason, text }: Rejected): void {
    if (this.#to.known.has(`${source} ${place} ${reason}`)) return
    this.#to.rejected.add([source, place, reason, text, this.#ord++])
    this.#counts.rejected++
  }

  #statement(id: string, said: NewStatement, owner: Entity): void {
    if (said.entity !== owner.id && !said.entity.startsWith(`${owner.id}#`))
      throw new MusterError('internal', `${said.entity} is no part of ${owner.id}`)
    this.#to.statements.add([
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
