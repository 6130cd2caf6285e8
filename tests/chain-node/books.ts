/** What moved, as whoever wrote the scenario knows it. */
export type Entry = {
  readonly tx: string
  readonly asset: string
  /** Null where value is made. */
  readonly src: string | null
  /** Null where a fee goes. */
  readonly dst: string | null
  readonly amount: bigint
}

/** What everybody has of an asset in the end. */
export const balancesOf = (entries: readonly Entry[], asset: string): Map<string, bigint> => {
  const balances = new Map<string, bigint>()
  const add = (address: string | null, amount: bigint): void => {
    if (address !== null) balances.set(address, (balances.get(address) ?? 0n) + amount)
  }
  for (const { asset: own, src, dst, amount } of entries) {
    if (own !== asset) continue
    add(src, -amount)
    add(dst, amount)
  }
  return balances
}

/** Coins of one kind that came together. */
type Lot = { readonly amount: bigint; readonly tainted: boolean }

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const sumOf = (lots: readonly Lot[]): bigint => lots.reduce((sum, { amount }) => sum + amount, 0n)
const taintedIn = (lots: readonly Lot[]): readonly Lot[] => lots.filter(({ tainted }) => tainted)
const cleanIn = (lots: readonly Lot[]): readonly Lot[] => lots.filter(({ tainted }) => !tainted)

/** The first `amount` of lots, and the rest. */
const cut = (lots: readonly Lot[], amount: bigint): readonly [readonly Lot[], readonly Lot[]] => {
  let left = amount
  const [first, rest]: [Lot[], Lot[]] = [[], []]
  for (const lot of lots) {
    const taken = least(lot.amount, left)
    if (taken > 0n) first.push({ ...lot, amount: taken })
    if (taken < lot.amount) rest.push({ ...lot, amount: lot.amount - taken })
    left -= taken
  }
  return [first, rest]
}

/** How lots leave a purse: the lots that go, and those that stay. */
type Parting = (lots: readonly Lot[], amount: bigint) => readonly [readonly Lot[], readonly Lot[]]

const haircut: Parting = (lots, amount) => {
  const held = sumOf(lots)
  const share = held === 0n ? 0n : (amount * sumOf(taintedIn(lots))) / held
  const [tainted, taintedLeft] = cut(taintedIn(lots), share)
  const [clean, cleanLeft] = cut(cleanIn(lots), amount - share)
  return [
    [...tainted, ...clean],
    [...taintedLeft, ...cleanLeft],
  ]
}

export const policies = ['haircut', 'fifo', 'taint-first', 'clean-first'] as const

export type PolicyName = (typeof policies)[number]

/** The policies in the plainest way: a purse is a list of lots. */
const partings: Readonly<Record<PolicyName, Parting>> = {
  haircut,
  fifo: cut,
  'taint-first': (lots, amount) => cut([...taintedIn(lots), ...cleanIn(lots)], amount),
  'clean-first': (lots, amount) => cut([...cleanIn(lots), ...taintedIn(lots)], amount),
}

export type Following = {
  readonly asset: string
  readonly policy: PolicyName
  /** Addresses all of whose payments are tainted, and transactions all of whose moves are. */
  readonly seeds: ReadonlySet<string>
  /** Addresses where taint ends. */
  readonly stops: ReadonlySet<string>
}

export type Followed = {
  /** Tainted value at each address; of a stop, what was booked there. */
  readonly at: ReadonlyMap<string, bigint>
  readonly seeded: bigint
  readonly held: bigint
  readonly stopped: bigint
  readonly fees: bigint
}

/** Follows the value of seeds through the books. */
export const follow = (
  entries: readonly Entry[],
  { asset, policy, seeds, stops }: Following,
): Followed => {
  const purses = new Map<string, readonly Lot[]>()
  const booked = new Map<string, bigint>()
  let [seeded, fees] = [0n, 0n]
  for (const { tx, asset: own, src, dst, amount } of entries) {
    if (own !== asset || amount === 0n || src === dst) continue
    let sent: readonly Lot[] = [{ amount, tainted: false }]
    if (src !== null) {
      const lots = purses.get(src) ?? []
      const seen = least(sumOf(lots), amount)
      const [gone, left] = partings[policy](lots, seen)
      purses.set(src, left)
      sent = [...gone, { amount: amount - seen, tainted: false }]
      if (seeds.has(src) || seeds.has(tx)) {
        seeded += sumOf(cleanIn(sent))
        sent = [{ amount, tainted: true }]
      }
    }
    const tainted = sumOf(taintedIn(sent))
    if (dst === null) fees += tainted
    else if (stops.has(dst)) {
      booked.set(dst, (booked.get(dst) ?? 0n) + tainted)
      purses.set(dst, [...(purses.get(dst) ?? []), { amount, tainted: false }])
    } else purses.set(dst, [...(purses.get(dst) ?? []), ...sent])
  }
  const at = new Map<string, bigint>(booked)
  for (const [address, lots] of purses) {
    const tainted = sumOf(taintedIn(lots))
    if (tainted > 0n) at.set(address, (at.get(address) ?? 0n) + tainted)
  }
  const stopped = [...booked.values()].reduce((sum, amount) => sum + amount, 0n)
  const all = [...at.values()].reduce((sum, amount) => sum + amount, 0n)
  return { at, seeded, held: all - stopped, stopped, fees }
}
