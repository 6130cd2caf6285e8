import { type EntityId, partOf, type SourceId } from './ids.ts'
import type { Entity, Instant, NewStatement, Schema } from './statement.ts'

/**
 * A value where it stands in a file: the file's own text, the trimmed value, the place. `source` names
 * the file where that is another one than the entity's own: the other tables of a set.
 */
export type Placed = {
  readonly text: string
  readonly value: string
  readonly place: string
  readonly source?: SourceId
}

/** A property of a part, with a normalised value where that differs from the file's. */
export type Said = readonly [prop: string, placed: Placed | undefined, value?: string | undefined]

/** Where a description comes from; `owner` is the place at which the file names the entity itself. */
export type Origin = {
  readonly source: SourceId
  readonly learned: Instant | null
  readonly owner: Placed
}

/** How a part points at its owner, or its owner at it, in FollowTheMoney. */
const links: Partial<Record<Schema, string>> = {
  Passport: 'holder',
  Identification: 'holder',
  Security: 'issuer',
  Sanction: 'entity',
  CryptoWallet: 'holder',
  UnknownLink: 'subject',
  Ownership: 'asset',
  Directorship: 'organization',
  Family: 'person',
  Associate: 'person',
  Representation: 'client',
}

/** Collects what a source says of one entity and of the parts it describes inside it. */
export class Description {
  readonly id: EntityId
  readonly schema: Schema
  readonly #origin: Origin
  readonly #statements: NewStatement[] = []

  constructor(id: EntityId, schema: Schema, origin: Origin) {
    this.id = id
    this.schema = schema
    this.#origin = origin
  }

  /** Adds a statement; nothing where the file says nothing. `value` is the normalised value. */
  say(prop: string, placed: Placed | undefined, value?: string, lang?: string): this {
    if (placed) this.#add(this.id, this.schema, prop, placed, value ?? placed.value, lang)
    return this
  }

  /**
   * Adds a part (an address, a document, a sanction, a link) with its link to the owner. Its id is
   * derived from what is said of it; `whole` is the element or cell that describes it.
   */
  part(name: string, schema: Schema, whole: Placed, said: readonly Said[]): EntityId | undefined {
    let content = ''
    for (const [prop, placed, value] of said)
      if (placed) content += `${content && '\n'}${prop}=${value ?? placed.value}`
    if (!content) return undefined
    const id = partOf(this.id, name, content)
    for (const [prop, placed, value] of said)
      if (placed) this.#add(id, schema, prop, placed, value ?? placed.value)
    const link = links[schema]
    if (link) this.#add(id, schema, link, this.#origin.owner, this.id)
    else this.#add(this.id, this.schema, `${name}Entity`, whole, id)
    return id
  }

  entity(key: string): Entity {
    return { id: this.id, schema: this.schema, key, statements: this.#statements }
  }

  #add(
    entity: EntityId,
    schema: Schema,
    prop: string,
    placed: Placed,
    value: string,
    lang?: string,
  ): void {
    const statement: { -readonly [Key in keyof NewStatement]: NewStatement[Key] } = {
      source: placed.source ?? this.#origin.source,
      place: placed.place,
      learned: this.#origin.learned,
      entity,
      schema,
      prop,
      value,
    }
    if (lang) statement.lang = lang
    if (placed.text !== value) statement.original = placed.text
    this.#statements.push(statement)
  }
}
