import { type Engine, readTexts, type Sql, sql, typedSql } from '../../engine/index.ts'
import { parseCountry } from '../../identifiers/index.ts'
import { parsePartialDate } from '../../model/index.ts'
import { foldName } from '../../names/index.ts'
import { noTime, type Platform, type StatedField, statedFields } from './platform.ts'
import { Stated } from './stated.ts'

const plainAscii = /^[\x20-\x7e]*$/

/** Text without case, marks and punctuation. */
const fold = (text: string): string => {
  const plain = plainAscii.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '')
  return plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * A name in any order of its parts. Other scripts and letters go the long way of names, which takes
 * twenty times as long and changes nothing that is compared here in plain Latin ones.
 */
const foldPerson = (text: string): string => {
  const plain = fold(text)
  const parts = plainAscii.test(plain) ? plain.split(' ') : foldName(text)
  return parts.sort().join(' ') || plain
}

/** How one value of each field is written alike: equality of what this gives is all that is read. */
const alike: Readonly<Record<StatedField, (text: string) => string>> = {
  name: foldPerson,
  birthDate: (text) => parsePartialDate(text) ?? fold(text),
  country: (text) => parseCountry(text) ?? fold(text),
  nationality: (text) => parseCountry(text) ?? fold(text),
  address: fold,
  employer: fold,
}

/** When accounts were made, and all that they state of themselves, sealed. */
export const readClaims = async (
  engine: Engine,
  accounts: number,
): Promise<Pick<Platform, 'created' | 'stated'>> => {
  await engine.transaction((session) => session.run(claims))
  const by = new Uint32Array(accounts)
  const times = new Int32Array(accounts)
  const found = await engine.transaction((session) =>
    session.fill(sql`select account::uinteger, coalesce(created, ${noTime})::integer from claim`, [
      by,
      times,
    ]),
  )
  const created = new Int32Array(accounts).fill(noTime)
  for (let i = 0; i < found; i++) created[by[i] as number] = times[i] as number
  const stated: Partial<Record<StatedField, Stated>> = {}
  for (const field of statedFields) stated[field] = await readField(engine, field, accounts)
  return { created, stated: stated as Record<StatedField, Stated> }
}

/** One row an account: of one that has several rows, all that they say, and the first time. */
const claims: Sql = {
  text: `
    create table claim as
    with row as (select a.rowid as account, r.* exclude (account)
        from account_row r join account a on a.id = r.account),
      several as (select account from row group by account having count(*) > 1)
    select account, ${statedFields.map((field) => `"${field}"`).join(', ')}, created
    from row where account not in (from several)
    union all
    select account, ${statedFields.map((field) => `string_agg("${field}", '; ')`).join(', ')},
      min(created)
    from row where account in (from several) group by account`,
  values: [],
}

/** Each distinct text is written alike once. An account that states several values states the set. */
const readField = async (engine: Engine, field: StatedField, accounts: number): Promise<Stated> => {
  const said = typedSql(`"${field}"`)
  await engine.transaction((session) =>
    session.run(sql`
      create or replace table claim_text as
      select distinct ${said} as text from claim where ${said} is not null`),
  )
  const by = new Uint32Array(accounts)
  const text = new Uint32Array(accounts)
  const texts = await engine.transaction((session) =>
    readTexts(session, sql`select text from claim_text`),
  )
  const found = await engine.transaction((session) =>
    session.fill(
      sql`
        select c.account::uinteger, t.rowid::uinteger
        from claim c join claim_text t on t.text = c.${said}`,
      [by, text],
    ),
  )
  const numbers = numberAlike(texts, alike[field])
  const value = new Int32Array(accounts).fill(-1)
  for (let i = 0; i < found; i++) value[by[i] as number] = numbers[text[i] as number] as number
  return new Stated(value)
}

/** Several values between `;`, in any order. */
const writeSet = (text: string, write: (part: string) => string): string => {
  const parts = text.split(';').map((part) => write(part.trim()))
  return [...new Set(parts)]
    .filter((part) => part !== '')
    .sort()
    .join('; ')
}

/** A number for each text, the same for texts that say the same; -1 where nothing is left of one. */
const numberAlike = (texts: readonly string[], write: (text: string) => string): Int32Array => {
  const known = new Map<string, number>()
  return Int32Array.from(texts, (text) => {
    const said = text.includes(';') ? writeSet(text, write) : write(text)
    if (said === '') return -1
    const held = known.get(said)
    if (held !== undefined) return held
    known.set(said, known.size)
    return known.size - 1
  })
}
