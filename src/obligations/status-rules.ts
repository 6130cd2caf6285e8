import table from '../../data/status-rules.json' with { type: 'json' }
import { type CountKind, toSpan } from '../model/index.ts'
import { groupBy } from './group.ts'

/** The part that a statement can play in a status. */
export type Role =
  | 'present'
  | 'arrived'
  | 'none_remain'
  | 'stock'
  | 'stock_of_none'
  | 'entered'
  | 'returned'
  | 'share'
  | 'finding_presence'
  | 'finding_authorisation'
  | 'authorised'
  | 'legacy'
  | 'switch'
  | 'series'
  | 'exception_claimed'
  | 'exception_shown'
  | 'other_reason'
  | 'filed'
  | 'filed_unpublished'
  | 'not_filed'
  | 'report_given'
  | 'report_missing'
  | 'arises'
  | 'said_of_duty'

/** What a property means, for the kinds, units, words and numbers it is said with. */
export type Meaning = {
  readonly prop: string
  readonly kinds?: readonly CountKind[]
  readonly units?: readonly string[]
  /** Words of the cohort or unit. */
  readonly words?: readonly string[]
  /** Whether it must be about a duty other than those on workers. */
  readonly about?: 'duty'
  /** Duties that the property speaks of without naming them. */
  readonly duties?: readonly string[]
  readonly number: 'positive' | 'zero' | 'open' | 'any'
  /** Whether the property says it without a number. */
  readonly numberless?: boolean
  /** A later word of one origin on one topic takes the place of its earlier one. */
  readonly topic?: string
  readonly roles: readonly Role[]
}

/** The summary of a state's status, as the decision table gives it. */
export type Label =
  | 'no_information'
  | 'breach_documented'
  | 'overdue_admitted'
  | 'breach_indicated'
  | 'contested'
  | 'reported_residual'
  | 'reported_clear'

export type ConditionName = keyof typeof table.conditions

/** A row of the decision table: its label holds when all conditions of one alternative hold. */
export type Row = {
  readonly label: Label
  readonly any: readonly (readonly ConditionName[])[]
}

/** The two reports of resolution 2397, paragraph 8. */
export type ReportName = 'midterm' | 'final'

/** Meanings by property, in order. */
export const meanings: ReadonlyMap<string, readonly Meaning[]> = groupBy(
  table.props as readonly Meaning[],
  ({ prop }) => prop,
)

/** Rows of the decision table, in order. */
export const rows: readonly Row[] = table.rows as readonly Row[]

/** What each condition says. */
export const conditionTexts: Readonly<Record<ConditionName, string>> = table.conditions

/** What each label means. */
export const labelTexts: Readonly<Record<Label, string>> = table.labels

const day = (date: string): number => toSpan(date).last

/** Days that the rules turn on, since 1970-01-01. */
export const days: Readonly<Record<keyof typeof table.days, number>> = {
  cap: day(table.days.cap),
  stop: day(table.days.stop),
  adopted: day(table.days.adopted),
  deadline: day(table.days.deadline),
}

/** When each report was due, and the first day on which it could be made. */
export const reports: Readonly<
  Record<ReportName, { readonly due: number; readonly earliest: number }>
> = {
  midterm: {
    due: day(table.reports.midterm.due),
    earliest: day(table.reports.midterm.earliest),
  },
  final: { due: day(table.reports.final.due), earliest: day(table.reports.final.earliest) },
}

/** Least Admiralty grade for each use. */
export const grades: Readonly<Record<keyof typeof table.grades, string>> = table.grades

/** Words by which an origin is a body whose findings count. */
export const bodyWords: ReadonlySet<string> = new Set(table.origins.bodies)

/** Months after which a claim of zero lapses. */
export const zeroLapsesAfterMonths: number = table.zeroLapsesAfterMonths
