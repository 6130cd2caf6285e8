import { type Alignment, alignTokens } from './align.ts'
import { information } from './token.ts'
import { spellingWeights } from './token-weights.ts'

/** Compares two folded names token by token, without regard to order, spacing, marks and script. */
export const compareTokens = (left: readonly string[], right: readonly string[]): Alignment =>
  alignTokens(
    left,
    right,
    { left: left.map(information), right: right.map(information) },
    spellingWeights(left, right),
  )
