import type { Records } from './records.ts'
import type { Edges } from './rules/cluster.ts'

/** Pairs of one person, and how many of them were compared. */
export type Ceiling = { readonly all: number; readonly met: number }

/**
 * How many of the pairs of one person some key brought together, as the persons found tell: two records
 * of a person may have been joined through others without ever having been compared. An upper bound, since
 * those that nothing joined are not seen.
 */
export const estimateCeiling = (
  { rows, recordOf }: Records,
  personOf: Int32Array,
  { a, b }: Edges,
): Ceiling => {
  const [sizes, firstRow] = [new Map<number, number>(), new Int32Array(rows.length)]
  personOf.forEach((person, row) => {
    sizes.set(person, (sizes.get(person) ?? 0) + 1)
    firstRow[recordOf[row] as number] = row
  })
  const personOfRecord = firstRow.map((row) => personOf[row] as number)
  let [all, met] = [0, 0]
  for (const size of sizes.values()) all += (size * (size - 1)) / 2
  for (const times of rows) met += (times * (times - 1)) / 2
  for (let at = 0; at < a.length; at++) {
    const [one, other] = [a[at] as number, b[at] as number]
    if (personOfRecord[one] === personOfRecord[other])
      met += (rows[one] as number) * (rows[other] as number)
  }
  return { all, met }
}
