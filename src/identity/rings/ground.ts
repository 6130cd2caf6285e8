import type { Platform } from '../platform/platform.ts'
import type { Stating } from './rules/explained.ts'
import { type KindWeights, tableWeights } from './rules/kind-weights.ts'
import { countStating, findSharedValues, type SharedValues } from './shared-values.ts'

/** What is worked out once of a platform before rings are looked for. */
export type Ground = {
  readonly platform: Platform
  readonly stating: Stating
  readonly shared: SharedValues
  readonly weights: KindWeights
}

/** Judges the values of a platform, by the table or by weights that decided cases sharpened. */
export const toGround = (platform: Platform, weights: KindWeights = tableWeights): Ground => {
  const stating = countStating(platform)
  return { platform, stating, weights, shared: findSharedValues(platform, stating, weights) }
}
