import type { Flow } from '../flow/flow.ts'
import { runBigCourse } from './big-course.ts'
import { BigLots } from './big-lots.ts'
import { BigSums } from './big-sums.ts'
import { runCourse } from './course.ts'
import { LimbLots } from './limb-lots.ts'
import { LimbSums } from './limb-sums.ts'
import { toLimbs } from './limbs.ts'
import { Lots } from './lots.ts'
import type { BigPurses } from './purses.ts'
import { placeOf } from './share.ts'
import { Sums } from './sums.ts'
import type { Spread, Tracing } from './tracing.ts'

/**
 * Traces value through a flow, exactly. An address holds what it was seen to receive and sends of it by
 * the policy; what it sends above that is clean and was spent last. Where all of a send is tainted (a
 * seed's, a seed move), what the policy takes of tainted value stays as it is and the rest is newly
 * seeded. A mint brings clean value, a fee's taint is counted and reaches nobody, even where its
 * destination is known. Zero amounts and transfers to oneself change nothing.
 *
 * A mint comes from nobody even where a source is named. A burn at a known address is held there unless
 * that is a stop; value that goes to nobody is stopped.
 */
export const spread = (flow: Flow, tracing: Tracing): Spread => {
  const { amount, addresses } = flow
  const { policy } = tracing
  if (amount instanceof Float64Array) {
    const purses = policy === 'fifo' ? new Lots(addresses) : new Sums(addresses, placeOf[policy])
    return runCourse({ ...flow, amount }, tracing, purses)
  }
  return runBigCourse({ ...flow, amount }, tracing, bigPurses({ ...flow, amount }, tracing))
}

const bigPurses = (
  { addresses, amount }: Flow & { readonly amount: readonly bigint[] },
  { policy, initial }: Tracing,
): BigPurses => {
  const limbs = toLimbs(amount, initial)
  if (policy === 'fifo') return limbs ? new LimbLots(addresses, limbs) : new BigLots(addresses)
  return limbs ? new LimbSums(addresses, policy, limbs) : new BigSums(addresses, policy)
}
