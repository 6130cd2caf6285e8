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
