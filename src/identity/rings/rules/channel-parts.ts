import type { Millibits } from '../../../model/index.ts'
import { channelMost, channelRest } from './weights.ts'

/** A value of one channel: what it says of those who share it, and who they are. */
export type Shared = { readonly bits: Millibits; readonly members: readonly number[] }

/**
 * What each value of one channel adds to a group of `size`. Of each member the best value counts
 * whole, the others a quarter, and the channel says what it says of its members on average, 12 bits
 * at most. Ties go to the first. The parts are whole millibits; their sum is what the channel says.
 */
export const channelParts = (shared: readonly Shared[], size: number): readonly Millibits[] => {
  const best = new Map<number, number>()
  shared.forEach(({ bits, members }, i) => {
    for (const member of members) {
      const other = best.get(member)
      if (other === undefined || bits > (shared[other] as Shared).bits) best.set(member, i)
    }
  })
  const parts = shared.map(({ bits, members }, i) => {
    const whole = members.filter((member) => best.get(member) === i).length
    return (bits * (whole + (members.length - whole) * channelRest)) / size
  })
  const sum = parts.reduce((total, part) => total + part, 0)
  const scale = sum > channelMost ? channelMost / sum : 1
  return parts.map((part) => Math.round(part * scale) + 0)
}
