export * from './duckdb.ts'
export * from './engine.ts'
export { inThreads, serveThread, threadData } from './pool.ts'
export { anyOf, sql, typedSql } from './sql.ts'
