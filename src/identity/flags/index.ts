export { type AccountFlags, type FlagOptions, noFlags, readFlags } from './account-flags.ts'
export { type Raised, type RingFlag, toRingFlags } from './ring-flags.ts'
export { accountFlags, type Flag } from './table.ts'
