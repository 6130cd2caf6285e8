import type { PartialDate, StateStatement } from '../model/index.ts'
import { namedDuties } from './named-duties.ts'
import { remember } from './remember.ts'
import { spanOf } from './rule-date.ts'
import { bodyWords, type Meaning, meanings, type ReportName, type Role } from './status-rules.ts'

/** A statement as the rules read it: its days as numbers, its origin as a key, the parts it can play. */
export type Said = {
  readonly statement: StateStatement
  readonly id: string
  /** Key of the origin: all that a state says of itself is one origin. */
  readonly origin: string
  readonly own: boolean
  /** Whether the origin is the Committee, its Panel, the MSMT or a court. */
  readonly body: boolean
  readonly roles: readonly Role[]
  /** Set where a later word of the same origin on the topic takes the place of this one. */
  readonly topic: string | undefined
  /**
   * Where a later word of its origin is looked for. Events are replaced only by a later version of the
   * same event; standing words (those with a topic) by any later word on the topic.
   */
  readonly chain: string
  readonly cohort: string
  readonly report: ReportName | undefined
  /** Ids of the duties other than those on workers that it speaks of. */
  readonly duties: readonly string[]
  /** Whether it speaks of such a duty, also where it names none. */
  readonly ofDuty: boolean
  /** First day that it can be about. */
  readonly from: number
  /** Day from which it is used: the start of its time, a partial date as its last day. */
  readonly since: number
  /** Last day that it is about; an open end lasts until it was learned. */
  readonly end: number
  /** Day of a claim: the end of its time, else its start, else when it was learned. */
  readonly claimed: number
  /** Day on which it was learned. */
  readonly known: number
  /** What it grades anew, the next first; its time stays that of the first of them. */
  readonly regrades: readonly StateStatement[]
}

const wordsOf = remember((text): readonly string[] =>
  text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''),
)

const wordSetOf = remember((text): ReadonlySet<string> => new Set(wordsOf(text.toLowerCase())))

/** `positive`, `zero`, `open` (may be either), or undefined where no number is given. */
const numberOf = ({ lo, hi }: StateStatement): 'positive' | 'zero' | 'open' | undefined => {
  if (lo === undefined && hi === undefined) return undefined
  if (lo !== undefined && lo > 0) return 'positive'
  return hi === 0 ? 'zero' : 'open'
}

const fits = (statement: StateStatement, words: ReadonlySet<string>, row: Meaning): boolean => {
  const number = numberOf(statement)
  if (row.kinds && !(statement.kind ? row.kinds.includes(statement.kind) : false)) return false
  if (row.units && !row.units.some((unit) => words.has(unit))) return false
  if (row.words && !row.words.every((word) => words.has(word))) return false
  if (row.about && !namedDuties(statement).isAbout) return false
  if (row.number === 'any') return true
  return number === undefined ? row.numberless === true : number === row.number
}

/** Which report is meant; undefined where neither cohort nor unit names one. */
const reportOf = (words: ReadonlySet<string>): ReportName | undefined => {
  if (words.has('midterm') || words.has('interim')) return 'midterm'
  return words.has('final') ? 'final' : undefined
}

const dutyRoles: readonly Role[] = ['report_given', 'report_missing', 'arises', 'said_of_duty']

const isOfDuty = (meaning: Meaning | undefined): boolean =>
  meaning?.about === 'duty' || meaning?.roles.some((role) => dutyRoles.includes(role)) === true

const none: readonly never[] = []

/** Reads a statement as the rules do; one that grades others anew is about the same time as they are. */
export const toSaid = (
  statement: StateStatement,
  regrades: readonly StateStatement[] = none,
): Said => {
  const { id, state, cohort = '', unit = '', validFrom, validTo } = statement
  const originWords = wordsOf(statement.origin)
  const own = originWords.slice(0, 2).includes(state)
  const words = wordSetOf(`${cohort} ${unit}`)
  const meaning = meanings.get(statement.prop)?.find((row) => fits(statement, words, row))
  const known = spanOf(statement.known).last
  const told = spanOf(regrades.at(-1)?.known ?? statement.known)
  const start = validFrom || validTo ? spanOf((validFrom ?? validTo) as PartialDate) : told
  const last = validTo ? spanOf(validTo).last : undefined
  const origin = own ? `state:${state}` : originWords.join(' ').toLowerCase()
  const report = reportOf(words)
  const ofDuty = isOfDuty(meaning)
  const duties = ofDuty ? (meaning?.duties ?? namedDuties(statement).duties) : none
  const event = [statement.prop, statement.kind, report, start.first, last]
  const matter = meaning?.topic === undefined ? event : [`:${meaning.topic}`]
  return {
    statement,
    id,
    origin,
    own,
    body: originWords.some((word) => bodyWords.has(word.toLowerCase())),
    roles: meaning?.roles ?? [],
    topic: meaning?.topic,
    chain: [origin, ...matter, ...duties].join('\t'),
    cohort,
    report,
    duties,
    ofDuty,
    from: start.first,
    since: start.last,
    end: Math.max(last ?? told.last, start.last),
    claimed: last ?? start.last,
    known,
    regrades,
  }
}

/** Newest first: by the end of what it is about, then by when it was learned, then by id. */
export const newestFirst = (a: Said, b: Said): number => {
  if (a.end !== b.end) return b.end - a.end
  if (a.known !== b.known) return b.known - a.known
  return a.id < b.id ? -1 : 1
}

const order = 'ABCDEF'

/** Whether a statement's Admiralty grade is at least as good as `C3` in both of its parts. */
export const gradedAtLeast = ({ statement }: Said, grade: string): boolean =>
  order.indexOf(statement.reliability) <= order.indexOf(grade.charAt(0)) &&
  statement.credibility <= Number(grade.charAt(1))
