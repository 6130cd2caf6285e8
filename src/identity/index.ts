export { type Given, type ReadPlatform, readPlatform } from './platform/load.ts'
export type { Platform } from './platform/platform.ts'
export {
  findRings,
  type KnownRing,
  keepIds,
  type Ring,
  type RingAnswer,
  type Rings,
  toRingAnswers,
  type ValueAnswer,
} from './rings/index.ts'
