import type {
  CountKind,
  Credibility,
  Reliability,
  StatementRelation,
  StateStatement,
} from '../../model/index.ts'
import { sha256, toSpan } from '../../model/index.ts'
import type { Column } from './columns.ts'
import { toDate, toNumber, toProp, toState, toWord, type Value } from './values.ts'

/** What a row says in each column; blank cells are left out. */
export type Row = ReadonlyMap<Column, string>

/** A statement, or the column and the reason for which the row is none. */
export type RowRead =
  | { readonly statement: StateStatement }
  | { readonly column?: Column; readonly reason: string }

const kinds: readonly CountKind[] = ['stock', 'flow', 'trips', 'visas', 'plan']
const relations: readonly StatementRelation[] = [
  'repeats',
  'contradicts',
  'corrects',
  'derived_from',
]
const reliabilities: readonly Reliability[] = ['A', 'B', 'C', 'D', 'E', 'F']

const text = (value: string): Value<string> => ({ value })

const toCredibility = (written: string): Value<Credibility> => {
  const grade = toWord(['1', '2', '3', '4', '5', '6'])(written)
  return 'value' in grade ? { value: Number(grade.value) as Credibility } : grade
}

type Field = {
  readonly column: Column
  readonly name: keyof StateStatement
  readonly read: (written: string) => Value<string | number>
  /** What to say where the cell is blank and may not be. */
  readonly needed?: string
}

const fields: readonly Field[] = [
  { column: 'state', name: 'state', read: toState, needed: 'no state' },
  { column: 'cohort', name: 'cohort', read: text },
  { column: 'prop', name: 'prop', read: toProp, needed: 'no property: what does it say?' },
  { column: 'lo', name: 'lo', read: toNumber },
  { column: 'hi', name: 'hi', read: toNumber },
  { column: 'unit', name: 'unit', read: text },
  { column: 'kind', name: 'kind', read: toWord(kinds) },
  { column: 'valid_from', name: 'validFrom', read: toDate },
  { column: 'valid_to', name: 'validTo', read: toDate },
  { column: 'known', name: 'known', read: toDate, needed: 'no known date: when was it learned?' },
  { column: 'origin', name: 'origin', read: text, needed: 'no origin: who said it first?' },
  { column: 'carrier', name: 'carrier', read: text },
  {
    column: 'reliability',
    name: 'reliability',
    read: toWord(reliabilities),
    needed: 'no reliability: A to F, where F is not judged',
  },
  {
    column: 'credibility',
    name: 'credibility',
    read: toCredibility,
    needed: 'no credibility: 1 to 6, where 6 is not judged',
  },
  { column: 'relation', name: 'relation', read: toWord(relations) },
  { column: 'target', name: 'target', read: text },
]

/** Reads one row of the statements contract; the first thing that is wrong with it is its reason. */
export const toStatement = (row: Row): RowRead => {
  const said: Record<string, string | number> = {}
  for (const { column, name, read, needed } of fields) {
    const written = row.get(column)
    if (written === undefined) {
      if (needed) return { column, reason: needed }
      continue
    }
    const value = read(written)
    if ('reason' in value) return { column, reason: value.reason }
    said[name] = value.value
  }
  const content = { ...said, text: row.get('text') ?? '' } as Omit<StateStatement, 'id'>
  const statement: StateStatement = { id: row.get('id') ?? statementIdOf(content), ...content }
  return faultOf(statement) ?? { statement }
}

/** Id of a statement whose file gives none: a hash of all that it says. */
const statementIdOf = (content: Omit<StateStatement, 'id'>): string =>
  `st-${digestOf(content).slice(0, 20)}`

/** SHA-256 of all that a statement says but its id: fields come in the order of the contract. */
export const digestOf = ({ id: _, ...content }: Partial<StateStatement>): string =>
  sha256(JSON.stringify(content))

/** What is wrong between the fields of a statement. */
const faultOf = (statement: StateStatement): RowRead | undefined => {
  const { lo, hi, kind, prop, validFrom, validTo, relation, target, id } = statement
  if (lo !== undefined && hi !== undefined && lo > hi)
    return { column: 'lo', reason: `the least (${lo}) is more than the most (${hi})` }
  if (prop === 'headcount' && (lo ?? hi) !== undefined && kind === undefined)
    return { column: 'kind', reason: `a headcount needs a kind: ${kinds.join(', ')}` }
  if (validFrom && validTo && toSpan(validFrom).first > toSpan(validTo).last)
    return { column: 'valid_from', reason: `it begins (${validFrom}) after it ends (${validTo})` }
  if (relation && !target)
    return { column: 'target', reason: `it ${saysOf[relation]} nothing: no target` }
  if (target && !relation) return { column: 'relation', reason: 'it has a target but no relation' }
  if (target === id) return { column: 'target', reason: 'it points to itself' }
  return undefined
}

const saysOf: Readonly<Record<StatementRelation, string>> = {
  repeats: 'repeats',
  contradicts: 'contradicts',
  corrects: 'corrects',
  derived_from: 'is derived from',
}
