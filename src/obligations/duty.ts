import { toDay } from './rule-date.ts'

/** How strongly a paragraph speaks. Only a `must` can be breached; `data/duties.json` explains each. */
export type Force =
  | 'must'
  | 'requires'
  | 'calls_on'
  | 'requests'
  | 'urges'
  | 'emphasizes'
  | 'recalls'
  | 'clarifies'
  | 'exception'
  | 'sets_up'
  | 'extends'
  | 'gap'

/** When a duty is to be done. `rule` is `adoption+24m` and the like, or has no date: `promptly`. */
export type Due = {
  readonly rule: string
  readonly date?: string
  readonly from?: string
  readonly every?: string
  readonly for?: string
  readonly continues_after?: true
}

/** The end of a duty: `replaced` and `term` are text, `in_effect` is our reading. */
export type Until = {
  readonly date: string
  readonly by?: readonly string[]
  readonly how: 'replaced' | 'term' | 'in_effect'
}

/** Who may allow what is barred; `none` where no leave is needed. */
export type Approval = {
  readonly by: 'committee' | 'none'
  readonly when?: 'advance'
  readonly mode?: 'case_by_case'
  readonly for?: string
  readonly basis?: string
}

/** A report that a duty asks for. */
export type Report = {
  readonly to: string
  readonly kind?: 'midterm' | 'final'
  readonly rule?: string
  readonly date?: string
  readonly every?: string
  readonly what?: string
  readonly covers_to?: { readonly rule: string; readonly date: string }
  readonly reason_if?: string
}

/** What is our reading and not the text. */
export type Reading = {
  readonly kind:
    | 'binding_since'
    | 'overtaken_by'
    | 'tightened_by'
    | 'widened_by'
    | 'hook'
    | 'practice'
    | 'assumed'
  readonly by?: readonly string[]
  readonly says?: string
}

/** One row of `data/duties.json`, told in own words. */
export type DutyRow = {
  readonly id: string
  readonly paragraph?: string
  readonly topic: string
  readonly force: Force
  readonly bearer: readonly string[]
  readonly act: string
  readonly object: string
  readonly says: string
  readonly condition?: string
  readonly due?: Due
  readonly until?: Until
  readonly exceptions?: readonly string[]
  readonly exempt_by?: readonly string[]
  readonly approval?: Approval
  readonly reports?: readonly Report[]
  readonly supersedes?: readonly string[]
  readonly amended_by?: readonly string[]
  readonly see?: readonly string[]
  readonly reading?: readonly Reading[]
}

/** The resolution that a duty stands in. */
export type Instrument = {
  readonly body: string
  readonly resolution: number
  readonly year: number
  readonly adopted: string
  readonly chapter7: boolean
  readonly link: string
}

/** A duty with its resolution; a gap has none, and is never in force. */
export type Duty = DutyRow & { readonly instrument?: Instrument }

/** `2397 OP8`, `1718 OP8(d)`; `none` for a gap. */
export const showParagraph = ({ instrument, paragraph }: Duty): string =>
  instrument ? `${instrument.resolution} OP${paragraph}` : 'none'

/**
 * Whether a duty is in force on a day, in days since 1970-01-01: from the day of adoption, and until
 * the day before it was replaced, or the last day of its term.
 */
export const isInForce = ({ instrument, until }: Duty, day: number): boolean => {
  if (!instrument || day < toDay(instrument.adopted)) return false
  if (!until) return true
  return until.how === 'term' ? day <= toDay(until.date) : day < toDay(until.date)
}
