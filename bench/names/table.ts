import type { Score } from './baselines.ts'
import { falseRates, measure } from './measure.ts'
import type { RowPairs } from './pairs.ts'

const percent = (share: number): string => `${(100 * share).toFixed(1)}`.padStart(7)

/** Prints the heads of the columns. */
export const printHead = (): void => {
  const heads = ['1e-2', '1e-3', '1e-4', 'prec'].map((head) => head.padStart(7)).join('  ')
  console.log('row'.padEnd(24), 'system'.padEnd(13), '  same  other', heads, '   auc')
}

/** What scores, one a pair, do on a row, in one line. */
export const tellScores = (row: RowPairs, system: string, scores: Float64Array): string => {
  const positives = row.pairs.filter(({ same }) => same).length
  const negatives = row.pairs.length - positives
  const { recall, precision, auc } = measure(row.pairs, scores)
  const shares = recall.map((share, i) => {
    const few = negatives * (falseRates[i] as number) < 1
    return percent(share) + (few ? '*' : ' ')
  })
  return [
    row.row.padEnd(24),
    system.padEnd(13),
    String(positives).padStart(6),
    String(negatives).padStart(6),
    ...shares,
    percent(precision),
    auc.toFixed(4).padStart(8),
  ].join(' ')
}

/** Scores of every pair of a row. */
export const scoreRow = (row: RowPairs, score: Score): Float64Array =>
  Float64Array.from(row.pairs, ({ left, right }) => score(left, right))
