import type { Sql, Value } from './engine.ts'

const isSql = (part: Value | Sql): part is Sql =>
  typeof part === 'object' && part !== null && 'text' in part

/**
 * SQL with bound parameters: a value becomes `?`, another `sql` is spliced in with its own values.
 *
 * @example sql`select * from statement where entity = ${entity}`
 */
export const sql = (parts: TemplateStringsArray, ...filling: readonly (Value | Sql)[]): Sql => {
  let text = parts[0] ?? ''
  const values: Value[] = []
  filling.forEach((part, i) => {
    if (isSql(part)) {
      text += part.text
      values.push(...part.values)
    } else {
      text += '?'
      values.push(part)
    }
    text += parts[i + 1] ?? ''
  })
  return { text, values }
}

/**
 * The inside of `in (…)`: one parameter a value; `null`, which equals nothing, where there is none.
 *
 * @example sql`select * from statement where source in (${anyOf(sources)})`
 */
export const anyOf = (values: readonly Value[]): Sql => ({
  text: values.length === 0 ? 'null' : values.map(() => '?').join(', '),
  values,
})

/** SQL that a person typed, as `muster sql` runs it. */
export const typedSql = (text: string): Sql => ({ text, values: [] })
