import { sha256 } from './hash.ts'

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** `designation:un/KPi.033`, `person:staff/7`, `vessel:imo/9074729`, `wallet:ethereum/0x…`. */
export type EntityId = Branded<'EntityId'>
/** First 16 hexadecimal digits of the SHA-256 of a file's kind and bytes. */
export type SourceId = Branded<'SourceId'>
export type StatementId = Branded<'StatementId'>
export type FindingId = Branded<'FindingId'>
export type CaseId = Branded<'CaseId'>

/** The families of derived ids. */
export type EntityKind =
  | 'designation'
  | 'person'
  | 'company'
  | 'vessel'
  | 'wallet'
  | 'account'
  | 'ring'
  | 'address'
  | 'state'
  | 'asset'
  | 'theft'
  | 'entity'

/** Ids are derived from what they name, never drawn at random: the same input gives the same id. */
export const entityId = (kind: EntityKind, ...path: readonly string[]): EntityId =>
  `${kind}:${path.join('/')}` as EntityId

/** Id of something that a source describes inside another entity: an address, a document, a sanction. */
export const partOf = (owner: EntityId, part: string, content: string): EntityId =>
  `${owner}#${part}-${sha256(content).slice(0, 10)}` as EntityId

export const sourceId = (kind: string, sha: string): SourceId =>
  sha256(`${kind}\n${sha}`).slice(0, 16) as SourceId
