import { madePairs } from './made.ts'
import { koreanPairs } from './made-korean.ts'
import { type Half, listPairs, type RowPairs } from './pairs.ts'
import { loadParties } from './party.ts'

/** Labelled pairs of the rows that begin with one of the words, of all rows without a word. */
export const loadRows = async (
  starts: readonly string[],
  halves: readonly Half[],
  mine: (row: string) => boolean = () => true,
): Promise<RowPairs[]> => {
  const wanted = (row: string): boolean =>
    mine(row) && (starts.length === 0 || starts.some((start) => row.startsWith(start)))
  const fromLists = (start: string): boolean => !start.startsWith('made') || /^made-s/.test(start)
  const parties = starts.length === 0 || starts.some(fromLists) ? await loadParties() : []
  return [
    ...listPairs(parties, { halves, wanted }),
    ...koreanPairs({ halves, wanted }),
    ...madePairs(parties, { halves, wanted }),
  ].sort((a, b) => Number(a.row > b.row) - Number(a.row < b.row))
}
