import type { Flow } from '../flow/flow.ts'

/** In place of an address: value that leaves its purse for none. */
export const nowhere = -1

/** What all addresses hold, and how one parts with it under a policy; amounts are above 0. */
export type Purses<Amount extends number | bigint> = {
  /**
   * Sends an amount from one address to another, or `nowhere`; what the sender lacks is clean and goes
   * last. Returns the tainted part.
   */
  send(from: number, to: number, amount: Amount): Amount
  /** An amount arrives from outside, all of it clean or all of it tainted. */
  put(to: number, amount: Amount, tainted: boolean): void
  /** The tainted part of what an address holds. */
  taintedAt(address: number): Amount
}

/** Moves of a flow, the roles of its addresses, and the tainted part of each move, to be filled. */
export type Way = {
  readonly flow: Flow & { readonly amount: Float64Array }
  readonly roles: Uint8Array
  readonly seedMoves?: Uint8Array | undefined
  readonly moved: Float64Array
}

/** Purses that take many moves at a time, because calls cost more than what most moves do. */
export type QuickPurses = Purses<number> & {
  /** Reads ahead what the ends of moves hold. */
  ready(flow: Flow, begin: number, end: number): void
  /** Sends along moves that ask for no more (`makeMoves`). */
  along(way: Way, begin: number, end: number): void
}

/** `Way` in big integers. */
export type BigWay = Omit<Way, 'flow' | 'moved'> & {
  readonly flow: Flow & { readonly amount: readonly bigint[] }
  readonly moved: bigint[]
}

/** Purses of big integers, some of which take many moves at a time. */
export type BigPurses = Purses<bigint> & {
  ready?(flow: Flow, begin: number, end: number): void
  along?(way: BigWay, begin: number, end: number): void
}
