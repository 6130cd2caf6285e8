export * from './render.ts'
export type { StatesReport } from './states-report.ts'
