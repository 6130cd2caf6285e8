import type { Flow } from '../../src/funds/flow/flow.ts'
import { type Composing, unlabelled } from '../../src/funds/rules/composing.ts'

/**
 * What it takes to tell of which of so many categories all value is: one address in a hundred has a
 * label of any of them but the first, which is of value never seen arriving.
 */
export const labelSome = (
  { addresses, kind }: Flow,
  categories: number,
  draw: () => number,
): Composing => ({
  categories,
  category: new Uint8Array(addresses).map(() =>
    draw() < 0.01 ? 1 + Math.floor(draw() * (categories - 1)) : unlabelled,
  ),
  initially: 0,
  unfunded: 0,
  fromNobody: Array.from(new Set(kind), () => 0),
})
