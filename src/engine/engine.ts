/** A value that the engine takes as a parameter or gives back. */
export type Value = string | number | bigint | boolean | null | readonly Value[]

/** One row by column name. Whole numbers come back as `number` where that is exact, else `bigint`. */
export type Row = Readonly<Record<string, Value>>

/** SQL text with its bound parameters; only the `sql` tag makes one, so no value is ever spliced in. */
export type Sql = { readonly text: string; readonly values: readonly Value[] }

/** Takes rows in bulk, in the column order of one table. */
export interface Appender {
  add(row: readonly Value[]): void
  /** Hands the last rows over; returns how many were added in all. */
  end(): number
}

/**
 * Where the cells of one column of a query go: numbers into a typed array, texts, and whole numbers of 64
 * bits and more, into a list.
 */
export type Column =
  | Float64Array
  | Int32Array
  | Uint32Array
  | Uint8Array
  | (string | null)[]
  | bigint[]

/** What can be done inside a transaction. */
export interface Session {
  /** Gives the rows of a query one by one. */
  query(sql: Sql): AsyncIterable<Row>
  /** Runs a statement that has no rows to give. */
  run(sql: Sql): Promise<void>
  /**
   * Writes the rows of a query into arrays, one for each of its columns, from their beginning; returns
   * how many there were. For bulk: no row becomes an object. Null is a text alone, never a number.
   */
  fill(sql: Sql, columns: readonly Column[]): Promise<number>
  /** Opens a table for rows in bulk; several may be open at once. */
  append(table: string): Promise<Appender>
}

/** What Muster asks of a store of tables. DuckDB is the embedded one. */
export interface Engine {
  /** Streams the rows of a query as they are after the last transaction that ended. */
  query(sql: Sql): AsyncIterable<Row>
  /** Runs the work whole or not at all; transactions of one engine wait for each other. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>
  /**
   * An engine whose own tables are in memory and end with it; under names that it has no table of it reads
   * those of this one, which stay as they are. What both take is at most `memory`, as `4GB`.
   */
  beside(memory: string): Promise<Engine>
  close(): Promise<void>
}
