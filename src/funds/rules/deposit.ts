import { type Forwarding, isForwarded, type Passing, sum } from './forwarded.ts'

/** What one address was seen to receive, forward to the service, send to others and pay as fees. */
export type Conduct = {
  readonly came: readonly Passing[]
  readonly forwarded: readonly Passing[]
  readonly elsewhere: readonly Passing[]
  readonly fees: readonly Passing[]
}

export type DepositRule = Forwarding & {
  /** Percent of what it sends that may go to others. */
  readonly dust: number
}

/**
 * Whether an address does in one asset as a service's deposit addresses do: what comes is forwarded soon,
 * and to nobody else, dust and fees aside. Where it only received or paid fees, that says nothing.
 */
export const isDeposit = (
  { came, forwarded, elsewhere, fees }: Conduct,
  rule: DepositRule,
): boolean => {
  const others = sum(elsewhere)
  const sent = sum(forwarded) + others
  if (sent === 0n) return true
  if (100n * others > BigInt(rule.dust) * sent) return false
  const left = [...forwarded, ...fees].sort((a, b) => a.time - b.time)
  return isForwarded(came, left, rule)
}
