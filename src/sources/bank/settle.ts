import { type Engine, type Session, sql, typedSql } from '../../engine/index.ts'
import { dropRepeated } from '../chain/repeated.ts'

/** Days between what one bank books of a payment and what the other does. */
const daysApart = 5
const day = 86_400_000

/**
 * Puts payments of all messages together and hands them to `moved`: one that several messages tell is
 * one payment, and a reversal knows what it undoes. Within a moment an account receives before it pays,
 * and reversals come last, so that none is thought to pay what it does not have yet.
 *
 * Leaves `bank_move`, which tells of each row of `moved` the `place` of the element that proves it, the
 * account whose bank tells it, and of a reversal the file and row of the `original`.
 */
export const settleBank = (engine: Engine): Promise<void> =>
  engine.transaction(async (session) => {
    await session.run(layMoves)
    await dropRepeated(session, 'bank_move', {
      key: `own, coalesce(reference, tx, source || ':' || row), tx, time // ${day}, src, dst, asset, amount, kind`,
      several: 'true',
    })
    await dropOtherViews(session)
    await session.run(linkReversals)
    // Positions part only what has one time: by part, then in the order of the file.
    await session.run(sql`
      insert into moved
      select source, row, null, part * 1099511627776 + row, time, tx, src, dst, asset, amount, kind
      from bank_move`)
    await session.run(sql`
      insert into nametag
      select distinct source, account, name from bank_name order by source, account, name`)
    for (const table of ['bank_told', 'bank_name'])
      await session.run(sql`drop table ${typedSql(table)}`)
  })

const layMoves = sql`
  create table bank_move as
  select source::usmallint as source, row, place, time, tx, is_uetr = 1 as is_uetr, reference,
    src, dst, asset, amount::hugeint as amount, kind::utinyint as kind, own,
    is_reversal = 1 as is_reversal,
    case when is_reversal = 1 then 2 when dst = own then 0 else 1 end as part,
    null::struct(source usmallint, row bigint) as original
  from bank_told`

/**
 * A payment stands in the statement of who pays, in that of who is paid, and in the message between
 * their banks. It is the same where the references, the ends and the amount are, and the days are near.
 * One of each is paired with the nearest of the others. A UETR needs neither days nor ends: there is one
 * payment with it, and each bank knows the account of its own best.
 */
const dropOtherViews = async (session: Session): Promise<void> => {
  for (const step of [layViews, layTwins, ...tellEnds]) await session.run(step)
  await session.run(sql`
    insert into left_out
    select source, 'said by another message too', count(distinct id) from bank_twin
    group by source order by source`)
  await session.run(sql`delete from bank_move where rowid in (select id from bank_twin)`)
  for (const table of ['bank_view', 'bank_twin'])
    await session.run(sql`drop table ${typedSql(table)}`)
}

/** `view` is 0 of who pays, 1 of who is paid, 2 between the banks; `ends` are what must be equal. */
const layViews = sql`
  create temp table bank_view as
  select *, row_number() over (
      partition by tx, ends, asset, amount, kind, is_reversal, time, view order by source, row) as nth
  from (
    select *, rowid as id, case when own = src then 0 when own = dst then 1 else 2 end as view,
      case when is_uetr and dst is not null then '' else src || chr(10) || coalesce(dst, '') end as ends
    from bank_move where tx is not null)`

const layTwins = sql`
  create temp table bank_twin as
  select later.id, later.source, later.view, later.is_uetr, later.src, later.dst,
    earlier.id as kept, earlier.view as kept_view
  from bank_view later
  join bank_view earlier using (tx, ends, asset, amount, kind, is_reversal, nth)
  where earlier.view < later.view
    and (later.is_uetr or abs(later.time - earlier.time) <= ${daysApart * day})
  qualify row_number() over (partition by later.id, earlier.view
      order by abs(later.time - earlier.time), earlier.id) = 1
    and row_number() over (partition by earlier.id, later.view
      order by abs(later.time - earlier.time), later.id) = 1`

/** The bank of who is paid tells who that is; the message between the banks, whom nobody else told. */
const tellEnds = [
  sql`
    update bank_move set dst = twin.dst from bank_twin twin
    where bank_move.rowid = twin.kept and twin.is_uetr and twin.kept_view = 0 and twin.view = 1`,
  sql`
    update bank_move set dst = twin.dst from bank_twin twin
    where bank_move.rowid = twin.kept and twin.is_uetr and twin.kept_view = 0 and twin.view = 2
      and starts_with(bank_move.dst, 'unknown: ')`,
  sql`
    update bank_move set src = twin.src from bank_twin twin
    where bank_move.rowid = twin.kept and twin.is_uetr and twin.kept_view = 1 and twin.view = 2
      and starts_with(bank_move.src, 'unknown: ')`,
]

/** A reversal undoes the last payment before it with its references, its ends turned round and its amount. */
const linkReversals = sql`
    update bank_move set original = found.original
    from (
      select back.rowid as id,
        max_by({'source': paid.source, 'row': paid.row}, (paid.time, paid.source, paid.row)) as original
      from bank_move back join bank_move paid
        on paid.src = back.dst and paid.dst = back.src and paid.asset = back.asset
        and paid.amount = back.amount and (paid.tx = back.tx or paid.reference = back.reference)
      where back.is_reversal and not paid.is_reversal and paid.time <= back.time
      group by back.rowid) found
    where bank_move.rowid = found.id`
