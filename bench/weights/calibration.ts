import { nameWeight, readName } from '../../src/names/index.ts'
import type { Labelled } from '../names/pairs.ts'
import { remember } from '../names/skeleton.ts'

/** Bits that a pair was predicted to have, and whether it is one party. */
export type Predicted = { readonly bits: number; readonly same: boolean }

/** A bin of predictions: their mean, and the log-odds that the counts show. */
export type Bin = {
  readonly from: number
  readonly predicted: number
  readonly observed: number
  readonly same: number
  readonly other: number
}

const width = 4
const half = 0.5

/** Bins of four bits; the outer ones hold all beyond. */
const binOf = (bits: number): number =>
  Math.max(-12, Math.min(24, width * Math.floor(bits / width)))

/**
 * Predicted bits against observed ones: log2 of the share of pairs of one party that fall into a bin,
 * by the share of pairs of two. A bin that one side never falls into is bounded by half a case.
 */
export const calibrate = (pairs: readonly Predicted[]): Bin[] => {
  const bins = new Map<number, { sum: number; same: number; other: number }>()
  let [allSame, allOther] = [0, 0]
  for (const { bits, same } of pairs) {
    const from = binOf(bits)
    const bin = bins.get(from) ?? { sum: 0, same: 0, other: 0 }
    bins.set(from, bin)
    bin.sum += bits
    if (same) [bin.same, allSame] = [bin.same + 1, allSame + 1]
    else [bin.other, allOther] = [bin.other + 1, allOther + 1]
  }
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([from, { sum, same, other }]) => ({
      from,
      predicted: sum / (same + other),
      observed: Math.log2((same + half) / (allSame + 1) / ((other + half) / (allOther + 1))),
      same,
      other,
    }))
}

const read = remember(readName)

/** Below this no pair is nearer to being one party than any other. */
const leastBits = -40

/** What the weight of names predicts for labelled pairs. */
export const predictNames = (pairs: readonly Labelled[]): Predicted[] =>
  pairs.map(({ left, right, same }) => ({
    bits: Math.max(leastBits, nameWeight(read(left), read(right)) / 1000),
    same,
  }))
