import type { Read } from '../../model/index.ts'
import type { ListFile } from '../reader.ts'
import { type Row, readTable, rejected, type Table, textOf } from './tables.ts'

/** A table beside the main one: aliases, addresses or comments, each row naming its party. */
export type SideTable = {
  /** Rows of a party, taken once; rows that nobody will take any more go to `rejects`. */
  rowsOf(party: number, rejects: Read[]): Promise<readonly Row[]>
  /** Rejects the rows that no party took. */
  rest(): AsyncIterable<Read>
}

const orphan = (file: ListFile, row: Row): Read =>
  rejected(file.source.id, row.csv.row, `no party has the number ${row.party}`, textOf(row))

/** Walks an ordered table beside an ordered main table, holding the rows of one party at a time. */
export const walkTable = (file: ListFile, table: Table): SideTable => {
  const rows = readTable(file, table)
  let next: Row | undefined
  const advance = async (rejects: Read[]): Promise<void> => {
    next = undefined
    for (;;) {
      const step = await rows.next()
      if (step.done) return
      if ('party' in step.value) {
        next = step.value
        return
      }
      rejects.push(step.value)
    }
  }
  let opened = false
  const peek = async (rejects: Read[]): Promise<Row | undefined> => {
    if (!opened) await advance(rejects)
    opened = true
    return next
  }
  return {
    rowsOf: async (party, rejects) => {
      const found: Row[] = []
      for (let row = await peek(rejects); row && row.party <= party; row = next) {
        if (row.party === party) found.push(row)
        else rejects.push(orphan(file, row))
        await advance(rejects)
      }
      return found
    },
    rest: async function* () {
      const rejects: Read[] = []
      for (let row = await peek(rejects); row; row = next) {
        yield* rejects.splice(0)
        yield orphan(file, row)
        await advance(rejects)
      }
      yield* rejects
    },
  }
}

/** Holds a whole table, for sets that are not in order: memory then grows with that table. */
export const holdTable = async (file: ListFile, table: Table): Promise<SideTable> => {
  const held = new Map<number, Row[]>()
  const unread: Read[] = []
  for await (const row of readTable(file, table)) {
    if (!('party' in row)) unread.push(row)
    else if (held.has(row.party)) held.get(row.party)?.push(row)
    else held.set(row.party, [row])
  }
  return {
    rowsOf: async (party) => {
      const found = held.get(party) ?? []
      held.delete(party)
      return found
    },
    rest: async function* () {
      yield* unread
      for (const rows of held.values()) for (const row of rows) yield orphan(file, row)
    },
  }
}

/** A set without that table. */
export const noTable: SideTable = { rowsOf: async () => [], rest: async function* () {} }
