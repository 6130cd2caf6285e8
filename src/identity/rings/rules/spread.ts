import type { Stated } from '../../platform/stated.ts'

/**
 * How the accounts of a group spread over what they state in one field: for each distinct value
 * how many state it, and how rare it is on the platform. Which value it is cannot be seen here.
 */
export type Spread = {
  /** Accounts of the group that state the field at all. */
  readonly stating: number
  readonly counts: readonly number[]
  /** -log2 of each value's share of the platform, in quarters of a bit. */
  readonly rarity: readonly number[]
}

/**
 * Spread of `accounts` over a field. `platformStating` is how many accounts of the platform state
 * it. Shares are taken to a quarter of a bit, so that one more account seldom moves a weight.
 */
export const spreadOf = (
  stated: Stated,
  accounts: ArrayLike<number>,
  platformStating: number,
): Spread => {
  const first: number[] = []
  const counts: number[] = []
  let stating = 0
  for (let i = 0; i < accounts.length; i++) {
    const account = accounts[i] as number
    if (stated.holders(account) === 0) continue
    stating++
    const same = first.findIndex((other) => stated.agree(other, account))
    if (same >= 0) (counts[same] as number)++
    else {
      first.push(account)
      counts.push(1)
    }
  }
  const rarity = first.map(
    (account) => Math.round(4 * Math.log2(platformStating / stated.holders(account))) / 4,
  )
  return { stating, counts, rarity }
}
