import { type Sql, typedSql } from '../../../engine/index.ts'
import { kinds } from '../../../sources/index.ts'

/** Each row of what accounts were seen with, with its value as it is compared or kept. */
export const makeSeen: Sql = typedSql(`
  create view flag_seen as
  select o.account, o.kind, o.value, coalesce(n.key, o.value) as key, o.first, o.source, o.row
  from observed o left join normal n on n.kind = o.kind and n.value = o.value`)

/** What is found: marks of values, accounts that a flag can be told of, and rows that raise one. */
export const makeFound: readonly Sql[] = [
  typedSql('create table flag_mark (kind bigint, value varchar, mark varchar, name varchar)'),
  typedSql('create table flag_looked (account varchar, flags uinteger)'),
  typedSql(`
    create table flag_raised (account varchar, flag utinyint, kind utinyint, key varchar,
      name varchar, source utinyint, row bigint)`),
]

/** The inside of `in (…)` for kinds of observations, as the engine numbers them. */
export const kindsIn = (names: readonly string[]): Sql =>
  typedSql(names.map((name) => kinds.indexOf(name)).join(', '))

/** A value of which only a keyed hash was kept: nothing can be read from it. */
export const hidden = "length(value) = 64 and regexp_full_match(value, '[0-9a-f]{64}')"

/** A whole number of the table as SQL, where no parameter may stand. */
export const whole = (number: number): Sql => typedSql(String(Math.trunc(number)))
