import { sha256 } from './hash.ts'
import type { EntityId, SourceId, StatementId } from './ids.ts'

/** ISO 8601 instant or date, as `2026-02-27` or `2026-02-27T00:00:09.554Z`. */
export type Instant = string

/** FollowTheMoney schemata that Muster's readers write. */
export type Schema =
  | 'Thing'
  | 'LegalEntity'
  | 'Person'
  | 'Organization'
  | 'Company'
  | 'PublicBody'
  | 'Vessel'
  | 'Airplane'
  | 'Vehicle'
  | 'CryptoWallet'
  | 'Asset'
  | 'Security'
  | 'UserAccount'
  | 'Address'
  | 'Identification'
  | 'Passport'
  | 'Sanction'
  | 'UnknownLink'
  | 'Ownership'
  | 'Directorship'
  | 'Membership'
  | 'Employment'
  | 'Family'
  | 'Associate'
  | 'Representation'

/** Admiralty grade of a source and of what it says, as `B2`. */
export type Grade = string
/** Traffic Light Protocol 2.0. */
export type Marking = 'CLEAR' | 'GREEN' | 'AMBER' | 'AMBER+STRICT' | 'RED'

/**
 * One source says one thing of one entity. `prop` is a FollowTheMoney property.
 * `value` is the normalised text, `original` the file's own text wherever that differs.
 * `place` finds it again in the file: `line:N`, `row:N/column` or an element path.
 * `learned` is the list's own date for list facts, null where a list has none.
 */
export type Statement = {
  readonly id: StatementId
  readonly source: SourceId
  readonly place: string
  readonly learned: Instant | null
  readonly entity: EntityId
  readonly schema: Schema
  readonly prop: string
  readonly value: string
  readonly lang?: string
  readonly original?: string
  readonly valid?: readonly [from?: string, to?: string]
  readonly grade?: Grade
  readonly marking?: Marking
}

/** A statement as a reader yields it: its id is derived where it is kept or shown. */
export type NewStatement = Omit<Statement, 'id'>

/** Points at the statement, observation or transfer that a piece of evidence rests on. */
export type FactRef = string

/**
 * Id of a statement: what is said, of whom, by which file, where in it. A list of texts is canonical
 * JSON as it is, and this runs once for every statement of a file.
 */
export const statementId = ({
  source,
  place,
  entity,
  prop,
  value,
  lang,
}: NewStatement): StatementId =>
  `st-${sha256(JSON.stringify([source, place, entity, prop, value, lang ?? null])).slice(0, 20)}` as StatementId

/**
 * What one source says of one entity, with the parts it describes inside it (addresses, documents,
 * sanctions, links), each part a FollowTheMoney entity of its own. `key` is the source's own id:
 * the reference of a designation, the `id` of an input row, else its row number.
 */
export type Entity = {
  readonly id: EntityId
  readonly schema: Schema
  readonly key: string
  readonly statements: readonly NewStatement[]
}

/** Something in a file that could not be read: kept with its place and the reason, never dropped. */
export type Rejected = {
  readonly source: SourceId
  readonly place: string
  readonly reason: string
  readonly text: string
}

/** What a reader yields: an entity, or what it had to leave. */
export type Read =
  | { readonly ok: true; readonly entity: Entity }
  | ({ readonly ok: false } & Rejected)

/** A file that was read: `learned` is its own date, `sha256` that of its bytes as they lie on disk. */
export type Source = {
  readonly id: SourceId
  readonly path: string
  readonly sha256: string
  readonly kind: string
  readonly bytes: number
  readonly learned: Instant | null
}

/** How an entity is called: its name, else its own id. */
export const captionOf = ({ id, key, statements }: Entity): string =>
  statements.find(({ prop, entity }) => entity === id && prop === 'name')?.value ?? key
