import type { FundsCase } from '../funds/index.ts'
import type { DatedChange, PlatformFlag, RingCase } from '../identity/index.ts'
import type {
  Case,
  Entity,
  EntityId,
  Finding,
  Instant,
  Marking,
  Rejected,
  Source,
} from '../model/index.ts'

/** Rows that may be too many to hold at once. */
export type Rows<T> = Iterable<T> | AsyncIterable<T>

/** Everything that a report says. It has no clock and no files of its own: same input, same bytes. */
export type Report = {
  readonly title: string
  /** When the run was made, as the clock that was passed in said. */
  readonly generated: Instant
  /** Version of Muster that made it. */
  readonly version: string
  /** How the whole file may be shared; RED where it names workers. */
  readonly marking: Marking
  readonly asked: readonly Asked[]
  /** Files of subjects, in the order in which they were given. */
  readonly inputs: readonly Source[]
  readonly lists: readonly ListVersion[]
  /** Files of lists. */
  readonly listFiles: readonly Source[]
  /** What a reader must know before anything else: a starter list, a stale list, a part that failed. */
  readonly warnings: readonly string[]
  readonly counts: Counts
  /** By rank. */
  readonly cases: readonly ReportCase[]
  /** Rings of earlier checks that are none any more, each with the change that ended it. */
  readonly ended: readonly { readonly ring: string; readonly change: DatedChange | null }[]
  /** Flags that stand beside rings, each told once; none where no accounts were observed. */
  readonly flags: readonly PlatformFlag[]
  /** Subjects with which nothing was found. A clean result is a record too. */
  readonly clean: Rows<Entity>
  readonly rejected: Rows<Rejected>
}

/** A question that was asked of all subjects, and by which rule something counts as found. */
export type Asked = { readonly question: string; readonly rule: string }

export type Counts = {
  readonly subjects: number
  readonly cases: number
  readonly clean: number
  /** Those to whose addresses links across mixers and services lead, and nothing else of their money was found. */
  readonly linkedAlone: number
  readonly rejected: number
}

/** A version of a list, as `muster lists status` gives it. */
export type ListVersion = {
  readonly id: string
  readonly body: string
  readonly version: string
  readonly date: Instant | null
  readonly entries: number
  readonly sha256: string
  /** Paths of its files, several separated by `; `. */
  readonly file: string
  readonly state: 'current' | 'older' | 'stale' | 'refused'
  readonly why: string
}

/** A case with what it is made of. */
export type ReportCase = {
  readonly case: Case
  /** What the records that were asked about say of themselves. */
  readonly subjects: readonly Entity[]
  readonly findings: readonly ReportFinding[]
  /** Weaker matches that are counted and not shown. */
  readonly cut: number
  /** The ring that it is about, with its values as they are to be shown. */
  readonly ring?: RingCase
  /** Addresses of its subject, where their value went and whose came to them. */
  readonly money?: FundsCase
}

/** A finding, with the designation that it names or the two records that it holds to be of one person. */
export type ReportFinding = {
  readonly finding: Finding
  readonly designation?: Designation
  readonly records?: readonly [Entity, Entity]
  /** How many findings of the case have the same weight, this one included. */
  readonly tied: number
}

/** An entry on a list as the list has it. */
export type Designation = {
  readonly entity: Entity
  /** Id of the list, as in `ListVersion`. */
  readonly list: string
  readonly caption: string
}

/** What the parts of a page need to know of the whole. */
export type Context = {
  readonly report: Report
  readonly sources: ReadonlyMap<string, Source>
  /** Where the entry of a designation was printed first. */
  readonly printed: Map<EntityId, string>
}
