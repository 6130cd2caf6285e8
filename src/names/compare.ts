import type { Millibits } from '../model/index.ts'
import { type Alignment, alignTokens, type ListPairs } from './align.ts'
import { conflictWeight } from './conflict/index.ts'
import { wholeNameWeight } from './organisation/index.ts'
import { information, tokenWeight } from './token.ts'
import { joinedWeight } from './token-weights.ts'
import { nameWeights } from './weights.ts'

/** Every pair of two names by spelling alone. */
const pairsBySpelling =
  (left: readonly string[], right: readonly string[]): ListPairs =>
  (add) => {
    left.forEach((a, i) => {
      right.forEach((b, j) => {
        add(i, j, 1, 1, tokenWeight(a, b))
        const [nextLeft, nextRight] = [left[i + 1], right[j + 1]]
        if (nextLeft !== undefined) add(i, j, 2, 1, joinedWeight(a, nextLeft, b))
        if (nextRight !== undefined) add(i, j, 1, 2, joinedWeight(b, nextRight, a))
      })
    })
  }

/** The tokens of a name in one order, whatever the order they were written in. */
export const wholeName = (tokens: readonly string[]): string => [...tokens].sort().join(' ')

/** Whether two names have the same tokens, in whatever order. */
export const isWhole = (left: readonly string[], right: readonly string[]): boolean =>
  left.length > 0 && left.length === right.length && wholeName(left) === wholeName(right)

/** Two names compared: `whole` is what the names as wholes (equal, one the acronym of the
 * other, or the same letters without spaces) add to the pairs, `conflict` what parts that must not differ take. */
export type Compared = Alignment & { readonly whole: Millibits; readonly conflict: Millibits }

/** Compares two folded names token by token, without regard to order, spacing, marks and script. */
export const compareTokens = (left: readonly string[], right: readonly string[]): Compared => {
  const infos = { left: left.map(information), right: right.map(information) }
  const { pairs, millibits } = alignTokens(left, right, infos, pairsBySpelling(left, right))
  const equal = isWhole(left, right)
  const least = Math.max(equal ? nameWeights.whole : 0, wholeNameWeight(left, right))
  const whole = least > 0 ? Math.max(0, least - millibits) : 0
  const conflict = least > 0 ? 0 : conflictWeight(left, right)
  return { pairs, whole, conflict, millibits: millibits + whole + conflict }
}
