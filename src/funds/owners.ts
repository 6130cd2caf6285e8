import {
  type Entity,
  type EntityId,
  entityId,
  type NewStatement,
  type SourceId,
} from '../model/index.ts'
import type { Wallet, Wallets } from './wallets.ts'

/** Accounts that one operator is found to run. */
export type Group = { readonly subject: EntityId; readonly accounts: readonly string[] }

/** Who is asked about, with the addresses that are said to be his. */
export type Owner = {
  readonly subject: EntityId
  readonly isGroup: boolean
  readonly wallets: readonly Wallet[]
}

/**
 * Whose wallets are whose: a group's where one of its accounts holds it; else the account's or record's
 * that alone holds it; else a subject of its own, the address, since nobody knows which of several it is.
 */
export const ownersOf = (
  wallets: Wallets,
  groups: Iterable<Group>,
  entityOf: (key: string) => EntityId | undefined,
): readonly Owner[] => {
  const groupsOf = new Map<string, EntityId[]>()
  for (const { subject, accounts } of groups)
    for (const account of accounts)
      groupsOf.set(account, [...(groupsOf.get(account) ?? []), subject])
  const owners = new Map<EntityId, { isGroup: boolean; wallets: Wallet[] }>()
  const give = (subject: EntityId, wallet: Wallet, isGroup: boolean): void => {
    const owner = owners.get(subject)
    if (!owner) owners.set(subject, { isGroup, wallets: [wallet] })
    else owner.wallets.push(wallet)
  }
  for (const wallet of wallets.values()) {
    const found = new Set(wallet.holders.flatMap((holder) => groupsOf.get(holder) ?? []))
    for (const subject of found) give(subject, wallet, true)
    if (found.size > 0) continue
    const [holder = '', second] = wallet.holders
    const alone = second === undefined
    give(
      alone
        ? (entityOf(holder) ?? entityId('account', holder))
        : entityId('wallet', wallet.address),
      wallet,
      false,
    )
  }
  return [...owners].map(([subject, owner]) => ({ subject, ...owner }))
}

/** An owner that no file describes, as an entity: an account that was only observed, or an address. */
export const toOwnerEntity = (
  { subject, wallets }: Owner,
  source: { readonly id: SourceId; readonly learned: string | null },
): Entity => {
  const [wallet] = wallets as [Wallet, ...Wallet[]]
  const isAddress = subject.startsWith('wallet:')
  const schema = isAddress ? 'CryptoWallet' : 'Thing'
  const say = (prop: string, value: string): NewStatement => ({
    source: source.id,
    place: `address:${wallet.address}`,
    learned: source.learned,
    entity: subject,
    schema,
    prop,
    value,
  })
  const name = isAddress
    ? `Address of ${wallet.holders.length} accounts`
    : `Account ${wallet.holders[0]}`
  return {
    id: subject,
    schema,
    key: isAddress ? wallet.address : (wallet.holders[0] as string),
    statements: [say('name', name), ...wallet.holders.map((holder) => say('account', holder))],
  }
}
