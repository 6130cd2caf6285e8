export * from './duckdb.ts'
export * from './engine.ts'
export { anyOf, sql, typedSql } from './sql.ts'
