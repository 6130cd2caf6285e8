/** Value that comes to an address or leaves it. Times are milliseconds since 1970, amounts base units. */
export type Passing = { readonly time: number; readonly amount: bigint }

/** How much of what comes must have left, in percent, and how soon. */
export type Forwarding = {
  readonly percent: number
  readonly within: number
  /** When the data ends: what came so late that it had no time to leave is not held against an address. */
  readonly end?: number
}

/**
 * Whether of all that had come by any moment at least so many percent have left so soon after, and in the
 * end of all that came before the last time that something left. Both lists are in order of time; where
 * nothing came nothing was forwarded.
 */
export const isForwarded = (
  came: readonly Passing[],
  left: readonly Passing[],
  { percent, within, end = Number.POSITIVE_INFINITY }: Forwarding,
): boolean => {
  const share = BigInt(percent)
  let [inAll, outAll] = [0n, 0n]
  let next = 0
  for (const [i, { time, amount }] of came.entries()) {
    inAll += amount
    const until = time + within
    if (came[i + 1]?.time === time || until > end) continue
    for (; next < left.length && (left[next] as Passing).time <= until; next++)
      outAll += (left[next] as Passing).amount
    if (100n * outAll < share * inAll) return false
  }
  const last = left.at(-1)?.time ?? Number.NEGATIVE_INFINITY
  return came.length > 0 && 100n * sum(left) >= share * sum(came.filter(({ time }) => time < last))
}

/** What all of them come to. */
export const sum = (all: readonly Passing[]): bigint =>
  all.reduce((total, { amount }) => total + amount, 0n)
