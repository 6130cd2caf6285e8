import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Engine, openDuckDb, sql } from '../engine/index.ts'
import { MusterError } from '../model/index.ts'
import { markerName } from './find.ts'
import { addedColumns, layout, tables, views } from './tables.ts'

/** An open workspace: a folder with `muster.toml` and one DuckDB file. */
export type Workspace = {
  readonly dir: string
  /** True where the folder is removed when the workspace is closed. */
  readonly temporary: boolean
  readonly engine: Engine
  close(): Promise<void>
}

const fileName = 'muster.duckdb'

const marker = `# A Muster workspace. Its data lies in ${fileName} beside this file.
# Settings go here, as stale-days = 30 under [lists]; \`muster config\` shows all of them.
`

/** Makes a workspace and opens it; the folder is made where there is none. Error: `workspace-exists`. */
export const createWorkspace = async (dir: string): Promise<Workspace> => {
  const path = resolve(dir)
  if (existsSync(join(path, markerName)))
    throw new MusterError('workspace-exists', `${path} is a workspace already`)
  await mkdir(path, { recursive: true })
  const engine = await openStore(path)
  // Last, because it makes the folder a workspace: what a crash leaves before can be made again.
  await writeFile(join(path, markerName), marker)
  return { dir: path, temporary: false, engine, close: () => engine.close() }
}

/**
 * Opens a workspace; read-only, several programs may have it open at once. Errors:
 * `workspace-missing`, `workspace-busy`, `workspace-newer`.
 */
export const openWorkspace = async (
  dir: string,
  options: { readonly readOnly?: boolean } = {},
): Promise<Workspace> => {
  const path = resolve(dir)
  if (!existsSync(join(path, markerName)))
    throw new MusterError('workspace-missing', `${path} is no workspace: it has no ${markerName}`, {
      hint: `run: muster init ${dir}`,
    })
  const readOnly = options.readOnly === true && existsSync(join(path, fileName))
  const engine = await openStore(path, readOnly)
  return { dir: path, temporary: false, engine, close: () => engine.close() }
}

/** A workspace for one command, in a folder that only this user can read, removed when closed. */
export const openTemporaryWorkspace = async (): Promise<Workspace> => {
  const dir = await mkdtemp(join(tmpdir(), 'muster-'))
  const engine = await openStore(dir)
  const close = async (): Promise<void> => {
    await engine.close()
    await rm(dir, { recursive: true })
  }
  return { dir, temporary: true, engine, close }
}

const openStore = async (dir: string, readOnly = false): Promise<Engine> => {
  const engine = await openDuckDb(join(dir, fileName), { readOnly })
  try {
    const found = await findLayout(engine)
    if (found === undefined) await layOut(engine)
    else if (found > layout)
      throw new MusterError('workspace-newer', `${dir} was made by a newer Muster`, {
        hint: 'Install the newest Muster.',
      })
    else if (!readOnly) await addTables(engine)
    return engine
  } catch (cause) {
    await engine.close()
    throw cause
  }
}

/** Whether the store has a table. */
export const hasTable = async (engine: Engine, name: string): Promise<boolean> => {
  const tables = engine.query(
    sql`select 1 from information_schema.tables where table_name = ${name}`,
  )
  for await (const _ of tables) return true
  return false
}

/** Undefined where the file is new, or where its making was cut off. */
const findLayout = async (engine: Engine): Promise<number | undefined> => {
  if (!(await hasTable(engine, 'muster'))) return undefined
  for await (const row of engine.query(sql`select layout from muster`)) return Number(row.layout)
  return undefined
}

/** Tables and columns that came after the workspace was made; what it holds stays as it is. */
const addTables = async (engine: Engine): Promise<void> => {
  const held = new Set<unknown>()
  const names = engine.query(sql`select table_name as name from information_schema.tables`)
  for await (const { name } of names) held.add(name)
  for (const [name, table] of Object.entries(tables))
    if (!held.has(name)) await engine.transaction((session) => session.run(table))
  for (const column of addedColumns) await engine.transaction((session) => session.run(column))
}

const layOut = (engine: Engine): Promise<void> =>
  engine.transaction(async (session) => {
    for (const table of Object.values(tables)) await session.run(table)
    for (const view of Object.values(views)) await session.run(view)
    await session.run(sql`insert into muster values (${layout})`)
  })
