export { type FundsReport, renderFunds } from './funds/index.ts'
export * from './render.ts'
export type * from './report.ts'
export * from './states/index.ts'
