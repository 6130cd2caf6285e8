export * from './render.ts'
export type * from './report.ts'
