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

/** Numbers below this differ in one digit by chance. */
const leastTelling = 10

/** Shortest wording that says more than a heading does. */
const shortestText = 20

/**
 * Copies in which a digit changed: the same origin, or the same words, about the same time, with numbers
 * that one slip parts.
 */
export const suspectCopies = (said: readonly Said[]): readonly Suspects[] => {
  const numbered = said.filter(
    ({ statement: { lo, hi } }) => Math.max(lo ?? 0, hi ?? 0) >= leastTelling,
  )
  const byText = groupBy(numbered, textKey)
  byText.delete('')
  return suspect([...groupBy(numbered, originKey).values(), ...byText.values()], compare)
}

const thing = ({ statement: { prop, kind, cohort }, from, end }: Said): string =>
  `${prop}\t${kind ?? ''}\t${cohort ?? ''}\t${from}\t${end}`

const originKey = (said: Said): string => `${said.origin}\t${timed(said)}`

/** An open end lasts until each copy was learned, which is not the same for all. */
const timed = (said: Said): string =>
  said.statement.validTo ? thing(said) : thing({ ...said, end: said.from })

const textKey = (said: Said): string => {
  const words = said.statement.text.replace(/\d[\d,.\s]*/g, '#').trim()
  return words.length < shortestText ? '' : `${words}\t${timed(said)}`
}

const compare = (alike: readonly Said[]): readonly Contradiction[] => {
  if (alike.length < 2) return []
  return pairsOf(inKeyOrder(groupBy(alike, numberKey))).flatMap(([one, other]) => {
    const [a, b] = [one[0] as Said, other[0] as Said]
    if (!isSlip(a, b)) return []
    return [
      contradict('copy', [side(idsOf(one), () => tell(a)), side(idsOf(other), () => tell(b))]),
    ]
  })
}

const numberKey = ({ statement: { lo, hi } }: Said): string => `${lo ?? ''} ${hi ?? ''}`

/** Whether each end of one interval is that of the other, or one slip away, and not both the same. */
const isSlip = (a: Said, b: Said): boolean => {
  const ends = [
    [a.statement.lo, b.statement.lo],
    [a.statement.hi, b.statement.hi],
  ] as const
  return ends.every(([x, y]) => x === y || (x !== undefined && y !== undefined && oneSlip(x, y)))
}

/** Whether two numbers differ in one digit: changed, left out, or put in the place of its neighbour. */
export const oneSlip = (a: number, b: number): boolean => {
  const [x, y] = [String(a), String(b)]
  if (Math.abs(x.length - y.length) > 1) return false
  let start = 0
  while (start < x.length && x[start] === y[start]) start++
  const [restX, restY] = [x.slice(start), y.slice(start)]
  if (x.length > y.length) return restX.slice(1) === restY
  if (x.length < y.length) return restY.slice(1) === restX
  if (restX.slice(1) === restY.slice(1)) return true
  return restX[0] === restY[1] && restX[1] === restY[0] && restX.slice(2) === restY.slice(2)
}
