import type { MoneyTrail, Policy } from '../../funds/index.ts'
import type { Instant, Marking, Source } from '../../model/index.ts'

/** Everything that a report on money says. It has no clock and no files of its own: same input, same bytes. */
export type FundsReport = {
  readonly title: string
  /** When the run was made, as the clock that was passed in said. */
  readonly generated: Instant
  /** Version of Muster that made it. */
  readonly version: string
  readonly marking: Marking
  /** What a reader must know before anything else. */
  readonly warnings: readonly string[]
  readonly asked: AskedOfFunds
  /** An asset each. */
  readonly trails: readonly MoneyTrail[]
  /** Names for addresses: what labels say. */
  readonly nameOf: (address: string) => string | undefined
  /** Addresses that were made to look like others, each with the one that it looks like. */
  readonly alike: readonly Alike[]
  /** Files of transfers, by whose ids paths cite their rows. */
  readonly sources: readonly Source[]
  /** All files that were read, with the hash of their bytes. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[]
}

/** What the trace was asked. */
export type AskedOfFunds = {
  /** As they were given. */
  readonly seeds: readonly string[]
  readonly policy: Policy
  readonly backward: boolean
  /** Counterparties above which an address without a label is a stop. */
  readonly hub: number
  /** Payments to a service after which an address that forwards all is taken for its deposit address; 0 for never. */
  readonly deposits: number
}

export type Alike = { readonly address: string; readonly of: string }
