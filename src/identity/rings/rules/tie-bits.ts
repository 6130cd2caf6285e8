import { type Millibits, toMillibits } from '../../../model/index.ts'

/**
 * Bits by which a value ties an account to a group that holds it: its strength against chance, back
 * to that of two holders where all its other holders are in the group, and less, twice over, where
 * they are not: then it is more likely somebody else's.
 */
export const tieBits = (
  strength: Millibits,
  { inside, others }: { readonly inside: number; readonly others: number },
): Millibits => strength + toMillibits(Math.log2(others) - 2 * Math.log2(others / inside))
