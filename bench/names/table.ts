import type { Score } from './baselines.ts'
import { falseRates, measure } from './measure.ts'
import type { RowPairs } from './pairs.ts'

const percent = (share: number): string => `${(100 * share).toFixed(1)}`.padStart(7)

/** Prints the heads of the columns. */
export const printHead = (): void => {
  const heads = ['1e-2', '1e-3', '1e-4', 'prec'].map((head) => head.padStart(7)).join('  ')
  console.log('row'.padEnd(24), 'system'.padEnd(13), '  same  other', heads, '   auc')
}

/** Prints what scores, one a pair, do on a row. */
export const printScores = (row: RowPairs, system: string, scores: Float64Array): void => {
  const positives = row.pairs.filter(({ same }) => same).length
  const negatives = row.pairs.length - positives
  const { recall, precision, auc } = measure(row.pairs, scores)
  const shares = recall.map((share, i) => {
    const few = negatives * (falseRates[i] as number) < 1
    return percent(share) + (few ? '*' : ' ')
  })
  console.log(
    row.row.padEnd(24),
    system.padEnd(13),
    String(positives).padStart(6),
    String(negatives).padStart(6),
    ...shares,
    percent(precision),
    auc.toFixed(4).padStart(8),
  )
}

/** Scores every pair of a row and prints what that does. */
export const printRow = (row: RowPairs, system: string, score: Score): Float64Array => {
  const scores = Float64Array.from(row.pairs, ({ left, right }) => score(left, right))
  printScores(row, system, scores)
  return scores
}
