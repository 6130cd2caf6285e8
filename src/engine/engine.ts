/** A value that the engine takes as a parameter or gives back. */
export type Value = string | number | bigint | boolean | null | readonly Value[]
export type Row = Readonly<Record<string, Value>>

/** SQL text with its bound parameters; only the `sql` tag makes one, so no value is ever spliced in. */
export type Sql = { readonly text: string; readonly values: readonly Value[] }

/** What Muster asks of a store of tables. DuckDB is the embedded one. */
export interface Engine {
  /** Streams the rows of a query. */
  query(sql: Sql): AsyncIterable<Row>
  /** Runs a statement that has no rows to give. */
  run(sql: Sql): Promise<void>
  /** Appends rows in column order; returns how many. */
  append(table: string, rows: AsyncIterable<readonly Value[]>): Promise<number>
  /** Runs the work whole or not at all. */
  transaction<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}
