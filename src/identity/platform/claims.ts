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

/** What accounts say of themselves. */
export type Claims = Pick<Platform, 'created' | 'stated'> & {
  /** 1 for an account that states a known intermediary as its employer or address. */
  readonly viaIntermediary: Uint8Array
}

/** Known intermediaries by the field in which an account can state them. */
export type Intermediaries = (field: StatedField) => readonly string[]

/** When accounts were made, and all that they state of themselves, sealed. */
export const readClaims = async (
  engine: Engine,
  accounts: number,
  intermediaries: Intermediaries,
): Promise<Claims> => {
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
  const viaIntermediary = new Uint8Array(accounts)
  const stated: Partial<Record<StatedField, Stated>> = {}
  for (const field of statedFields) {
    const known = intermediaries(field).map(alike[field])
    const { value, among } = await readField(engine, { field, accounts, known })
    stated[field] = new Stated(value)
    if (among.size > 0)
      for (let i = 0; i < accounts; i++) if (among.has(value[i] as number)) viaIntermediary[i] = 1
  }
  return { created, stated: stated as Record<StatedField, Stated>, viaIntermediary }
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

type Reading = {
  readonly field: StatedField
  readonly accounts: number
  /** Known intermediaries, written alike. */
  readonly known: readonly string[]
}

/** Each distinct text is written alike once. An account that states several values states the set. */
const readField = async (
  engine: Engine,
  { field, accounts, known }: Reading,
): Promise<{ readonly value: Int32Array; readonly among: ReadonlySet<number> }> => {
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
  const { numbers, among } = numberAlike(texts, alike[field], new Set(known))
  const value = new Int32Array(accounts).fill(-1)
  for (let i = 0; i < found; i++) value[by[i] as number] = numbers[text[i] as number] as number
  return { value, among }
}

/** Several values between `;`, in any order. */
const writeSet = (text: string, write: (part: string) => string): string => {
  const parts = text.split(';').map((part) => write(part.trim()))
  return [...new Set(parts)]
    .filter((part) => part !== '')
    .sort()
    .join('; ')
}

/**
 * A number for each text, the same for texts that say the same, -1 where nothing is left of one; and
 * the numbers of those that say something known.
 */
const numberAlike = (
  texts: readonly string[],
  write: (text: string) => string,
  known: ReadonlySet<string>,
): { readonly numbers: Int32Array; readonly among: ReadonlySet<number> } => {
  const held = new Map<string, number>()
  const among = new Set<number>()
  const numbers = new Int32Array(texts.length).fill(-1)
  for (const [i, text] of texts.entries()) {
    const said = text.includes(';') ? writeSet(text, write) : write(text)
    if (said === '') continue
    const before = held.get(said)
    numbers[i] = before ?? held.size
    if (before !== undefined) continue
    if (known.size > 0 && said.split('; ').some((part) => known.has(part))) among.add(held.size)
    held.set(said, held.size)
  }
  return { numbers, among }
}
