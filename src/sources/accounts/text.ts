import { type Engine, type Session, type Sql, sql, typedSql } from '../../engine/index.ts'
import { nothing } from '../../identifiers/index.ts'

/** What stands around a text without being of it, as `String.trim` has it. */
const asciiSpace = ' \t\r\n\v\f'
const space = `${asciiSpace}\u00a0\ufeff\u1680\u2028\u2029\u202f\u205f\u3000`

/** A name that Muster itself gave to a table or column, as SQL. */
export const named = (name: string): Sql => typedSql(`"${name}"`)

/** How the text of a cell is taken from its column. */
export type CellText = (cell: Sql) => Sql

/**
 * How cells of a table are taken: without the space around them, null where nothing remains. To take
 * space away is slow and seldom needed, so one look at all rows tells whether it is.
 */
export const cellTexts = async (
  engine: Engine,
  taken: string,
  columns: number,
): Promise<CellText> => {
  const cells = Array.from({ length: columns }, (_, i) => isSpaced(`c${i}`))
  const spaced = sql`
    select count(*) > 0 as spaced from ${named(taken)} where ${chained(cells, ' or ')}`
  for await (const row of engine.query(spaced))
    if (row.spaced === true) return (cell) => sql`nullif(trim(${cell}, ${space}), '')`
  return (cell) => sql`nullif(${cell}, '')`
}

/** Patterns are slow, so that texts in ASCII do without; there, space comes before all that is seen. */
const isSpaced = (cell: string): Sql => {
  const ends = [...asciiSpace].map((end) => `ends_with(${cell}, '${end}')`)
  return sql`
    ${typedSql(`${cell} > '' and ${cell} < '!' or ${ends.join(' or ')}`)}
    or ${typedSql(`strlen(${cell}) > length(${cell})`)}
      and regexp_matches(${typedSql(cell)}, ${`^[${space}]|[${space}]$`})`
}

const cellList = (columns: number): Sql =>
  listed(Array.from({ length: columns }, (_, i) => typedSql(`coalesce(c${i}, '')`)))

/** Several pieces of SQL one after another. */
export const chained = (parts: readonly Sql[], between: string): Sql => ({
  text: parts.map(({ text }) => text).join(between),
  values: parts.flatMap(({ values }) => values),
})

/** Several pieces of SQL with commas between. */
export const listed = (parts: readonly Sql[]): Sql => chained(parts, ', ')

/**
 * Minutes since 1970 of the text in a column: ISO 8601, in UTC where it names no zone, or seconds or
 * milliseconds since 1970; null of any other text.
 */
export const minutesOf = (column: string): Sql =>
  typedSql(`
    case when ${column} like '____-__-%' and ${column} >= '1900' and ${column} < '3000'
        then cast(floor(epoch(try_cast(${column} as timestamptz)) / 60) as integer)
      when regexp_full_match(${column}, '[0-9]{9,10}') then cast(${column} as bigint) // 60
      when regexp_full_match(${column}, '[0-9]{12,13}') then cast(${column} as bigint) // 60000
    end`)

/** Whether a column holds what programs write where there is no value. */
export const isNothing = (column: string): Sql =>
  sql`regexp_full_match(${typedSql(column)}, ${nothing}, 'i')`

/** The rows of a table that was taken, each as one text: the cells that are read, with commas between. */
export const rowTexts = (taken: string, columns: number): Sql => {
  return sql`select row, concat_ws(',', ${cellList(columns)}) as text from ${named(taken)}`
}

/** Lets go of a table that was taken. */
export const dropTaken = async (session: Session, taken: string): Promise<void> => {
  await session.run(sql`drop view ${named(taken)}`)
  await session.run(sql`drop table ${named(`${taken}_read`)}`)
}
