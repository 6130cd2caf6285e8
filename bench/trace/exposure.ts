import type { Flow } from '../../src/funds/flow/flow.ts'
import { type Composing, unlabelled } from '../../src/funds/rules/composing.ts'

/**
 * What it takes to tell of which of so many categories all value is: a share of addresses has a label of
 * any of them but the first, which is of value never seen arriving.
 */
export const labelSome = (
  { addresses, kind }: Flow,
  { categories, share }: { readonly categories: number; readonly share: number },
  draw: () => number,
): Composing => ({
  categories,
  category: new Uint8Array(addresses).map(() =>
    draw() < share ? 1 + Math.floor(draw() * (categories - 1)) : unlabelled,
  ),
  initially: 0,
  unfunded: 0,
  fromNobody: Array.from(new Set(kind), () => 0),
})
