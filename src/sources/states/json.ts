import { type Column, toColumn } from './columns.ts'
import type { Row } from './statement.ts'

/** The values of a line of JSON by columns of the contract, or why it has none. */
export const toJsonRow = (
  value: unknown,
): { readonly values: Row } | { readonly reason: string } => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { reason: 'the line is no JSON object' }
  const values = new Map<Column, string>()
  for (const [name, member] of Object.entries(value)) {
    const column = toColumn(name)
    if (!column || member === null || member === undefined) continue
    if (typeof member !== 'string' && typeof member !== 'number')
      return { reason: `${name} is no text and no number` }
    if (values.has(column)) return { reason: `${column} is said twice` }
    const written = String(member).trim()
    if (written) values.set(column, written)
  }
  return { values }
}
