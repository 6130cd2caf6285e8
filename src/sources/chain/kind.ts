import { type Session, type Sql, sql, typedSql } from '../../engine/index.ts'
import { plain } from '../accounts/fields.ts'
import { chained } from '../accounts/text.ts'
import type { Scale } from './amounts.ts'

/** When a row is one, and why it is, in SQL. */
export type Fault = readonly [is: string, reason: string]

/**
 * A kind of file and how its rows are read, all in SQL: the text of field `value` is `value_text`,
 * null where it is blank or has no column.
 */
export type ChainKind = {
  readonly id: string
  /** Fields without which a file is of another kind; `a|b` is either. */
  readonly marks: readonly string[]
  /** Fields that are read, with other names of their columns. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Columns of the official layout that are left on purpose. */
  readonly left: readonly string[]
  /**
   * Fields whose texts are taken as they are, of a kind that comes in bulk: a file that is sound and has
   * no space around them is then taken at once.
   */
  readonly texts?: readonly string[]
  /** Table that rows go to; its first columns are `source`, null while a row has a fault, and `row`. */
  readonly into: string
  /** What is worked out of the texts, by name. */
  readonly read: (scale: Scale) => Readonly<Record<string, string>>
  /** The columns of the table after `row`. */
  readonly values: readonly string[]
  /** What a file with a certain field tells beside: of rows that are sound and have it, values for another table. */
  readonly beside?: {
    readonly field: string
    readonly into: string
    readonly values: readonly string[]
  }
  /** Rows that are sound and move nothing. */
  readonly passed?: readonly Fault[]
  readonly faults: (scale: Scale) => readonly Fault[]
}

/** The field of a kind that a column is named after. */
export const toChainField = ({ fields }: ChainKind): ((column: string) => string | undefined) => {
  const spelled = new Map(
    Object.entries(fields).flatMap(([field, names]) =>
      [field, ...names].map((name) => [plain(name), field] as const),
    ),
  )
  return (column) => spelled.get(plain(column))
}

/** What is worked out of the cells of a query. */
export const readCells = (kind: ChainKind, scale: Scale, cells: Sql): Sql => {
  const worked = Object.entries(kind.read(scale)).map(([name, text]) => `${text} as ${name}`)
  return sql`select *, ${typedSql([...worked, '0 as nothing'].join(', '))} from (${cells})`
}

export const hasUnread = async (session: Session, into: Sql): Promise<boolean> => {
  const query = sql`select count(*) > 0 as unread from ${into} where source is null`
  for await (const { unread } of session.query(query)) return unread === true
  return false
}

export const anyOf = (faults: readonly Fault[]): Sql =>
  chained(
    faults.map(([is]) => typedSql(`(${is})`)),
    ' or ',
  )
