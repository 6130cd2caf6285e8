import type { StateStatement } from '../../model/index.ts'
import { type Column, columns } from './columns.ts'

const names: Partial<Record<Column, keyof StateStatement>> = {
  valid_from: 'validFrom',
  valid_to: 'validTo',
}

/**
 * A statement under the names of the contract, in its order and without what it does not say: as JSON
 * it is a line that `openStateStatements` reads back to the same statement.
 */
export const toContractRow = (
  statement: StateStatement,
): Partial<Record<Column, string | number>> => {
  const said = columns.flatMap((column) => {
    const value = statement[names[column] ?? (column as keyof StateStatement)]
    return value === undefined ? [] : [[column, value] as const]
  })
  return Object.fromEntries(said)
}
