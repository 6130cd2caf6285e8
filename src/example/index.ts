export * from './example.ts'
export { lookAlikeNames } from './look-alikes.ts'
export { type Level, levels, nobody, type Parameters } from './parameters.ts'
export type { AccountRow, ObservationRow } from './rows.ts'
