import { findPassThroughs } from './pass-through.ts'
import { findPayrolls } from './payroll.ts'
import { findPeelChains } from './peel-chain.ts'
import type { PatternFinding, Scene } from './scene.ts'
import { findBelowLimit, findEqualAmounts, type Reporting } from './structuring.ts'
import { patternIds } from './table.ts'

/** What is known of the asset of a scene. */
export type About = {
  /** Whether wages are paid in it. */
  readonly stable: boolean
  readonly reporting: Reporting | undefined
}

/**
 * All patterns that addresses show in one asset, the same whatever the order of rows: by pattern, the
 * strongest first, then by number of the subject. No policy of tracing has a say in any.
 */
export const findPatterns = (
  scene: Scene,
  subjects: ReadonlySet<number>,
  { stable, reporting }: About,
): readonly PatternFinding[] =>
  [
    ...findPeelChains(scene, subjects),
    ...findEqualAmounts(scene, subjects),
    ...(reporting ? findBelowLimit(scene, subjects, reporting) : []),
    ...findPassThroughs(scene, subjects),
    ...(stable ? findPayrolls(scene, subjects) : []),
  ].sort(
    (a, b) =>
      patternIds.indexOf(a.pattern) - patternIds.indexOf(b.pattern) ||
      b.strength - a.strength ||
      a.subject - b.subject,
  )
