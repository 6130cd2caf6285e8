import { type Row, type Session, sql } from '../engine/index.ts'
import type {
  Credibility,
  Rejected,
  Reliability,
  Source,
  SourceId,
  StateStatement,
} from '../model/index.ts'
import type { Imported } from './import.ts'
import { nextOrd } from './sink.ts'
import { keepSource } from './sources.ts'
import { hasTable, type Workspace } from './workspace.ts'

/** A statement about a state with its place in the file, or what had to be left of it. */
export type StateRead =
  | { readonly ok: true; readonly statement: StateStatement; readonly place: string }
  | ({ readonly ok: false } & Rejected)

/** A statement about a state that the workspace holds, and where it stands. */
export type HeldStatement = {
  readonly statement: StateStatement
  readonly source: SourceId
  readonly place: string
}

/**
 * Takes the statements of one file, whole or not at all, with what could not be read. The same bytes
 * twice change nothing.
 */
export const importStateStatements = (
  workspace: Workspace,
  source: Source,
  reads: AsyncIterable<StateRead>,
): Promise<Imported> =>
  workspace.engine.transaction(async (session) => {
    const isHeld = session.query(sql`select 1 from source where id = ${source.id}`)
    for await (const _ of isHeld) return { entities: 0, statements: 0, rejected: 0, already: true }
    const counts = await append(session, source, reads)
    await keepSource(session, source)
    return { ...counts, already: false }
  })

const append = async (
  session: Session,
  source: Source,
  reads: AsyncIterable<StateRead>,
): Promise<Omit<Imported, 'already'>> => {
  let ord = await nextOrd(session)
  const statements = await session.append('state_statement')
  const rejected = await session.append('rejected')
  for await (const read of reads)
    if (read.ok) statements.add([...toCells(read.statement), source.id, read.place, ord++])
    else rejected.add([read.source, read.place, read.reason, read.text, ord++])
  return { entities: 0, statements: statements.end(), rejected: rejected.end() }
}

const toCells = (said: StateStatement): readonly (string | number | null)[] => [
  said.id,
  said.state,
  said.cohort ?? null,
  said.prop,
  said.lo ?? null,
  said.hi ?? null,
  said.unit ?? null,
  said.kind ?? null,
  said.validFrom ?? null,
  said.validTo ?? null,
  said.known,
  said.origin,
  said.carrier ?? null,
  said.reliability,
  said.credibility,
  said.relation ?? null,
  said.target ?? null,
  said.text,
]

/** The statements about states that were imported, in the order in which they came in. */
export async function* stateStatementsOf(workspace: Workspace): AsyncGenerator<HeldStatement> {
  // A workspace of before there were any, open for reading alone, has no place for them.
  if (!(await hasTable(workspace.engine, 'state_statement'))) return
  for await (const row of workspace.engine.query(sql`select * from state_statement order by ord`))
    yield {
      statement: toStatement(row),
      source: row.source as SourceId,
      place: row.place as string,
    }
}

const toStatement = (row: Row): StateStatement => ({
  id: row.id as string,
  state: row.state as string,
  ...said('cohort', row.cohort),
  prop: row.prop as string,
  ...said('lo', row.lo),
  ...said('hi', row.hi),
  ...said('unit', row.unit),
  ...said('kind', row.kind),
  ...said('validFrom', row.valid_from),
  ...said('validTo', row.valid_to),
  known: row.known as string,
  origin: row.origin as string,
  ...said('carrier', row.carrier),
  reliability: row.reliability as Reliability,
  credibility: Number(row.credibility) as Credibility,
  ...said('relation', row.relation),
  ...said('target', row.target),
  text: row.text as string,
})

/** A field of a statement where the row has one. */
const said = <K extends keyof StateStatement>(key: K, value: unknown): Partial<StateStatement> =>
  value === null ? {} : { [key]: value }
