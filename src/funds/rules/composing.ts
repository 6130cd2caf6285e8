import type { Amounts } from '../flow/flow.ts'

/** Of which category value is, as a place among all categories. */
export type Composing = {
  readonly categories: number
  /** The category of each address that has one, `unlabelled` of the rest. */
  readonly category: Uint8Array
  /** What addresses hold before the first move, and its category. */
  readonly initial?: Amounts | undefined
  readonly initially: number
  /** The category of what was sent and never seen arriving. */
  readonly unfunded: number
  /** The category of what comes from nobody, by kind of move. */
  readonly fromNobody: readonly number[]
}

export const unlabelled = 0xff

/**
 * What arrived at an address of a category, in base units: `direct` from an address of the category
 * itself, `indirect` through others without a label.
 */
export type Composed = {
  direct(address: number, category: number): bigint
  indirect(address: number, category: number): bigint
}
