import type { EntityId, SourceId } from './ids.ts'
import type { Instant } from './statement.ts'

/** The nine ways in which an account can be seen. */
export type Channel =
  | 'network'
  | 'endpoint'
  | 'money'
  | 'contact'
  | 'paper'
  | 'place'
  | 'artefact'
  | 'social'
  | 'own'

/** An account was seen with a value: sign-ins, devices, payees. */
export type Observation = {
  readonly account: EntityId
  readonly channel: Channel
  readonly kind: string
  readonly value: string
  readonly firstSeen: Instant
  readonly lastSeen: Instant
  readonly count: number
  readonly source: SourceId
  readonly row: number
}

/** Money moved. `amount` is in base units of `asset`; `seq` is the order in which moves took effect. */
export type Transfer = {
  readonly seq: number
  readonly time: Instant
  readonly tx: string
  readonly src: EntityId
  readonly dst: EntityId
  readonly asset: string
  readonly amount: bigint
  readonly kind: 'transfer' | 'fee' | 'mint' | 'burn'
  readonly source: SourceId
  readonly row: number
}
