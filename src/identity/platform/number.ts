import { type Engine, readTexts, type Session, type Sql, sql } from '../../engine/index.ts'
import { type Channel, channelOf, MusterError } from '../../model/index.ts'
import { type Keeping, kinds } from '../../sources/index.ts'
import { type Claims, type Intermediaries, readClaims } from './claims.ts'
import { noTime, type Platform, type Sightings } from './platform.ts'

export type Numbered = { readonly platform: Platform } & Pick<Claims, 'viaIntermediary'>

/**
 * Numbers the facts of an engine by the order of their texts and takes them out as typed arrays. Row
 * ids are final only when their transaction has ended.
 */
export const numberFacts = async (
  engine: Engine,
  keeping: Keeping,
  intermediaries: Intermediaries,
): Promise<Numbered> => {
  await engine.transaction((session) => session.run(numberAccounts))
  const accounts = await engine.transaction((session) =>
    readTexts(session, sql`select id from account`),
  )
  // What accounts state is written alike here while the engine sorts what they were seen with.
  const [{ viaIntermediary, ...claims }, seen] = await Promise.all([
    readClaims(engine, accounts.length, intermediaries),
    readSeen(engine, keeping),
  ])
  return { platform: { accounts, ...claims, ...seen }, viaIntermediary }
}

/** Row ids of `account` are the numbers of accounts. */
const numberAccounts: Sql = sql`
  create table account as
  select id from (
    select account as id from account_row union select account from observed)
  order by id`

/** One sort brings the rows of each value together, and in it those of each account. */
const sortSightings: Sql = sql`
  create table sighting as
  select o.kind, coalesce(n.key, o.value) as key, a.rowid::uinteger as account,
    coalesce(o.first, ${noTime})::integer as first, coalesce(o.last, ${noTime})::integer as last,
    o.count, o.source, o.row::uinteger as row, coalesce(n.trait, 0)::utinyint as trait
  from observed o
  join account a on a.id = o.account
  left join normal n on n.kind = o.kind and n.value = o.value
  order by o.kind, key, account, o.source, row`

/** The rows in their order, each with whether it begins another value. */
const marked: Sql = sql`
  select *, (lag(kind) over () is distinct from kind or lag(key) over () is distinct from key)
    as fresh
  from sighting`

const readSeen = async (
  engine: Engine,
  { traitOf, hash }: Keeping,
): Promise<Pick<Platform, 'values' | 'sightings'>> => {
  await engine.transaction((session) => session.run(sortSightings))
  return engine.transaction(async (session) => {
    const key = await readTexts(session, sql`select key from (${marked}) where fresh`)
    const { sightings, trait } = await readSightings(session, key.length)
    const { kind, occurring } = await readKinds(session, key.length)
    // What a hash hides was told when the value could be read.
    if (!hash)
      for (let v = 0; v < key.length; v++)
        trait[v] = traitOf(occurring[kind[v] as number] as string, key[v] as string)
    const kinds = occurring.map((name) => ({ kind: name, channel: channelOf(name) as Channel }))
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
  const counts = sql`
    select kind, count(*) as n from (${marked}) where fresh group by kind order by kind`
  for await (const row of session.query(counts)) {
    kind.fill(occurring.length, at, at + Number(row.n))
    occurring.push(kinds[Number(row.kind)] as string)
    at += Number(row.n)
  }
  return { kind, occurring }
}

const count = async (session: Session, query: Sql): Promise<number> => {
  for await (const { n } of session.query(query)) return Number(n)
  throw new MusterError('internal', 'a count gave no row')
}

/** Several rows of one account and value are one sighting, with the place of the first. */
const readSightings = async (
  session: Session,
  values: number,
): Promise<{ readonly sightings: Sightings; readonly trait: Uint8Array }> => {
  const rows = await count(session, sql`select count(*) as n from sighting`)
  const fresh = new Uint8Array(rows)
  const traits = new Uint8Array(rows)
  const [account, first, last] = [new Uint32Array(rows), new Int32Array(rows), new Int32Array(rows)]
  const [times, row, source] = [new Uint32Array(rows), new Uint32Array(rows), new Uint8Array(rows)]
  await session.fill(
    sql`
      select fresh::utinyint, trait, account, first, last, count, row, source from (${marked})`,
    [fresh, traits, account, first, last, times, row, source],
  )
  const start = new Uint32Array(values + 1)
  const trait = new Uint8Array(values)
  let [value, kept] = [-1, -1]
  for (let i = 0; i < rows; i++) {
    const isFresh = fresh[i] === 1
    if (isFresh) {
      value++
      start[value] = kept + 1
      trait[value] = traits[i] as number
    }
    if (isFresh || account[i] !== account[kept]) {
      kept++
      for (const column of [account, first, last, times, row, source])
        column[kept] = column[i] as number
      continue
    }
    const [earliest, other] = [first[kept] as number, first[i] as number]
    first[kept] =
      earliest === noTime || other === noTime
        ? Math.max(earliest, other)
        : Math.min(earliest, other)
    last[kept] = Math.max(last[kept] as number, last[i] as number)
    times[kept] = Math.min((times[kept] as number) + (times[i] as number), 0xffff_ffff)
  }
  const found = kept + 1
  start[values] = found
  const sightings: Sightings = {
    start,
    account: account.slice(0, found),
    first: first.slice(0, found),
    last: last.slice(0, found),
    count: times.slice(0, found),
    row: row.slice(0, found),
    source: source.slice(0, found),
  }
  return { sightings, trait }
}
