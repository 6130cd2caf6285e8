import type { Millibits } from '../../model/index.ts'
import { unpairedCost } from '../../names/index.ts'
import { isCovered } from './mask.ts'
import { type NameTable, rankInformation, rankPosition } from './name-table.ts'

/** Tokens of the query and of a name that may have a partner, as bits. */
export type Covered = { readonly left: number; readonly right: number }

/**
 * What is left of `reach` when the tokens that nothing covers are paid for, or something below the
 * floor as soon as that is certain. `ranked` are the tokens of the query; of the name, the dearest so
 * many as the query has initials count as those that they stand for.
 */
export const afterLeftovers = (
  { starts, ranked: rankedNames }: NameTable,
  name: number,
  {
    ranked,
    initials,
  }: { readonly ranked: readonly number[]; readonly initials: readonly number[] },
  { left, right }: Covered,
  { reach, floor }: { readonly reach: Millibits; readonly floor: Millibits },
): Millibits => {
  const end = starts[name + 1] as number
  let [i, j, skip, rest] = [0, starts[name] as number, initials.length, reach]
  while (rest >= floor) {
    while (i < ranked.length && isCovered(left, rankPosition(ranked[i] as number))) i++
    while (j < end && (isCovered(right, rankPosition(rankedNames[j] as number)) || skip-- > 0)) j++
    if (i >= ranked.length && j >= end) break
    const a = i < ranked.length ? rankInformation(ranked[i++] as number) : 0
    const b = j < end ? rankInformation(rankedNames[j++] as number) : 0
    rest -= unpairedCost(a, b)
  }
  return rest
}
