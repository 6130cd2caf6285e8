import type { DuckDBConnection, DuckDBInstance, DuckDBResult } from '@duckdb/node-api'
import { MusterError } from '../model/index.ts'
import { Bulk } from './bulk.ts'
import type { Appender, Column, Engine, Row, Session, Sql, Value } from './engine.ts'
import { fillColumns } from './fill.ts'
import { type DuckDb, toParameters, toValue } from './values.ts'

export type DuckDbOptions = {
  /** Nothing can be written; several programs may then read the same file at once. */
  readonly readOnly?: boolean
}

/**
 * No extension is ever fetched, because no command reaches the network unless its name says so. The
 * memory limit is for DuckDB's own buffers: what does not fit goes to a folder beside the file.
 */
const settings: Readonly<Record<string, string>> = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  memory_limit: '512MB',
}

/** Files that this process holds: the lock of the operating system does not see a second opening. */
const held = new Set<string>()

/** Opens a DuckDB file, making it where there is none. Error: `workspace-busy`. */
export const openDuckDb = async (path: string, options: DuckDbOptions = {}): Promise<Engine> => {
  if (held.has(path)) throw busy(path, 'this program')
  held.add(path)
  try {
    const duckdb = await import('@duckdb/node-api')
    const access = options.readOnly ? 'READ_ONLY' : 'READ_WRITE'
    const instance = await duckdb.DuckDBInstance.create(path, { ...settings, access_mode: access })
    return new DuckDbEngine(duckdb, instance, () => {
      instance.closeSync()
      held.delete(path)
    })
  } catch (cause) {
    held.delete(path)
    throw toOpenError(path, cause)
  }
}

export type InMemoryOptions = {
  /** Most that the engine's own buffers take, as `2GB`. */
  readonly memory: string
  /** A folder for what does not fit. */
  readonly spill: string
}

/** Opens a store that ends with the program, for work that leaves no table behind. */
export const openInMemory = async ({ memory, spill }: InMemoryOptions): Promise<Engine> => {
  const duckdb = await import('@duckdb/node-api')
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    ...settings,
    memory_limit: memory,
    temp_directory: spill,
    // What is in memory need not be written down: to look whether it could took longer than all else.
    checkpoint_threshold: '1TB',
  })
  const engine = new DuckDbEngine(duckdb, instance, () => instance.closeSync())
  // A time without a zone must not depend on the machine that reads it.
  await engine.transaction((session) => session.run({ text: zone, values: [] }))
  return engine
}

const zone = "set global TimeZone = 'UTC'"

const busy = (path: string, holder: string, cause?: unknown): MusterError =>
  new MusterError('workspace-busy', `${path} is open in ${holder}`, {
    hint: 'Wait until the other command has ended, or stop it, and try again.',
    cause,
  })

const toOpenError = (path: string, cause: unknown): MusterError => {
  const message = (cause as Error).message
  if (!/could not set lock/i.test(message))
    return new MusterError('sql-failed', `${path} cannot be opened: ${message}`, { cause })
  const process = /\(PID (\d+)\)/.exec(message)?.[1]
  return busy(path, process ? `another program, process ${process}` : 'another program', cause)
}

/** Engines beside others so far, by which they are named. */
let besides = 0

class DuckDbEngine implements Engine {
  readonly #duckdb: DuckDb
  readonly #instance: DuckDBInstance
  readonly #release: () => Promise<void> | void
  readonly #prepare: string | undefined
  #last: Promise<unknown> = Promise.resolve()

  /** `prepare` is run on each connection before it is used. */
  constructor(
    duckdb: DuckDb,
    instance: DuckDBInstance,
    release: () => Promise<void> | void,
    prepare?: string,
  ) {
    this.#duckdb = duckdb
    this.#instance = instance
    this.#release = release
    this.#prepare = prepare
  }

  /** Each query has a connection of its own: a streamed result ends when its connection is used again. */
  async *query(sql: Sql): AsyncGenerator<Row> {
    const connection = await this.#connect()
    try {
      const { values, types } = toParameters(this.#duckdb, sql.values)
      const result = await asked(sql, connection.stream(sql.text, values, types))
      try {
        yield* rowsOf(sql, result)
      } finally {
        await letGo(connection, result)
      }
    } finally {
      connection.closeSync()
    }
  }

  transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const result = this.#last.then(() => this.#transact(work))
    // The caller gets the error; the next transaction only has to know that this one is over.
    this.#last = result.catch(() => undefined)
    return result
  }

  async beside(memory: string): Promise<Engine> {
    const connection = await this.#connect()
    try {
      const found = await connection.runAndReadAll('select current_database()')
      const own = `${found.getRows()[0]?.[0]}`
      const name = `beside_${++besides}`
      await connection.run(`set global memory_limit = '${memory}'`)
      await connection.run(`attach ':memory:' as ${name} (read_write)`)
      const path = `set search_path = '${name}.main,"${own}".main'`
      return new DuckDbEngine(this.#duckdb, this.#instance, () => this.#detach(name), path)
    } finally {
      connection.closeSync()
    }
  }

  async close(): Promise<void> {
    await this.#last
    await this.#release()
  }

  async #connect(): Promise<DuckDBConnection> {
    const connection = await this.#instance.connect()
    if (this.#prepare !== undefined) await connection.run(this.#prepare)
    return connection
  }

  async #detach(name: string): Promise<void> {
    const connection = await this.#connect()
    try {
      await connection.run(`detach ${name}`)
    } finally {
      connection.closeSync()
    }
  }

  async #transact<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const connection = await this.#connect()
    const session = new DuckDbSession(this.#duckdb, connection)
    try {
      await connection.run('begin transaction')
      const result = await work(session)
      session.finish()
      await connection.run('commit')
      return result
    } catch (cause) {
      session.abandon()
      // DuckDB itself has rolled back after some errors and then refuses to do so again.
      await connection.run('rollback').catch(() => undefined)
      throw cause
    } finally {
      connection.closeSync()
    }
  }
}

class DuckDbSession implements Session {
  readonly #duckdb: DuckDb
  readonly #connection: DuckDBConnection
  readonly #open: Bulk[] = []

  constructor(duckdb: DuckDb, connection: DuckDBConnection) {
    this.#duckdb = duckdb
    this.#connection = connection
  }

  /** The whole result is taken first, so that other statements may run while its rows are read. */
  async *query(sql: Sql): AsyncGenerator<Row> {
    const { values, types } = toParameters(this.#duckdb, sql.values)
    yield* rowsOf(sql, await asked(sql, this.#connection.run(sql.text, values, types)))
  }

  async run(sql: Sql): Promise<void> {
    const { values, types } = toParameters(this.#duckdb, sql.values)
    await asked(sql, this.#connection.run(sql.text, values, types))
  }

  async fill(sql: Sql, columns: readonly Column[]): Promise<number> {
    const { values, types } = toParameters(this.#duckdb, sql.values)
    const result = await asked(sql, this.#connection.stream(sql.text, values, types))
    let rows = 0
    for (;;) {
      const chunk = await asked(sql, result.fetchChunk())
      if (!chunk || chunk.rowCount === 0) return rows
      fillColumns(chunk, columns, rows)
      rows += chunk.rowCount
    }
  }

  async append(table: string): Promise<Appender> {
    const bulk = new Bulk(this.#duckdb, await this.#connection.createAppender(table))
    this.#open.push(bulk)
    return bulk
  }

  finish(): void {
    for (const bulk of this.#open) bulk.end()
  }

  abandon(): void {
    for (const bulk of this.#open) bulk.abandon()
  }
}

const asked = async <T>(sql: Sql, answer: Promise<T>): Promise<T> => {
  try {
    return await answer
  } catch (cause) {
    throw new MusterError('sql-failed', `${(cause as Error).message}\nin: ${sql.text.trim()}`, {
      cause,
    })
  }
}

async function* rowsOf(sql: Sql, result: DuckDBResult): AsyncGenerator<Row> {
  const names = result.deduplicatedColumnNames()
  for (;;) {
    const chunk = await asked(sql, result.fetchChunk())
    if (!chunk || chunk.rowCount === 0) return
    const columns = chunk.getColumns()
    for (let row = 0; row < chunk.rowCount; row++) {
      const cells: Record<string, Value> = {}
      for (let i = 0; i < names.length; i++)
        cells[names[i] as string] = toValue(columns[i]?.[row] ?? null)
      yield cells
    }
  }
}

/**
 * Ends a streamed result that the caller did not read to its end: until then it would hold the file,
 * even after the engine is closed.
 */
const letGo = async (connection: DuckDBConnection, result: DuckDBResult): Promise<void> => {
  connection.interrupt()
  for (;;) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) return
  }
}
