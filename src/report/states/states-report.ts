import type { Instant, Marking, StateStatement } from '../../model/index.ts'
import type { DutyStatus, Status } from '../../obligations/index.ts'

/** Everything that a report on states says. It has no clock and no files of its own: same input, same bytes. */
export type StatesReport = {
  readonly title: string
  /** When the run was made, as the clock that was passed in said. */
  readonly generated: Instant
  /** Version of Muster that made it. */
  readonly version: string
  readonly marking: Marking
  /** The day asked about and the day of knowledge, in days since 1970-01-01; both count. */
  readonly on: number
  readonly known: number
  /** What a reader must know before anything else. */
  readonly warnings: readonly string[]
  /** In the order of their codes. */
  readonly statuses: readonly Status[]
  /** Where each of these states stands under its other duties, by its code. */
  readonly duties: ReadonlyMap<string, readonly DutyStatus[]>
  /** All statements that were given, whenever they were learned. */
  readonly statements: readonly StateStatement[]
}

/** A statement with its place in the page. */
export type Placed = { readonly statement: StateStatement; readonly anchor: string }

/** A state with all that was known of it. */
export type StateSection = {
  readonly status: Status
  readonly name: string
  readonly duties: readonly DutyStatus[]
  /** What was known on the day of knowledge, by the time it is about; each with its place. */
  readonly placed: readonly Placed[]
  readonly byId: ReadonlyMap<string, Placed>
}
