import {
  type Engine,
  readTexts,
  type Session,
  type Sql,
  sql,
  typedSql,
} from '../../engine/index.ts'
import { type Channel, channelOf } from '../../model/index.ts'
import { type Keeping, kinds } from '../../sources/index.ts'
import { type Claims, type Intermediaries, readClaims } from './claims.ts'
import { countRows } from './count.ts'
import { noTime, type Platform, type Sightings } from './platform.ts'

export type Numbered = { readonly platform: Platform } & Pick<Claims, 'viaIntermediary'>

export type Numbering = {
  readonly intermediaries: Intermediaries
  /** Which values are taken: all, or those that two accounts at least were seen with. */
  readonly values: 'all' | 'shared'
}

/**
 * Numbers the facts of an engine by the order of their texts and takes them out as typed arrays. Row
 * ids are final only when their transaction has ended.
 */
export const numberFacts = async (
  engine: Engine,
  keeping: Keeping,
  { intermediaries, values }: Numbering,
): Promise<Numbered> => {
  await engine.transaction((session) => session.run(numberAccounts))
  const accounts = await engine.transaction((session) =>
    readTexts(session, sql`select id from account`),
  )
  // What accounts state is written alike here while the engine sorts what they were seen with.
  const [{ viaIntermediary, ...claims }, seen] = await Promise.all([
    readClaims(engine, accounts.length, intermediaries),
    readSeen(engine, keeping, values),
  ])
  return { platform: { accounts, ...claims, ...seen }, viaIntermediary }
}

/** Row ids of `account` are the numbers of accounts. */
const numberAccounts: Sql = sql`
  create table account as
  select id from (
    select account as id from account_row union select account from observed)
  order by id`

/** What accounts were seen with, written alike. */
const seen: Sql = sql`
  select o.* exclude (value), coalesce(n.key, o.value) as key
  from observed o
  left join normal n on n.kind = o.kind and n.value = o.value and n.key <> n.value`

/** Row ids of `value` are the numbers of values. */
const numberValues = (values: Numbering['values']): Sql => sql`
  create table value as
  select kind, key
  from (${seen})
  group by all
  having ${typedSql(values === 'all' ? 'true' : 'min(account) <> max(account)')}
  order by kind, key`

/** Several rows of one account and value are one sighting, with the place of the first. */
const numberSightings: Sql = sql`
  create table sighting as
  select v.rowid::uinteger as value, a.rowid::uinteger as account,
    coalesce(min(first), ${noTime})::integer as first,
    coalesce(max(last), ${noTime})::integer as last,
    least(sum(count), ${0xffff_ffff})::uinteger as count,
    min(source::ubigint << 32 | row::ubigint) as place
  from (${seen}) s
  join value v on v.kind = s.kind and v.key = s.key
  join account a on a.id = s.account
  group by v.rowid, a.rowid
  order by v.rowid, a.rowid`

const hiddenTraits: Sql = sql`
  select coalesce(max(n.trait), 0)::utinyint
  from value v left join normal n on n.kind = v.kind and n.key = v.key
  group by v.rowid order by v.rowid`

const readSeen = async (
  engine: Engine,
  { traitOf, hash }: Keeping,
  values: Numbering['values'],
): Promise<Pick<Platform, 'values' | 'sightings'>> => {
  await engine.transaction((session) => session.run(numberValues(values)))
  await engine.transaction((session) => session.run(numberSightings))
  return engine.transaction(async (session) => {
    const key = await readTexts(session, sql`select key from value`)
    const { kind, occurring } = await readKinds(session, key.length)
    const trait = new Uint8Array(key.length)
    // What a hash hides was told when the value could be read.
    if (hash) await session.fill(hiddenTraits, [trait])
    else
      for (let v = 0; v < key.length; v++)
        trait[v] = traitOf(occurring[kind[v] as number] as string, key[v] as string)
    const kinds = occurring.map((name) => ({ kind: name, channel: channelOf(name) as Channel }))
    const sightings = await readSightings(session, key.length)
    return { values: { kind, kinds, key, trait }, sightings }
  })
}

/** Values come by kind, so that counts tell the kind of each. */
const readKinds = async (
  session: Session,
  values: number,
): Promise<{ readonly kind: Uint8Array; readonly occurring: readonly string[] }> => {
  const kind = new Uint8Array(values)
  const occurring: string[] = []
  let at = 0
  const counts = sql`select kind, count(*) as n from value group by kind order by kind`
  for await (const row of session.query(counts)) {
    kind.fill(occurring.length, at, at + Number(row.n))
    occurring.push(kinds[Number(row.kind)] as string)
    at += Number(row.n)
  }
  return { kind, occurring }
}

const readSightings = async (session: Session, values: number): Promise<Sightings> => {
  const rows = await countRows(session, sql`sighting`)
  const [value, account] = [new Uint32Array(rows), new Uint32Array(rows)]
  const [first, last] = [new Int32Array(rows), new Int32Array(rows)]
  const [times, row, source] = [new Uint32Array(rows), new Uint32Array(rows), new Uint8Array(rows)]
  await session.fill(
    sql`
      select value, account, first, last, count, (place & 4294967295)::uinteger,
        (place >> 32)::utinyint
      from sighting`,
    [value, account, first, last, times, row, source],
  )
  const start = new Uint32Array(values + 1)
  for (const each of value) (start[each + 1] as number)++
  for (let v = 0; v < values; v++) (start[v + 1] as number) += start[v] as number
  return { start, account, first, last, count: times, row, source }
}
