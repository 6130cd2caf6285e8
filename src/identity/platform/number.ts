import { type Column, type Engine, type Session, type Sql, sql } from '../../engine/index.ts'
import { type Channel, channelOf, MusterError } from '../../model/index.ts'
import { kinds } from '../../sources/index.ts'
import { readClaims } from './claims.ts'
import { noTime, type Platform, type Sightings, type Values } from './platform.ts'

/**
 * Numbers the facts of an engine by the order of their texts and takes them out as typed arrays. Row
 * ids are final only when their transaction has ended, hence one for each step.
 */
export const numberFacts = async (engine: Engine): Promise<Platform> => {
  for (const step of steps) await engine.transaction((session) => session.run(step))
  const accounts: string[] = []
  await engine.transaction((session) =>
    session.fill(sql`select id from account order by rowid`, [accounts]),
  )
  const values = await engine.transaction(readValues)
  return {
    accounts,
    ...(await readClaims(engine, accounts.length)),
    values,
    sightings: await engine.transaction((session) => readSightings(session, values.key.length)),
  }
}

/** Bits of a row's number beside that of its source. */
const rowBits = 40

/** Row ids of the tables `account` and `value` are the numbers of accounts and values. */
const steps: readonly Sql[] = [
  sql`create table account as
    select id from (
      select account as id from account_row union select account from observed)
    order by id`,
  sql`create table value as
    select kind, key, max(trait) as trait, min(flaw) as flaw from (
      select o.kind, coalesce(n.key, o.value) as key, coalesce(n.trait, 0) as trait, n.flaw
      from (select distinct kind, value from observed) o
      left join normal n on n.kind = o.kind and n.value = o.value)
    group by kind, key
    order by kind, key`,
  sql`create table sighting as
    select v.rowid as value, a.rowid as account, min(o.first) as first, max(o.last) as last,
      sum(o.count) as count, min((o.source::bigint << ${rowBits}) | o.row) as said
    from observed o
    left join normal n on n.kind = o.kind and n.value = o.value
    join value v on v.kind = o.kind and v.key = coalesce(n.key, o.value)
    join account a on a.id = o.account
    group by all`,
]

const count = async (session: Session, query: Sql): Promise<number> => {
  for await (const { n } of session.query(query)) return Number(n)
  throw new MusterError('internal', 'a count gave no row')
}

const readValues = async (session: Session): Promise<Values> => {
  const found = await count(session, sql`select count(*) as n from value`)
  const key: string[] = []
  const [kind, trait] = [new Uint8Array(found), new Uint8Array(found)]
  await session.fill(sql`select kind, key, cast(trait as utinyint) from value order by rowid`, [
    kind,
    key,
    trait,
  ])
  const occurring = [...new Set(kind)]
  const place = new Uint8Array(kinds.length)
  for (const [i, each] of occurring.entries()) place[each] = i
  for (let i = 0; i < found; i++) kind[i] = place[kind[i] as number] as number
  return {
    kind,
    kinds: occurring.map((each) => {
      const name = kinds[each] as string
      return { kind: name, channel: channelOf(name) as Channel }
    }),
    key,
    trait,
  }
}

const readSightings = async (session: Session, values: number): Promise<Sightings> => {
  const found = await count(session, sql`select count(*) as n from sighting`)
  const value = new Uint32Array(found)
  const sightings = {
    start: new Uint32Array(values + 1),
    account: new Uint32Array(found),
    first: new Int32Array(found),
    last: new Int32Array(found),
    count: new Uint32Array(found),
    row: new Uint32Array(found),
    source: new Uint8Array(found),
  }
  const { account, first, last, count: times, row, source, start } = sightings
  const columns: readonly Column[] = [value, account, first, last, times, row, source]
  await session.fill(
    sql`
      select value::uinteger, account::uinteger, coalesce(first, ${noTime})::integer,
        coalesce(last, ${noTime})::integer, least(count, 4294967295)::uinteger,
        (said & ((1::bigint << ${rowBits}) - 1))::uinteger, (said >> ${rowBits})::utinyint
      from sighting order by value, account`,
    columns,
  )
  for (const each of value) (start[each + 1] as number)++
  for (let i = 0; i < values; i++) (start[i + 1] as number) += start[i] as number
  return sightings
}
