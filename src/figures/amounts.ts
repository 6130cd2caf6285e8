/** Order of exact amounts, the smaller first. */
export const compareAmounts = (a: bigint, b: bigint): number => Number(a > b) - Number(a < b)

/** The largest of amounts; 1 where there is none, so that shares of it can be told. */
export const largestOf = (amounts: readonly bigint[]): bigint =>
  [...amounts].sort(compareAmounts).at(-1) ?? 1n

/** A share as a number, to a millionth. */
export const shareOf = (part: bigint, whole: bigint): number =>
  Number((part * 1_000_000n) / whole) / 1e6
