import type { Amounts } from '../flow/flow.ts'

/**
 * How an address parts with tainted value, of all that it holds: `haircut` by shares, `fifo` first in
 * first out (Clayton's case, 1816), `taint-first` and `clean-first` as their names say. `poison` taints
 * all that is touched: an upper bound that conserves nothing.
 */
export const policies = ['haircut', 'fifo', 'taint-first', 'clean-first', 'poison'] as const

export type Policy = (typeof policies)[number]

/** What a trace starts from and where it ends; bytes are 1 for yes, a place an address or a move. */
export type Tracing = {
  readonly policy: Policy
  /** Addresses all of whose outgoing value is tainted. */
  readonly seeds: Uint8Array
  /** Moves all of whose value is tainted. */
  readonly seedMoves?: Uint8Array | undefined
  /** Addresses where tainted value is booked when it arrives; what leaves them is clean. */
  readonly stops: Uint8Array
  /** What each address holds before the first move, all of it clean; nothing where not given. */
  readonly initial?: Amounts | undefined
}

/**
 * Where tainted value came to, in base units. `seeded` is exactly `held` + `stopped` + `fees` under
 * every policy but poison.
 */
export type Spread = {
  /** What each address holds of it at the end; at a stop, all that was booked there. */
  readonly tainted: Amounts
  /** The tainted part of each move. */
  readonly moved: Amounts
  readonly seeded: bigint
  readonly held: bigint
  /** Booked at stops, or sent to nobody. */
  readonly stopped: bigint
  /** Of `stopped`, what was sent to nobody. */
  readonly burned: bigint
  readonly fees: bigint
}
