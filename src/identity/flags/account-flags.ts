import { type Engine, readTexts, type Session, sql } from '../../engine/index.ts'
import type { ListedValue } from '../../model/index.ts'
import { kinds } from '../../sources/index.ts'
import { type TraitOf, toMarkers } from './rules/markers.ts'
import { noteKeptFlaws } from './steps/kept-flaws.ts'
import { noteLooked } from './steps/looked.ts'
import { markValues } from './steps/marks.ts'
import { noteRaised } from './steps/raised.ts'
import { makeFound, makeSeen } from './steps/seen.ts'
import { accountFlags } from './table.ts'

/** The flags of all accounts of a platform, account by account; a flag is its place in the table. */
export type AccountFlags = {
  /** Bit f of an account is set where the data holds what flag f needs. */
  readonly looked: Uint32Array
  /** Rows that raise flags, by account, flag, kind and value; a value once for each account and flag. */
  readonly raised: {
    readonly account: Uint32Array
    readonly flag: Uint8Array
    readonly kind: readonly string[]
    /** As `Values.key`: its keyed hash where values are not kept readable. */
    readonly value: readonly string[]
    /** What the value is found to be; empty where nothing but the value tells. */
    readonly name: readonly string[]
    readonly source: Uint8Array
    readonly row: Uint32Array
  }
}

/** Of so many accounts no flag can be told. */
export const noFlags = (accounts: number): AccountFlags => ({
  looked: new Uint32Array(accounts),
  raised: {
    account: new Uint32Array(0),
    flag: new Uint8Array(0),
    kind: [],
    value: [],
    name: [],
    source: new Uint8Array(0),
    row: new Uint32Array(0),
  },
})

export type FlagOptions = {
  /** How many accounts the engine has numbered. */
  readonly accounts: number
  /** What the operator's own lists tell of values. */
  readonly listed: readonly ListedValue[]
  readonly traitOf: TraitOf
}

/**
 * Tells which flags the accounts of an engine show, from its tables `observed`, `normal`,
 * `kept_flaw` and `account` alone: what accounts state of themselves is not read.
 */
export const readFlags = async (
  engine: Engine,
  { accounts, listed, traitOf }: FlagOptions,
): Promise<AccountFlags> => {
  const markers = toMarkers(listed, traitOf)
  const known = new Set(markers.map(({ mark }) => mark))
  await engine.transaction(async (session) => {
    for (const step of [makeSeen, ...makeFound]) await session.run(step)
  })
  await engine.transaction((session) => markValues(session, markers))
  await engine.transaction(async (session) => {
    for (const [place, flag] of accountFlags.entries()) {
      if ('mark' in flag.rule && !known.has(flag.rule.mark)) continue
      const looked = noteLooked(flag, place, markers)
      if (looked) await session.run(looked)
      for (const step of [noteRaised(flag, place), ...noteKeptFlaws(flag, place)])
        await session.run(step)
    }
  })
  return engine.transaction(async (session) => ({
    looked: await takeLooked(session, accounts),
    raised: await takeRaised(session),
  }))
}

const takeLooked = async (session: Session, accounts: number): Promise<Uint32Array> => {
  const [account, flags] = [new Uint32Array(accounts), new Uint32Array(accounts)]
  const found = await session.fill(
    sql`
      select a.rowid::uinteger, bit_or(l.flags)::uinteger
      from flag_looked l join account a on a.id = l.account group by a.rowid`,
    [account, flags],
  )
  const looked = new Uint32Array(accounts)
  for (let i = 0; i < found; i++) looked[account[i] as number] = flags[i] as number
  return looked
}

/** One row a value, the first that says so. */
const takeRaised = async (session: Session): Promise<AccountFlags['raised']> => {
  await session.run(sql`
    create table flag_told as
    select a.rowid::uinteger as account, f.flag, f.kind, f.key, f.source, f.row::uinteger as row,
      coalesce(f.name, '') as name
    from flag_raised f join account a on a.id = f.account
    qualify row_number() over (
      partition by a.rowid, f.flag, f.kind, f.key order by f.source, f.row, f.name) = 1
    order by all`)
  let rows = 0
  for await (const { n } of session.query(sql`select count(*) as n from flag_told`))
    rows = Number(n)
  const [account, row] = [new Uint32Array(rows), new Uint32Array(rows)]
  const [flag, kind, source] = [new Uint8Array(rows), new Uint8Array(rows), new Uint8Array(rows)]
  await session.fill(sql`select account, flag, kind, source, row from flag_told`, [
    account,
    flag,
    kind,
    source,
    row,
  ])
  return {
    account,
    flag,
    kind: Array.from(kind, (place) => kinds[place] as string),
    value: await readTexts(session, sql`select key from flag_told`),
    name: await readTexts(session, sql`select name from flag_told`),
    source,
    row,
  }
}
