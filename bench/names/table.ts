import type { Score } from './baselines.ts'
import { falseRates, type Measured, measure } from './measure.ts'
import type { RowPairs } from './pairs.ts'

/** A system of scores by its name. */
export type System = readonly [name: string, score: Score]

/** What systems do on a row. */
export type MeasuredRow = Pick<RowPairs, 'row' | 'apart' | 'homonyms'> & {
  readonly positives: number
  readonly negatives: number
  readonly systems: readonly (readonly [name: string, measured: Measured])[]
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}`.padStart(7)

/** Whether a row has too few negatives for a rate, so that none is allowed. */
export const isFew = (negatives: number, rate: number): boolean => negatives * rate < 1

/** Scores of every pair of a row. */
export const scoreRow = (row: RowPairs, score: Score): Float64Array =>
  Float64Array.from(row.pairs, ({ left, right }) => score(left, right))

/** What scores, one a pair, say of a row. */
export const measureRow = (
  row: RowPairs,
  scored: readonly (readonly [name: string, scores: Float64Array])[],
): MeasuredRow => {
  const positives = row.pairs.filter(({ same }) => same).length
  return {
    row: row.row,
    apart: row.apart,
    homonyms: row.homonyms,
    positives,
    negatives: row.pairs.length - positives,
    systems: scored.map(([name, scores]) => [name, measure(row.pairs, scores)]),
  }
}

/** Prints the heads of the columns. */
export const printHead = (): void => {
  const heads = ['1e-2', '1e-3', '1e-4', 'prec'].map((head) => head.padStart(7)).join('  ')
  console.log('row'.padEnd(24), 'system'.padEnd(13), '  same  other', heads, '   auc')
}

/** Prints a row, one line for each system, and what was left out of it. */
export const printRow = ({ row, positives, negatives, systems, ...out }: MeasuredRow): void => {
  for (const [name, { recall, precision, auc }] of systems)
    console.log(
      row.padEnd(24),
      name.padEnd(13),
      String(positives).padStart(6),
      String(negatives).padStart(6),
      ...recall.map(
        (share, i) => percent(share) + (isFew(negatives, falseRates[i] as number) ? '*' : ' '),
      ),
      percent(precision),
      auc.toFixed(4).padStart(8),
    )
  console.log(`${' '.repeat(24)} kept apart ${out.apart}, homonyms left out ${out.homonyms}`)
}
