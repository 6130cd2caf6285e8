import { isHashed, type KeyedHash, readObserved } from '../identifiers/index.ts'
import { type HeldAddress, heldAddressesOf, type Workspace } from '../workspace/index.ts'
import type { Ground } from './ground.ts'

/** An address that accounts were seen with or that records name as their own. */
export type Wallet = {
  /** Its number in the flows. */
  readonly place: number
  readonly address: string
  /** As which kind of value it was seen: wallet, payout, iban. */
  readonly kind: string
  /** Whose it is said to be, in order: keys of accounts or records. */
  readonly holders: readonly string[]
}

/** Wallets by their numbers in the flows. Addresses of services and hubs are nobody's own. */
export type Wallets = ReadonlyMap<number, Wallet>

/** Kinds of observed values that are addresses money moves between, the most telling first. */
const moneyKinds = ['wallet', 'payout', 'iban'] as const

/** Finds the addresses of flows among what accounts were seen with. */
export const findWallets = async (
  workspace: Workspace,
  { flows, stops }: Ground,
  hash: KeyedHash | undefined,
): Promise<Wallets> => {
  const held = await heldAddressesOf(workspace, moneyKinds)
  const wallets = new Map<number, Wallet>()
  if (held.length === 0) return wallets
  const read = (kind: string, text: string): string => {
    const { key } = readObserved(kind, text)
    // What was hashed when it came in stays as it is.
    return `${kind}\t${hash && !isHashed(text) ? hash(kind, key) : key}`
  }
  const byValue = new Map<string, HeldAddress[]>()
  for (const one of held) {
    const value = read(one.kind, one.value)
    const same = byValue.get(value)
    if (same) same.push(one)
    else byValue.set(value, [one])
  }
  flows.addresses.forEach((address, place) => {
    // A designated owner may have an account as anybody may.
    if ((stops.get(place)?.kind ?? 'designated') !== 'designated') return
    const found = moneyKinds.flatMap((kind) => byValue.get(read(kind, address)) ?? [])
    const [first] = found
    if (!first) return
    const holders = [...new Set(found.map(({ holder }) => holder))].sort()
    wallets.set(place, { place, address, kind: first.kind, holders })
  })
  return wallets
}
