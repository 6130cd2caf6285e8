import type { EntityId, FindingId } from '../model/index.ts'
import type { MoneyTrail } from './money-trail.ts'

/** A trail with the finding that it shows. */
export type CaseTrail = MoneyTrail & {
  readonly finding: FindingId
  /** Whose value it is, or to whom it went: a theft or a designated owner; null for the subject's own. */
  readonly other: Other | null
}

/** Somebody whose value is followed for what others say of him. */
export type Other = {
  readonly kind: 'theft' | 'designated'
  readonly id: EntityId
  readonly caption: string
  /** Who says so, as a sentence. */
  readonly says: string
  readonly addresses: readonly string[]
}

/** A payment of a service to an address of the subject, after value of the subject came to the service. */
export type Payout = {
  readonly service: string
  readonly src: string
  readonly dst: string
  readonly asset: string
  readonly amount: string
  readonly time: string | null
  readonly tx: string
  readonly source: string
  readonly row: number
}

/** What a case shows of money: addresses of its subject, where value went and where it came from. */
export type FundsCase = {
  readonly wallets: readonly {
    readonly address: string
    readonly kind: string
    readonly holders: readonly string[]
  }[]
  readonly trails: readonly CaseTrail[]
  /** Links across a stop: never traced, because a service mixes what all its customers bring. */
  readonly payouts: readonly Payout[]
  /** What labels call the addresses in it, by the address. */
  readonly names: Readonly<Record<string, string>>
}
