import type { ChangeInterval } from './change-point.ts'
import type { KnownEvent, Measure, Purpose } from './rules.ts'

/**
 * What the figures of one host say of one change. `switch` is the only kind that speaks for workers
 * behind another visa class; all others explain a change, or say that nothing can be told.
 */
export type SwitchKind =
  | 'switch'
  | 'closure'
  | 'troops'
  | 'redefinition'
  | 'rise'
  | 'fall'
  | 'too_small'
  | 'none'

/** One thing found in the series of a host. */
export type SwitchFinding = {
  readonly kind: SwitchKind
  /** ISO 3166-1 alpha-3 code. */
  readonly host: string
  readonly measure: Measure
  /** Classes that fell: `work` for a switch, the old names for a redefinition. */
  readonly from: readonly Purpose[]
  /** Classes that rose. */
  readonly to: readonly Purpose[]
  /** Days between which the change lies, and with what probability; days since 1970-01-01. */
  readonly change?: ChangeInterval
  /** Last day of the figures by which it is seen, or that it covers. */
  readonly by: number
  /** log2 of the likelihood ratio against the best innocent explanation, in millibits. */
  readonly millibits: number
  /** The best innocent explanation. */
  readonly innocent?: 'growth' | 'return' | 'redefinition'
  /** A known event that coincides; what overlaps it was set aside. */
  readonly caveats: readonly KnownEvent['kind'][]
  /** Least hidden group a year that would have been seen, where nothing was. */
  readonly visible?: number
  /** Ids of the statements that the finding was made from, in order. */
  readonly statements: readonly string[]
  /** The finding in words. */
  readonly says: string
}
