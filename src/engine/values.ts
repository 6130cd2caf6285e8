import type { DuckDBAppender, DuckDBType, DuckDBValue } from '@duckdb/node-api'
import { MusterError } from '../model/index.ts'
import type { Value } from './engine.ts'

/** The module, which carries a native library and is therefore loaded only when it is needed. */
export type DuckDb = typeof import('@duckdb/node-api')

const toWhole = (value: bigint): number | bigint =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value

/** What DuckDB gives for one cell as a plain value; dates, times and structures become their text. */
export const toValue = (cell: DuckDBValue): Value => {
  if (typeof cell === 'bigint') return toWhole(cell)
  if (typeof cell !== 'object' || cell === null) return cell
  if ('items' in cell) return (cell.items as readonly DuckDBValue[]).map(toValue)
  // A decimal: exact as a number as long as its digits fit.
  if ('scale' in cell) return Number.isSafeInteger(Number(cell.value)) ? cell.toDouble() : `${cell}`
  return `${cell}`
}

/** Parameters with their types: a whole number must stay one, or an index on it would not be used. */
export const toParameters = (
  duckdb: DuckDb,
  values: readonly Value[],
): { values: DuckDBValue[]; types: DuckDBType[] } => {
  const typed = values.map((value) => toParameter(duckdb, value))
  return { values: typed.map(([value]) => value), types: typed.map(([, type]) => type) }
}

const toParameter = (duckdb: DuckDb, value: Value): [DuckDBValue, DuckDBType] => {
  if (value === null) return [null, duckdb.SQLNULL]
  if (typeof value === 'string') return [value, duckdb.VARCHAR]
  if (typeof value === 'boolean') return [value, duckdb.BOOLEAN]
  if (typeof value === 'bigint') return [value, duckdb.HUGEINT]
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? [BigInt(value), duckdb.BIGINT] : [value, duckdb.DOUBLE]
  return [duckdb.listValue(value.map(String)), duckdb.LIST(duckdb.VARCHAR)]
}

/** Writes one value, never null, into the open row of an appender. */
export type Writer = (appender: DuckDBAppender, value: Value) => void

/** How the columns of Muster's tables are written, by type name. */
const writers = (duckdb: DuckDb): Readonly<Record<string, Writer>> => {
  const texts = duckdb.LIST(duckdb.VARCHAR)
  return {
    VARCHAR: (appender, value) => appender.appendVarchar(value as string),
    BIGINT: (appender, value) => appender.appendBigInt(BigInt(value as number)),
    DOUBLE: (appender, value) => appender.appendDouble(value as number),
    'VARCHAR[]': (appender, value) => appender.appendList(value as readonly string[], texts),
  }
}

/** The writer of each column of a table that is open for appending. */
export const columnWriters = (duckdb: DuckDb, appender: DuckDBAppender): readonly Writer[] => {
  const known = writers(duckdb)
  return Array.from({ length: appender.columnCount }, (_, i) => {
    const type = `${appender.columnType(i)}`
    const writer = known[type]
    if (!writer) throw new MusterError('internal', `no writer for a column of type ${type}`)
    return writer
  })
}
