import {
  type Column,
  type Engine,
  readTexts,
  type Session,
  type Sql,
  sql,
} from '../../engine/index.ts'
import { type Channel, channelOf, MusterError } from '../../model/index.ts'
import { type Keeping, kinds } from '../../sources/index.ts'
import { type Claims, type Intermediaries, readClaims } from './claims.ts'
import { noTime, type Platform, type Sightings, type Values } from './platform.ts'

export type Numbered = { readonly platform: Platform } & Pick<Claims, 'viaIntermediary'>

/**
 * Numbers the facts of an engine by the order of their texts and takes them out as typed arrays. Row
 * ids are final only when their transaction has ended, hence one for each step.
 */
export const numberFacts = async (
  engine: Engine,
  keeping: Keeping,
  intermediaries: Intermediaries,
): Promise<Numbered> => {
  await run(engine, numberAccounts)
  const accounts = await engine.transaction((session) =>
    readTexts(session, sql`select id from account`),
  )
  // What accounts state is written alike here while the engine joins what they were seen with.
  const [{ viaIntermediary, ...claims }, seen] = await Promise.all([
    readClaims(engine, accounts.length, intermediaries),
    readSeen(engine, keeping),
  ])
  return { platform: { accounts, ...claims, ...seen }, viaIntermediary }
}

const run = (engine: Engine, step: Sql): Promise<void> =>
  engine.transaction((session) => session.run(step))

const readSeen = async (
  engine: Engine,
  keeping: Keeping,
): Promise<Pick<Platform, 'values' | 'sightings'>> => {
  for (const step of steps) await run(engine, step)
  const values = await engine.transaction((session) => readValues(session, keeping))
  const sightings = await engine.transaction((session) => readSightings(session, values.key.length))
  return { values, sightings }
}

/** Bits of a row's number beside that of its source. */
const rowBits = 40

/** Row ids of the tables `account` and `value` are the numbers of accounts and values. */
const numberAccounts: Sql = sql`
  create table account as
  select id from (
    select account as id from account_row union select account from observed)
  order by id`

const steps: readonly Sql[] = [
  sql`create table value as
    select distinct s.kind, coalesce(n.key, s.value) as key
    from said s left join normal n on n.kind = s.kind and n.value = s.value
    order by kind, key`,
  // Where the same key is written in several ways, what is known is known of the key.
  sql`create table known as
    select v.rowid as value, max(n.trait) as trait, min(n.flaw) as flaw
    from normal n join value v on v.kind = n.kind and v.key = n.key
    where n.trait > 0 or n.flaw is not null group by v.rowid`,
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

const readValues = async (session: Session, { traitOf, hash }: Keeping): Promise<Values> => {
  const key = await readTexts(session, sql`select key from value`)
  const found = key.length
  const [kind, trait] = [new Uint8Array(found), new Uint8Array(found)]
  const occurring: string[] = []
  let at = 0
  const counts = sql`select kind, count(*) as n from value group by kind order by kind`
  for await (const row of session.query(counts)) {
    const end = at + Number(row.n)
    const name = kinds[Number(row.kind)] as string
    kind.fill(occurring.length, at, end)
    occurring.push(name)
    if (!hash) for (; at < end; at++) trait[at] = traitOf(name, key[at] as string)
    at = end
  }
  // What a hash hides was told when the value could be read.
  for await (const row of session.query(sql`select value, trait from known where trait > 0`))
    trait[row.value as number] = row.trait as number
  return {
    kind,
    kinds: occurring.map((name) => ({ kind: name, channel: channelOf(name) as Channel })),
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
