import type { Sql } from './engine.ts'

/** Writes what a query gives to a Parquet file. */
export const copied = (query: Sql, path: string): Sql => ({
  text: `copy (${query.text}) to '${path.replaceAll("'", "''")}' (format parquet)`,
  values: query.values,
})
