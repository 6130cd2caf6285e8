import type { Gathered } from './gather.ts'
import type { Role } from './rules/headers.ts'
import { endsInForm, type RecordKind, toRecordKind } from './rules/kinds.ts'

/** The rows of one kind, with the texts that they state. */
export type Sorted = {
  readonly kind: RecordKind
  readonly rows: Int32Array
  readonly gathered: readonly Gathered[]
}

/** The share of a column's filled rows that must name kinds for it to say of what kind records are. */
const most = 0.8

/** What only people have. */
const personal: ReadonlySet<Role> = new Set<Role>(['given', 'family', 'gender', 'birth'])

/**
 * Sorts rows by what they are of: what a column of kinds says, else a name with a legal form beside
 * nothing that only people have. A file of one kind is left as it is; records that say nothing are people.
 */
export const sortByKind = (
  gathered: readonly Gathered[],
  rows: number,
): { readonly sorted: readonly Sorted[]; readonly by: string | undefined } => {
  const stated = gathered.find((column) => saysKind(column, rows))
  const others = gathered.filter((column) => column !== stated)
  const named = stated?.texts.map(toRecordKind)
  const isPersonal = others.filter(({ known }) => known && personal.has(known.role))
  const firms = others
    .filter(({ known }) => known?.role === 'whole')
    .map(({ cells, texts }) => ({ cells, isFirm: texts.map(endsInForm) }))
  const kindOf = (row: number): RecordKind => {
    const kind = named?.[stated?.cells[row] as number]
    if (kind) return kind
    if (isPersonal.some(({ cells }) => (cells[row] as number) >= 0)) return 'person'
    const isFirm = firms.some(({ cells, isFirm }) => isFirm[cells[row] as number])
    return isFirm ? 'organisation' : 'person'
  }
  const byKind = new Map<RecordKind, number[]>()
  for (let row = 0; row < rows; row++) {
    const kind = kindOf(row)
    const among = byKind.get(kind)
    if (among) among.push(row)
    else byKind.set(kind, [row])
  }
  const sorted = [...byKind]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, among]): Sorted => {
      const own = Int32Array.from(among)
      const columns = byKind.size === 1 ? others : takeAll(others, own)
      return { kind, rows: own, gathered: columns }
    })
  if (sorted.length === 0)
    sorted.push({ kind: 'person', rows: new Int32Array(0), gathered: others })
  return { sorted, by: stated?.field }
}

const saysKind = ({ known, texts, cells }: Gathered, rows: number): boolean => {
  if (known && known.role !== 'kind') return false
  const named = texts.map((text) => toRecordKind(text) !== undefined)
  if (!named.includes(true)) return false
  let [filled, told] = [0, 0]
  for (let row = 0; row < rows; row++) {
    const cell = cells[row] as number
    if (cell < 0) continue
    filled++
    if (named[cell]) told++
  }
  return told >= most * filled
}

/** The columns that some rows fill. */
const takeAll = (columns: readonly Gathered[], rows: Int32Array): readonly Gathered[] =>
  columns.map((column) => takeRows(column, rows)).filter(({ texts }) => texts.length > 0)

/** A column of some rows only, with the texts that they state. */
const takeRows = (column: Gathered, rows: Int32Array): Gathered => {
  const numbers = new Map<number, number>()
  const cells = rows.map((row) => {
    const cell = column.cells[row] as number
    if (cell < 0) return -1
    const number = numbers.get(cell) ?? numbers.size
    numbers.set(cell, number)
    return number
  })
  const texts = Array.from(numbers.keys(), (cell) => column.texts[cell] as string)
  return { ...column, texts, cells }
}
