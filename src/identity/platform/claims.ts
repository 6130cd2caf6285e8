import { type Engine, readTexts, type Session, sql, typedSql } from '../../engine/index.ts'
import { alike, numberAlike } from './alike.ts'
import { countRows } from './count.ts'
import { noTime, type Platform, type StatedField, statedFields } from './platform.ts'
import { Stated } from './stated.ts'

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
  const { account, created } = await engine.transaction((session) => readRows(session, accounts))
  const viaIntermediary = new Uint8Array(accounts)
  const stated: Partial<Record<StatedField, Stated>> = {}
  for (const field of statedFields) {
    const said = typedSql(`coalesce("${field}", '')`)
    const texts = await engine.transaction((session) =>
      readTexts(session, sql`select ${said} from account_row`),
    )
    const known = intermediaries(field).map(alike[field])
    const { numbers, among } = numberAlike(gather(texts, account, accounts), {
      write: alike[field],
      known: new Set(known),
    })
    stated[field] = new Stated(numbers)
    if (among.size > 0)
      for (let i = 0; i < accounts; i++) if (among.has(numbers[i] as number)) viaIntermediary[i] = 1
  }
  return { created, stated: stated as Record<StatedField, Stated>, viaIntermediary }
}

type Rows = {
  /** The account of each row. */
  readonly account: Uint32Array
  /** The first time that is said of each account. */
  readonly created: Int32Array
}

const readRows = async (session: Session, accounts: number): Promise<Rows> => {
  const rows = await countRows(session, sql`account_row`)
  const [account, times] = [new Uint32Array(rows), new Int32Array(rows)]
  await session.fill(
    sql`
      select a.rowid::uinteger, coalesce(r.created, ${noTime})::integer
      from account_row r join account a on a.id = r.account order by r.rowid`,
    [account, times],
  )
  const created = new Int32Array(accounts).fill(noTime)
  for (let i = 0; i < rows; i++) {
    const [time, before] = [times[i] as number, created[account[i] as number] as number]
    if (time !== noTime && (before === noTime || time < before))
      created[account[i] as number] = time
  }
  return { account, created }
}

/** What all rows of each account say, with `;` between them; empty where they say nothing. */
const gather = (texts: readonly string[], account: Uint32Array, accounts: number): string[] => {
  const said = new Array<string>(accounts).fill('')
  for (let i = 0; i < texts.length; i++) {
    const [text, before] = [texts[i] as string, said[account[i] as number] as string]
    if (text !== '') said[account[i] as number] = before === '' ? text : `${before}; ${text}`
  }
  return said
}
