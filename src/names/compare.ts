import { type Alignment, alignTokens, type ListPairs } from './align.ts'
import { information, tokenWeight } from './token.ts'
import { joinedWeight } from './token-weights.ts'

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

/** Compares two folded names token by token, without regard to order, spacing, marks and script. */
export const compareTokens = (left: readonly string[], right: readonly string[]): Alignment =>
  alignTokens(
    left,
    right,
    { left: left.map(information), right: right.map(information) },
    pairsBySpelling(left, right),
  )
