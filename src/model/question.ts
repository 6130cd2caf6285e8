import type { Finding } from './finding.ts'
import type { EntityId } from './ids.ts'
import type { Entity } from './statement.ts'

/** A designation as the facts hold it: the entity that a list describes, and which list. */
export type DesignatedEntity = { readonly list: string; readonly entity: Entity }

/** What questions are asked of. Streams can be opened any number of times and give the same each time. */
export type Facts = {
  /** The entries of the lists in force. */
  designations(): AsyncIterable<DesignatedEntity> | Iterable<DesignatedEntity>
  /** Who is asked about, in input order. */
  subjects(): AsyncIterable<Entity> | Iterable<Entity>
  /** What the questions before this one found. */
  findings(): Iterable<Finding>
}

/** What a question is told and may tell while it works. */
export type QuestionContext = {
  /** Settings by their keys, as `screen.min-bits`. */
  readonly settings: Readonly<Record<string, number>>
  /** The day on which it is asked, `2026-11-24`. */
  readonly today: string
  /** State that binds the organisation which asks, as an ISO 3166-1 alpha-3 code, where it is told. */
  readonly organisationState?: string | undefined
  /**
   * Called once for each subject when all its findings have been given; a clean result is a record
   * too. `cut` findings were too weak to be among those given.
   */
  readonly asked: (subject: EntityId, cut: number) => void
}

/** One of the questions that Muster answers. Earlier findings are given to later questions. */
export type Question = {
  readonly id: string
  /** The question itself, as a reader would ask it. */
  readonly asks: string
  /** How something counts as found, in a sentence for the report. */
  rule(settings: QuestionContext['settings']): string
  ask(facts: Facts, context: QuestionContext): AsyncIterable<Finding>
}
