import register from '../../data/thefts.json' with { type: 'json' }
import table from '../../data/timeline.json' with { type: 'json' }
import { type PartialDate, showCount, type Theft, toSpan } from '../model/index.ts'

/** The families of events; `body` is what happened to a body of the United Nations or of states. */
export type EventKind =
  | 'adoption'
  | 'designation'
  | 'deadline'
  | 'body'
  | 'statement'
  | 'nuclear_test'
  | 'missile_test'
  | 'theft'

/** One event of the timeline. Which members it has beyond the first five depends on its kind. */
export type TimelineEvent = {
  readonly id: string
  /** A day, a month or a range of them. */
  readonly date: PartialDate
  readonly kind: EventKind
  readonly says: string
  /** Key of `timelineSources`. */
  readonly source: string
  /** Missiles of one salvo; 1 of a nuclear test. */
  readonly count?: number
  /** Name of the missile, left out where it is unknown. */
  readonly missile?: string
  /** SRBM, MRBM, IRBM, ICBM, SLV, SLBM or HGV. */
  readonly type?: string
  /** How many of the salvo are known to have flown, and to have failed; of the rest it is unknown. */
  readonly success?: number
  readonly failure?: number
  /** Number of the resolution of the Security Council. */
  readonly resolution?: number
  /** Designated by the annexes of the resolution. */
  readonly persons?: number
  readonly entities?: number
  readonly ships?: number
  /** Ids of the duties that fall due. */
  readonly duties?: readonly string[]
  /** US dollars as one source estimates them: unknown where left out, 0 where nothing was lost. Never added. */
  readonly amountUsd?: number
  /** Who attributes a theft to actors of the DPRK, and since when. */
  readonly attributedBy?: string
  readonly attributed?: PartialDate
  readonly attempt?: boolean
  /** Who doubts the attribution, and what they say. */
  readonly disputed?: string
  /** The attribution rests on little. */
  readonly weak?: boolean
}

/** Rounded to a tenth of a million, as estimates are. */
const showDollars = (amount: number): string =>
  amount < 1_000_000 ? showCount(amount) : `${showCount(Math.round(amount / 100_000) / 10)} million`

const showTaken = ({ amountUsd, attempt }: Theft): string => {
  const what = attempt ? 'attempt' : 'theft'
  if (amountUsd === undefined) return `${what}, amount unknown`
  return amountUsd === 0
    ? `${what}, nothing lost`
    : `${what}, about ${showDollars(amountUsd)} US dollars`
}

const toEvent = (theft: Theft): TimelineEvent => {
  const { id, date, victim, amountUsd, attributedBy, attributed, attempt, disputed, weak } = theft
  return {
    id: `theft-${id}`,
    date,
    kind: 'theft',
    says: `${victim}: ${showTaken(theft)}`,
    source: 'thefts',
    attributedBy,
    ...(amountUsd === undefined ? {} : { amountUsd }),
    ...(attributed === undefined ? {} : { attributed }),
    ...(attempt ? { attempt } : {}),
    ...(disputed === undefined ? {} : { disputed }),
    ...(weak ? { weak } : {}),
  }
}

/** Events by their first day, from `data/timeline.json`, with the thefts of `data/thefts.json`. */
export const timeline: readonly TimelineEvent[] = [
  ...(table.events as readonly TimelineEvent[]),
  ...(register.thefts as readonly Theft[]).map(toEvent),
].sort((a, b) => toSpan(a.date).first - toSpan(b.date).first)

/** What the sources of the events are. */
export const timelineSources: Readonly<Record<string, string>> = table.sources

/** What to look for; days are counted since 1970-01-01 and belong to it, both. */
export type EventQuery = {
  readonly from?: number
  readonly to?: number
  readonly kinds?: readonly EventKind[]
}

const spans = timeline.map(({ date }) => toSpan(date))

/** Events that may have happened between two days, in order; an event of a month counts for all its days. */
export const findEvents = ({ from, to, kinds }: EventQuery): readonly TimelineEvent[] =>
  timeline.filter((event, at) => {
    const { first, last } = spans[at] as { first: number; last: number }
    const isWithin = first <= (to ?? Number.POSITIVE_INFINITY) && last >= (from ?? -Infinity)
    return isWithin && (kinds?.includes(event.kind) ?? true)
  })
