export {
  type AccountFlags,
  flagCards,
  getFlagCard,
  type PlatformFlag,
  toPlatformFlags,
} from './flags/index.ts'
export * from './persons/index.ts'
export {
  type Given,
  type PlatformOptions,
  type ReadPlatform,
  readHeldPlatform,
  readPlatform,
} from './platform/load.ts'
export type { Platform } from './platform/platform.ts'
export * from './rings/index.ts'
