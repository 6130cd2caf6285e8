import { type Millibits, toMillibits } from '../../../model/index.ts'
import { expectedShare, mostMoved, pseudoCases, type Rival, tableBits } from './weights.ts'

/** Decided groups of one kind of decision, and in how many of them accounts share a kind of value. */
export type Count = {
  readonly cases: number
  /** Sum over the groups of the part of each that shares, in thousandths of a group. */
  readonly shared: number
}

/** Cleared groups of a home are at most this likely to share what operators seldom share. */
const mostExpected = 0.95

/**
 * By how much decided groups move the bits of a kind against a rival. How often either side shares is
 * held against what the table expects, shrunk by pseudo-cases as the information component is (Bate and
 * others, 1998, A Bayesian neural network method for adverse drug reaction signal generation); more
 * sharing in confirmed rings never lowers it, and with no groups it is 0 exactly.
 */
export const movedBits = (
  { rival, kind }: { readonly rival: Rival; readonly kind: string },
  { confirmed, cleared }: { readonly confirmed: Count; readonly cleared: Count },
): Millibits => {
  const share = expectedShare(kind)
  if (share === 0) return 0
  const innocent = Math.min(mostExpected, share * 2 ** (-tableBits(rival, kind) / 1000))
  const bits = shrunk(confirmed, share) - shrunk(cleared, innocent)
  return Math.max(-mostMoved, Math.min(mostMoved, toMillibits(bits))) + 0
}

/** log2 of observed over expected, as if so many pseudo-cases more had been either. */
const shrunk = ({ cases, shared }: Count, share: number): number =>
  Math.log2((pseudoCases + shared / 1000) / (pseudoCases + cases * share))
