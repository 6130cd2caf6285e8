export { type AccountFlags, type FlagOptions, noFlags, readFlags } from './account-flags.ts'
export {
  type FlagCard,
  flagCards,
  getFlagCard,
  type PlatformFlag,
  toPlatformFlags,
} from './flag-cards.ts'
export { flagTeller, type Raised, type RingFlag } from './ring-flags.ts'
export { toolMarkers } from './rules/markers.ts'
export { isModel } from './rules/usb.ts'
export { accountFlags, type Flag } from './table.ts'
