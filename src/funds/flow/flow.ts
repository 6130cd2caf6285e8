/** What a transfer is; `Flow.kind` holds places in this list. */
export const moveKinds = ['transfer', 'fee', 'mint', 'burn'] as const

/** The source of a mint and the destination of a burn or fee that goes to no address. */
export const nobody = 0xffff_ffff

/**
 * Amounts in base units, never negative: whole doubles where the sum of all of them is below 2^53, so
 * that each sum and difference is exact, else big integers.
 */
export type Amounts = Float64Array | readonly bigint[]

/**
 * Transfers of one asset in the order in which they took effect. An address is a number below
 * `addresses`; the same number means the same address in the flows of all assets.
 */
export type Flow = {
  readonly addresses: number
  readonly src: Uint32Array
  readonly dst: Uint32Array
  readonly amount: Amounts
  readonly kind: Uint8Array
}
