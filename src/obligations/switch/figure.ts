import { type CountKind, type StateStatement, toSpan } from '../../model/index.ts'
import { type Measure, measureOf, type Purpose, purposeWords, switchRules } from './rules.ts'

/** One number of one period, as one statement has it. Days since 1970-01-01, both included. */
export type SwitchFigure = {
  /** ISO 3166-1 alpha-3 code of the host. */
  readonly host: string
  readonly measure: Measure
  readonly purpose: Purpose
  /** Permits in force on a day; visas issued, trips made or people come in a period. Never added. */
  readonly kind: Exclude<CountKind, 'plan'>
  readonly from: number
  readonly to: number
  readonly lo: number
  readonly hi: number
  readonly origin: string
  /** Id of the statement. */
  readonly statement: string
}

/** The purpose that a cohort or unit names: `student`, `c-RUS-student`; `all` where none is named. */
const purposeOf = ({ cohort, unit }: StateStatement): Purpose | undefined => {
  const text = `${cohort ?? ''} ${unit ?? ''}`.toLowerCase()
  const whole = purposeWords.get((cohort ?? '').toLowerCase())
  if (whole) return whole
  const named = text.split(/[^\p{L}_]+/u).flatMap((word) => purposeWords.get(word) ?? [])
  if (named.length > 0) return named[0]
  return cohort === undefined ? 'all' : undefined
}

const isGraded = ({ reliability, credibility }: StateStatement): boolean =>
  reliability <= switchRules.grades.reliability && credibility <= switchRules.grades.credibility

/**
 * The figures among statements: those that count visas, entries or permits of a purpose in a period,
 * graded well enough. Plans count nothing; what is corrected, or only repeats, is left out.
 */
export const toFigures = (statements: readonly StateStatement[]): readonly SwitchFigure[] => {
  const corrected = new Set(
    statements.flatMap(({ relation, target }) => (relation === 'corrects' && target ? target : [])),
  )
  const ids = new Set(statements.map(({ id }) => id))
  return statements.flatMap((statement) => {
    const { id, relation, target } = statement
    if (corrected.has(id) || !isGraded(statement)) return []
    if (relation === 'repeats' && ids.has(target ?? '')) return []
    return toFigure(statement) ?? []
  })
}

const toFigure = (statement: StateStatement): SwitchFigure | undefined => {
  const { id, state, prop, lo, hi, kind, validFrom, validTo, origin } = statement
  const measure = measureOf.get(prop)
  const purpose = purposeOf(statement)
  const [first, last] = [validFrom ?? validTo, validTo ?? validFrom]
  const [low, high] = [lo ?? hi, hi ?? lo]
  if (!measure || !purpose || !first || !last || kind === 'plan') return undefined
  if (low === undefined || high === undefined || low < 0 || high < low) return undefined
  const [from, to] = [toSpan(first).first, toSpan(last).last]
  if (to < from || to - from > longest) return undefined
  const counted = kind ?? 'flow'
  const said = { host: state, measure, purpose, kind: counted, origin, statement: id }
  return { ...said, from: counted === 'stock' ? to : from, to, lo: low, hi: high }
}

/** Days; a figure of a longer, or half-open, period says nothing of when. */
const longest = 800
