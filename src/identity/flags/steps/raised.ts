import { type Sql, sql, typedSql } from '../../../engine/index.ts'
import type { Flag, FlagRule } from '../table.ts'
import { hidden, kindsIn, whole } from './seen.ts'

type Rule<Form extends FlagRule['form']> = Extract<FlagRule, { form: Form }>

/** Rows that raise a flag by a rule: `account, kind, key, name, source, row`. */
type Raising = (flag: Flag, rule: never) => Sql

const minutesADay = 24 * 60

/** Rows whose value bears a mark, with the name of what it is. */
const marked = (mark: string): Sql => sql`
  select s.account, s.kind, s.key, m.name, s.source, s.row
  from flag_seen s join flag_mark m on m.kind = s.kind and m.value = s.value
  where m.mark = ${mark} and m.name is not null`

/** Accounts with two values of some kinds at least, as written: most have one and need no closer look. */
const several = (kinds: readonly string[]): Sql => sql`
  select account from observed where kind in (${kindsIn(kinds)})
  group by account having min(value) <> max(value)`

/** When each value came first to accounts among some. */
const firsts = (kinds: readonly string[], among: Sql): Sql => sql`
  select account, kind, key, min(first) as first from flag_seen
  where kind in (${kindsIn(kinds)}) and first is not null and account in (${among})
  group by account, kind, key`

/** The rows in which values of some kinds came first. */
const rowsOf = (kinds: readonly string[], values: Sql): Sql => sql`
  select account, kind, key, null, source, row
  from (from flag_seen where kind in (${kindsIn(kinds)}))
  join (${values}) using (account, kind, key, first)`

const raising: { readonly [Form in FlagRule['form']]: Raising } = {
  any: (_flag, { mark }: Rule<'any'>) => marked(mark),

  'several-names': (_flag, { mark, least }: Rule<'several-names'>) => sql`
    with own as (${marked(mark)})
    from own where account in (
      select account from own group by account having count(distinct name) >= ${whole(least)})`,

  only: ({ kinds }, { mark, least }: Rule<'only'>) => sql`
    with own as (
      select s.account, s.kind, s.key, s.value, m.name, s.source, s.row
      from flag_seen s
      left join flag_mark m on m.kind = s.kind and m.value = s.value and m.mark = ${mark}
      where s.kind in (${kindsIn(kinds)}))
    select account, kind, key, name, source, row from own where account in (
      select account from own group by account
      having bool_and(name is not null and not (${typedSql(hidden)}))
        and count(distinct key) >= ${whole(least)})`,

  'several-values': ({ kinds }, { least, days }: Rule<'several-values'>) =>
    days === undefined ? severalRows(kinds, least) : severalDays(kinds, { least, days }),

  'soon-after': ({ kinds }, { after, days, settled }: Rule<'soon-after'>) => sql`
    with later as materialized (${newcomers(kinds, { settled, among: several(kinds) })}),
      sooner as (${newcomers(after, { settled, among: sql`select account from later` })}),
      pair as (
        select l, s from later l join sooner s on s.account = l.account
          and l.first between s.first and s.first + ${whole(days * minutesADay)})
    ${rowsOf([...kinds, ...after], sql`select unnest(l) from pair union select unnest(s) from pair`)}`,
}

/** Different values of an account, each of which came first in a row of its own. */
const severalRows = (kinds: readonly string[], least: number): Sql => sql`
  with own as (
    select account, kind, key, min((source, row)) as place
    from flag_seen where kind in (${kindsIn(kinds)}) and account in (${several(kinds)})
    group by account, kind, key)
  select account, kind, key, null, place[1], place[2] from own where account in (
    select account from own group by account having count(distinct place) >= ${whole(least)})`

/** Different values of an account that came on different days, close together. */
const severalDays = (
  kinds: readonly string[],
  { least, days }: { readonly least: number; readonly days: number },
): Sql => sql`
  with own as (${firsts(kinds, several(kinds))}),
    dated as (select distinct account, first // ${whole(minutesADay)} as day from own),
    close as (
      select account, count(*) over (
        partition by account order by day range between ${whole(days)} preceding and current row) as n
      from dated)
  ${rowsOf(
    kinds,
    sql`
    from own where account in (select account from close where n >= ${whole(least)})`,
  )}`

/** Values that came when the account had been seen with others of their kinds for a while. */
const newcomers = (
  kinds: readonly string[],
  { settled, among }: { readonly settled: number; readonly among: Sql },
): Sql => sql`
  from (${firsts(kinds, among)})
  qualify first >= min(first) over (partition by account) + ${whole(settled * minutesADay)}`

/** Notes the rows that raise a flag. */
export const noteRaised = (flag: Flag, place: number): Sql => sql`
  insert into flag_raised
  select account, ${whole(place)}, kind, key, name, source, row
  from (${raising[flag.rule.form](flag, flag.rule as never)}) as found(account, kind, key, name, source, row)`
