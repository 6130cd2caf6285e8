import type { PartialDate } from './partial-date.ts'

/** What a number counts; numbers of two kinds are never added. */
export type CountKind = 'stock' | 'flow' | 'trips' | 'visas' | 'plan'

/** How a statement stands to another: independence counts origins, and a correction ends what it corrects. */
export type StatementRelation = 'repeats' | 'contradicts' | 'corrects' | 'derived_from'

/** Admiralty grades (AJP-2.1, annex): of the source, and of what it says in the case at hand. */
export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6

/**
 * One claim by one source about a state and its DPRK workers, reports or visas. Bitemporal: true from
 * `validFrom` to `validTo` (either may be open), learned on `known`. `origin` is who first said it,
 * `carrier` who passed it on. A number is an interval in `unit` (`persons` where none is given).
 */
export type StateStatement = {
  readonly id: string
  /** ISO 3166-1 alpha-3 code of a member state. */
  readonly state: string
  readonly cohort?: string
  /** What is said: `headcount`, `returned`, `entered`, `permits`, `visas`, `report_filed`, … */
  readonly prop: string
  readonly lo?: number
  readonly hi?: number
  readonly unit?: string
  readonly kind?: CountKind
  readonly validFrom?: PartialDate
  readonly validTo?: PartialDate
  readonly known: PartialDate
  readonly origin: string
  readonly carrier?: string
  readonly reliability: Reliability
  readonly credibility: Credibility
  readonly relation?: StatementRelation
  /** Id of the statement that `relation` points to. */
  readonly target?: string
  readonly text: string
}
