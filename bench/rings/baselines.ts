import type { Platform } from '../../src/identity/platform/platform.ts'

/** The ring or component of each account of a platform, -1 where it is in none. */
export type Grouping = Int32Array

type Joining = {
  /** Values that more accounts hold join nobody. */
  readonly mostHolders?: number
  readonly kinds?: readonly string[]
  /** The places of the only values that join. */
  readonly values?: Iterable<number>
}

/** Connected components: accounts are joined by every value that they share. */
export const components = (
  { accounts, values, sightings }: Platform,
  { mostHolders = Number.POSITIVE_INFINITY, kinds, values: only }: Joining = {},
): Grouping => {
  const parent = Uint32Array.from(accounts, (_, place) => place)
  const find = (account: number): number => {
    let root = account
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] as number] as number
      root = parent[root] as number
    }
    return root
  }
  for (const value of only ?? values.key.keys()) {
    const [from, to] = [sightings.start[value] as number, sightings.start[value + 1] as number]
    const { kind } = values.kinds[values.kind[value] as number] as { kind: string }
    if (to - from < 2 || to - from > mostHolders || kinds?.includes(kind) === false) continue
    const first = find(sightings.account[from] as number)
    for (let i = from + 1; i < to; i++) parent[find(sightings.account[i] as number)] = first
  }
  const sizes = new Uint32Array(accounts.length)
  for (let account = 0; account < accounts.length; account++) (sizes[find(account)] as number)++
  return Int32Array.from(accounts, (_, account) =>
    (sizes[find(account)] as number) > 1 ? find(account) : -1,
  )
}

/** Identifiers that are thought to be one person's alone. */
export const hardKinds: readonly string[] = [
  'device',
  'payout',
  'phone',
  'email',
  'recovery_email',
  'document',
]
