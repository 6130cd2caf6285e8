import { type Sql, sql, typedSql } from '../../../engine/index.ts'
import type { Marker } from '../rules/markers.ts'
import type { Flag, FlagRule } from '../table.ts'
import { hidden, kindsIn, whole } from './seen.ts'

/** Accounts by a rule: those at which there is what it needs. Undefined where a list is missing. */
type Looked = (flag: Flag, rule: never, markers: readonly Marker[]) => Sql | undefined

const ofKinds = ({ kinds }: Flag): Sql => sql`
  select distinct account from observed
  where kind in (${kindsIn(kinds)}) and not (${typedSql(hidden)})`

const byMark = (flag: Flag, mark: string, markers: readonly Marker[]): Sql | undefined => {
  const marker = markers.find((each) => each.mark === mark)
  return marker?.partial
    ? sql`
        select distinct o.account from observed o
        join flag_mark m on m.kind = o.kind and m.value = o.value where m.mark = ${mark}`
    : marker && ofKinds(flag)
}

const looked: { readonly [Form in FlagRule['form']]: Looked } = {
  any: (flag, { mark }: Rule<'any'>, markers) => byMark(flag, mark, markers),
  'several-names': (flag, { mark }: Rule<'several-names'>, markers) => byMark(flag, mark, markers),
  only: (flag, { mark, least }: Rule<'only'>, markers) =>
    markers.some((marker) => marker.mark === mark)
      ? sql`
          select account from flag_seen
          where kind in (${kindsIn(flag.kinds)}) and not (${typedSql(hidden)})
          group by account having count(distinct key) >= ${whole(least)}`
      : undefined,
  // Whether two values are one is told of hashes as well.
  'several-values': ({ kinds }, { days }: Rule<'several-values'>) => sql`
    select distinct account from observed where kind in (${kindsIn(kinds)})
    ${typedSql(days === undefined ? '' : 'and first is not null')}`,
  'soon-after': ({ kinds }, { after }: Rule<'soon-after'>) => sql`
    select account from observed where first is not null and kind in (${kindsIn(kinds)})
    intersect
    select account from observed where first is not null and kind in (${kindsIn(after)})`,
}

type Rule<Form extends FlagRule['form']> = Extract<FlagRule, { form: Form }>

/** Notes the accounts at which a flag can be told, as bit `place`; undefined where it can at none. */
export const noteLooked = (
  flag: Flag,
  place: number,
  markers: readonly Marker[],
): Sql | undefined => {
  const accounts = looked[flag.rule.form](flag, flag.rule as never, markers)
  return (
    accounts && sql`insert into flag_looked select account, ${whole(2 ** place)} from (${accounts})`
  )
}
