import { type Session, type Sql, sql, typedSql } from '../../engine/index.ts'

/** Counts rows with a reason. */
export const leaveOut = (session: Session, from: Sql): Promise<void> =>
  session.run(sql`
    insert into left_out
    select source, reason, count(*) from ${from}
    where reason is not null group by all order by all`)

type Rejecting = { readonly from: Sql; readonly reason: string; readonly text: string }

/** Rejects rows that only turn out to be at fault beside those of other files. */
export const reject = (session: Session, { from, reason, text }: Rejecting): Promise<void> =>
  session.run(sql`
    insert into rejected
    select source, placed || ':' || row, ${reason}, text
    from (select source, row, ${typedSql(text)} as text from ${from}) join taken_file using (source)
    order by source, row`)
