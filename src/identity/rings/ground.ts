import type { Platform } from '../platform/platform.ts'
import type { Stating } from './rules/explained.ts'
import { countStating, findSharedValues, type SharedValues } from './shared-values.ts'

/** What is worked out once of a platform before rings are looked for. */
export type Ground = {
  readonly platform: Platform
  readonly stating: Stating
  readonly shared: SharedValues
}

/** Judges the values of a platform. */
export const toGround = (platform: Platform): Ground => {
  const stating = countStating(platform)
  return { platform, stating, shared: findSharedValues(platform, stating) }
}
