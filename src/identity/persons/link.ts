import type { Gathered } from './gather.ts'
import { sortByKind } from './kinds.ts'
import { finishTable, type LinkedTable, type LinkOptions, prepareTable } from './link-table.ts'
import { comparePairs, type Pairs, type PairsJob, type ReachPairs } from './pairs.ts'

/** Records that are linked, each kind by itself. */
export type Linked = {
  readonly tables: readonly LinkedTable[]
  /** Which table each row is in, and as which of its rows. */
  readonly tableOf: Int32Array
  readonly placeOf: Int32Array
  /** The column that says of what kind records are. */
  readonly kindBy: string | undefined
  /** The id that a row states. */
  readonly idOf: (row: number) => string | undefined
  /** Of each row the first that is of the same person. */
  readonly personOf: Int32Array
  readonly compared: number
  /** Share of the pairs of one person that are expected to have been compared. */
  readonly ceiling: number
  readonly crowded: number
}

/** Finds which rows are of one person, or of one organisation: records of two kinds are never one. */
export const linkRows = (
  gathered: readonly Gathered[],
  rows: number,
  options: LinkOptions,
): Linked => {
  const { sorted, by } = sortByKind(gathered, rows)
  const tables = sorted.map((each) => {
    const table = prepareTable(each, options.reach)
    const compared = comparePairs(table.job, table.comparison, reachPairs(options))
    return finishTable(table, compared, options)
  })
  return putTogether(tables, { gathered, rows, by })
}

/** Compares pairs in threads; undefined where it is not worth it. */
export type CompareInThreads = (job: PairsJob, reach: ReachPairs) => Promise<Pairs | undefined>

/** The same as `linkRows`, with pairs compared in threads. */
export const linkRowsInThreads = async (
  gathered: readonly Gathered[],
  rows: number,
  { compareInThreads, ...options }: LinkOptions & { readonly compareInThreads: CompareInThreads },
): Promise<Linked> => {
  const { sorted, by } = sortByKind(gathered, rows)
  const tables: LinkedTable[] = []
  for (const each of sorted) {
    const table = prepareTable(each, options.reach)
    const reach = reachPairs(options)
    const compared =
      (await compareInThreads(table.job, reach)) ?? comparePairs(table.job, table.comparison, reach)
    tables.push(finishTable(table, compared, options))
  }
  return putTogether(tables, { gathered, rows, by })
}

const reachPairs =
  ({ reach }: LinkOptions): ReachPairs =>
  (done, total) =>
    reach('comparing pairs', done, total)

type Whole = {
  readonly gathered: readonly Gathered[]
  readonly rows: number
  readonly by: string | undefined
}

const putTogether = (tables: readonly LinkedTable[], { gathered, rows, by }: Whole): Linked => {
  const [tableOf, placeOf] = [new Int32Array(rows), new Int32Array(rows)]
  const personOf = new Int32Array(rows)
  tables.forEach((table, at) => {
    table.rows.forEach((row, place) => {
      tableOf[row] = at
      placeOf[row] = place
      personOf[row] = table.rows[table.personOf[place] as number] as number
    })
  })
  const sum = (of: (table: LinkedTable) => number): number =>
    tables.reduce((total, table) => total + of(table), 0)
  const id = gathered.find(({ known }) => known?.role === 'id')
  const of = ({ ceiling }: LinkedTable): number => ceiling.all
  return {
    tables,
    tableOf,
    placeOf,
    kindBy: by,
    idOf: (row) => id?.texts[id.cells[row] as number],
    personOf,
    compared: sum(({ compared }) => compared),
    ceiling: sum(of) === 0 ? 1 : Math.min(1, sum(({ ceiling }) => ceiling.met) / sum(of)),
    crowded: sum(({ crowded }) => crowded),
  }
}
