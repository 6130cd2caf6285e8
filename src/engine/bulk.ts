import type { DuckDBAppender } from '@duckdb/node-api'
import { MusterError } from '../model/index.ts'
import type { Appender, Value } from './engine.ts'
import { columnWriters, type DuckDb, type Writer } from './values.ts'

/** DuckDB's appender: rows go to the table without being parsed as SQL. */
export class Bulk implements Appender {
  readonly #appender: DuckDBAppender
  readonly #writers: readonly Writer[]
  #rows = 0
  #ended = false

  constructor(duckdb: DuckDb, appender: DuckDBAppender) {
    this.#appender = appender
    this.#writers = columnWriters(duckdb, appender)
  }

  add(row: readonly Value[]): void {
    const writers = this.#writers
    if (row.length !== writers.length)
      throw new MusterError('internal', `a row of ${row.length} for ${writers.length} columns`)
    for (let i = 0; i < writers.length; i++) {
      const value = row[i] as Value
      if (value === null) this.#appender.appendNull()
      else (writers[i] as Writer)(this.#appender, value)
    }
    this.#appender.endRow()
    this.#rows++
  }

  end(): number {
    if (!this.#ended) this.#appender.closeSync()
    this.#ended = true
    return this.#rows
  }

  /** Lets go of rows that were not handed over. */
  abandon(): void {
    if (this.#ended) return
    this.#ended = true
    this.#appender.clear()
    this.#appender.closeSync()
  }
}
