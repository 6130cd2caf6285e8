import type { TruthSet } from './sets.ts'

/** A cluster number a row: rows that state the same in every column, without case, are one. */
export const exactMatch = ({ rows }: TruthSet): Int32Array => {
  const first = new Map<string, number>()
  return Int32Array.from(rows, (cells, row) => {
    const key = cells.map((cell) => cell.trim().toLowerCase()).join('\n')
    const person = first.get(key) ?? row
    first.set(key, person)
    return person
  })
}
