import { inRole } from './dossier.ts'
import { standingOf } from './live.ts'
import { type Proof, step } from './proof.ts'
import { gradedAtLeast, newestFirst, type Said } from './said.ts'
import { findLive } from './scan.ts'
import { grades } from './status-rules.ts'
import { isInScope, type View } from './view.ts'

/** A number of which the least and the most are known; without end where the most is not. */
export type Range = { readonly lo: number; readonly hi: number }

/** What is stated of persons that came or went between two days; nothing stated is 0. */
export type Flow = Range & { readonly parts: readonly Proof[]; readonly used: readonly Said[] }

/** The numbers of a statement; a missing least is 0, a missing most is without end. */
export const rangeOf = ({ statement: { lo = 0, hi = Number.POSITIVE_INFINITY } }: Said): Range => ({
  lo,
  hi,
})

/** A better grade first, then the newest. */
const bestFirst = (a: Said, b: Said): number => {
  const [x, y] = [a.statement, b.statement]
  if (x.credibility !== y.credibility) return x.credibility - y.credibility
  if (x.reliability !== y.reliability) return x.reliability < y.reliability ? -1 : 1
  return newestFirst(a, b)
}

type Between = {
  readonly role: 'entered' | 'returned'
  readonly cohort: string
  /** Days since 1970-01-01: what happened after `after`, up to `upTo`. */
  readonly after: number
  readonly upTo: number
}

/**
 * What is stated of a flow between two days. Periods that overlap are told by the best graded statement
 * alone; of a period that reaches over either day none or all may fall between them.
 */
export const flowBetween = (view: View, { role, cohort, after, upTo }: Between): Flow => {
  const parts: Proof[] = []
  const used: Said[] = []
  let [lo, hi] = [0, 0]
  const candidates = inRole(view.dossier, role)
    .filter(
      (said) =>
        said.cohort === cohort &&
        isInScope(view, said) &&
        gradedAtLeast(said, grades.counted) &&
        said.end > after &&
        said.from <= upTo,
    )
    .sort(bestFirst)
  for (const said of candidates) {
    if (used.some((other) => other.from <= said.end && said.from <= other.end)) continue
    const { is, parts: why } = standingOf(view, said)
    parts.push(step(is === 'live' ? role : is, [said.id], why))
    if (is !== 'live') continue
    used.push(said)
    const within = said.from > after && said.end <= upTo
    const range = rangeOf(said)
    lo += within ? range.lo : 0
    hi += range.hi
  }
  return { lo, hi, parts, used }
}

/** The share of those who entered that works; all that is possible where nothing is stated. */
export const shareWorking = (view: View): Range & { readonly parts: readonly Proof[] } => {
  const { found, parts } = findLive(
    view,
    inRole(view.dossier, 'share').filter((said) => isInScope(view, said)),
  )
  if (!found) return { lo: 0, hi: 1, parts }
  const scale = found.statement.unit === 'percent' ? 100 : 1
  const { lo, hi } = rangeOf(found)
  return { lo: Math.min(lo / scale, 1), hi: Math.min(hi / scale, 1), parts }
}

/** What a stock becomes: less those who returned, more the share that works of those who entered. */
export const carryOver = (stock: Range, returned: Range, entered: Range, share: Range): Range => ({
  lo: Math.max(0, stock.lo - returned.hi + entered.lo * share.lo),
  hi: stock.hi - returned.lo + times(entered.hi, share.hi),
})

/** Nobody of without end is nobody. */
const times = (count: number, share: number): number => (share === 0 ? 0 : count * share)
