import type { EntityId, SourceId } from './ids.ts'
import type { Instant } from './statement.ts'

/** What an account can be seen with, by the channel that it speaks of. */
export const kindsOf = {
  network: ['ip'],
  endpoint: ['device', 'fingerprint', 'ssh_key', 'mac', 'process', 'usb'],
  money: ['payout', 'iban', 'card', 'wallet'],
  contact: ['phone', 'email', 'recovery_email'],
  paper: ['document', 'document_image', 'portrait_image'],
  place: ['ship_to'],
  artefact: ['cv', 'template', 'avatar', 'commit_identity'],
  social: ['referral'],
} as const

/** A way in which an account can be seen. */
export type Channel = keyof typeof kindsOf

const channelOfKind = new Map<string, Channel>(
  Object.entries(kindsOf).flatMap(([channel, kinds]) =>
    kinds.map((kind) => [kind, channel as Channel] as const),
  ),
)

/** The channel that a kind of observation speaks of; undefined of a kind that is not known. */
export const channelOf = (kind: string): Channel | undefined => channelOfKind.get(kind)

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
