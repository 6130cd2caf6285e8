import type { Flow } from '../../src/funds/flow/flow.ts'

/**
 * What memory allows: the same arrays as a trace, one read and one write at each end, no policy.
 */
export const limit = ({
  addresses,
  src,
  dst,
  amount,
}: Flow & { readonly amount: Float64Array }): { readonly sums: Float64Array } => {
  const sums = new Float64Array(2 * addresses)
  const moved = new Float64Array(src.length)
  for (let i = 0; i < src.length; i++) {
    const whole = amount[i] as number
    const from = 2 * (src[i] as number)
    const to = 2 * (dst[i] as number)
    sums[from] = (sums[from] as number) - whole
    sums[to] = (sums[to] as number) + whole
    moved[i] = whole
  }
  return { sums }
}
