export { type FundsReport, renderFunds } from './render.ts'
export type { Telling } from './telling.ts'
export { drawTrail, readingTrails } from './trail.ts'
