import type { Linked } from './link.ts'

/**
 * Names each person by the least id of its rows in code-point order, which does not depend on the order of
 * rows. Where ids come again, as row numbers of two files do, a further person of one name is `7#2`.
 */
export const labelPersons = (
  { tables, tableOf, placeOf, personOf }: Linked,
  ids: readonly string[],
): readonly string[] => {
  const starts = tables.map((_, at) =>
    tables.slice(0, at).reduce((sum, { records }) => sum + records.count, 0),
  )
  const recordOf = (row: number): number => {
    const table = tableOf[row] as number
    const place = tables[table]?.records.recordOf[placeOf[row] as number] as number
    return (starts[table] as number) + place
  }
  const least = new Map<number, { id: string; record: number }>()
  personOf.forEach((person, row) => {
    const id = ids[row] as string
    const record = recordOf(row)
    const found = least.get(person)
    if (!found) least.set(person, { id, record })
    else {
      if (id < found.id) found.id = id
      found.record = Math.min(found.record, record)
    }
  })
  const order = [...least].sort(([, a], [, b]) => {
    if (a.id !== b.id) return a.id < b.id ? -1 : 1
    return a.record - b.record
  })
  const taken = new Set([...least.values()].map(({ id }) => id))
  const labels = new Map<number, string>()
  let before: string | undefined
  for (const [person, { id }] of order) {
    labels.set(person, id === before ? nextFree(id, taken) : id)
    before = id
  }
  return Array.from(personOf, (person) => labels.get(person) as string)
}

const nextFree = (id: string, taken: Set<string>): string => {
  let nth = 2
  while (taken.has(`${id}#${nth}`)) nth++
  taken.add(`${id}#${nth}`)
  return `${id}#${nth}`
}
