import { groupBy, inKeyOrder, pairsOf } from '../group.ts'
import type { Said } from '../said.ts'
import {
  type Contradiction,
  contradict,
  idsOf,
  type Suspects,
  side,
  suspect,
  tell,
} from './contradiction.ts'

/** Numbers below this are alike by chance. */
const leastTelling = 10

/** Days between a plan, or a stock, and the other kind that the same number was given for. */
const near = 366

/**
 * One number of the same cohort under two kinds: a plan that a copy gives as a stock, trips that another
 * counts as visas. Of one property the times must lie within a year; of two properties they must be the
 * same, and the origin too.
 */
export const suspectDefinitions = (said: readonly Said[]): readonly Suspects[] => {
  const numbered = said.filter(
    ({ statement: { kind, lo, hi } }) =>
      kind !== undefined && (lo ?? hi ?? 0) >= leastTelling && lo !== undefined && hi !== undefined,
  )
  return suspect(groupBy(numbered, numberKey).values(), compare)
}

const compare = (alike: readonly Said[]): readonly Contradiction[] => {
  if (alike.length < 2) return []
  return pairsOf(inKeyOrder(groupBy(alike, meaningKey))).flatMap(
    ([one, other]) => pick(one, other) ?? [],
  )
}

const numberKey = ({ statement: { lo, hi } }: Said): string => `${lo} ${hi}`

const meaningKey = ({ statement: { prop, kind, cohort } }: Said): string =>
  `${prop}\t${kind}\t${cohort ?? ''}`

const pick = (one: readonly Said[], other: readonly Said[]): Contradiction | undefined => {
  const clashes = (a: Said, rest: readonly Said[]): boolean => rest.some((b) => isOneThing(a, b))
  const left = one.filter((a) => clashes(a, other))
  const right = other.filter((b) => clashes(b, one))
  const [a, b] = [left[0], right[0]]
  if (!a || !b) return undefined
  return contradict('definition', [
    side(idsOf(left), () => tell(a)),
    side(idsOf(right), () => tell(b)),
  ])
}

const isOneThing = (a: Said, b: Said): boolean => {
  const [x, y] = [a.statement, b.statement]
  if (x.kind === y.kind || a.cohort !== b.cohort) return false
  if (x.prop === y.prop) return a.from - b.end <= near && b.from - a.end <= near
  return a.origin === b.origin && a.from === b.from && a.end === b.end
}
