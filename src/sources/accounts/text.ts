import { type Session, type Sql, sql, typedSql } from '../../engine/index.ts'
import { nothing } from '../../identifiers/index.ts'

/** What stands around a text without being of it, as `String.trim` has it. */
const space = ' \t\r\n\v\f\u00a0\ufeff\u1680\u2028\u2029\u202f\u205f\u3000'

/** A name that Muster itself gave to a table or column, as SQL. */
export const named = (name: string): Sql => typedSql(`"${name}"`)

/**
 * The text of a cell without the space around it; null where nothing remains. Taking other space than
 * blanks away is slow and seldom needed.
 */
export const cellText = ({ text, values }: Sql): Sql => ({
  text: `nullif(case when regexp_matches(${text}, '^[${space}]|[${space}]$')
    then trim(${text}, '${space}') else ${text} end, '')`,
  values: [...values, ...values, ...values],
})

/** Several pieces of SQL one after another, with commas between. */
export const listed = (parts: readonly Sql[]): Sql => ({
  text: parts.map(({ text }) => text).join(', '),
  values: parts.flatMap(({ values }) => values),
})

/**
 * Minutes since 1970 of the text in a column: ISO 8601, in UTC where it names no zone, or seconds or
 * milliseconds since 1970; null of any other text.
 */
export const minutesOf = (column: string): Sql =>
  typedSql(`
    case when ${column}[5] = '-' and ${column}[8] = '-' and ${column} >= '1900' and ${column} < '3000'
        then cast(floor(epoch(try_cast(${column} as timestamptz)) / 60) as integer)
      when regexp_full_match(${column}, '[0-9]{9,10}') then cast(${column} as bigint) // 60
      when regexp_full_match(${column}, '[0-9]{12,13}') then cast(${column} as bigint) // 60000
    end`)

/** Whether a column holds what programs write where there is no value. */
export const isNothing = (column: string): Sql =>
  sql`regexp_full_match(${typedSql(column)}, ${nothing}, 'i')`

/** The rows of a table that was taken, each as one text: the cells that are read, with commas between. */
export const rowTexts = (taken: string, columns: number): Sql => {
  const cells = Array.from({ length: columns }, (_, i) => typedSql(`coalesce(c${i}, '')`))
  return sql`select row, concat_ws(',', ${listed(cells)}) as text from ${named(taken)}`
}

/** Lets go of a table that was taken. */
export const dropTaken = async (session: Session, taken: string): Promise<void> => {
  await session.run(sql`drop view ${named(taken)}`)
  await session.run(sql`drop table ${named(`${taken}_read`)}`)
}
