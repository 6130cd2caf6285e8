import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { copied, type Engine, openInMemory, readTexts, sql, typedSql } from '../../engine/index.ts'
import { type KeyedHash, readObserved } from '../../identifiers/index.ts'
import { movedKinds, movedOrder } from './moved.ts'
import {
  type LeftOut,
  makeSourceNumbers,
  type TransferInput,
  type TransferOptions,
  takeTransfers,
} from './take.ts'

/** Transfers, payees of accounts and rejected rows of files as Parquet files, in the columns of the workspace. */
export type LaidTransfers = {
  readonly transfers: string
  /** The accounts that transfers pay out to, as observations of kind `payout`. */
  readonly payees: string
  readonly rejected: string
  readonly left: readonly LeftOut[]
}

/**
 * Lays the transfers of files that belong together out for the workspace, in their order. Errors: those
 * of `takeTransfers`.
 */
export const layTransfers = async (
  input: TransferInput,
  options: TransferOptions & { readonly memory?: string; readonly hash?: KeyedHash | undefined },
): Promise<LaidTransfers> => {
  const { folder } = input
  await mkdir(join(folder, 'spill'), { recursive: true })
  const engine = await openInMemory({
    memory: options.memory ?? '2GB',
    spill: join(folder, 'spill'),
  })
  try {
    const { sources, left } = await takeTransfers(engine, input, options)
    const [transfers, payees, rejected] = ['t', 'p', 'r'].map((name) =>
      join(folder, `${name}.parquet`),
    ) as [string, string, string]
    await makeSourceNumbers(engine, sources)
    await readPayees(engine, options.hash)
    await engine.transaction(async (session) => {
      await session.run(copied(held, transfers))
      await session.run(copied(observed, payees))
      await session.run(copied(refused, rejected))
    })
    return { transfers, payees, rejected, left }
  } finally {
    await engine.close()
  }
}

/** `2026-11-30T12:00:00Z`, with milliseconds only where there are some. */
const written = typedSql(`case
  when time % 1000 = 0 then strftime(make_timestamp(time * 1000), '%Y-%m-%dT%H:%M:%SZ')
  else strftime(make_timestamp(time * 1000), '%Y-%m-%dT%H:%M:%S.%gZ') end`)

const kinds = typedSql(`[${movedKinds.map((kind) => `'${kind}'`).join(', ')}][kind + 1]`)

const held = sql`
  select row_number() over (order by asset, ${typedSql(movedOrder)}) - 1 as seq,
    ${written} as time, tx, src, dst, asset, amount::varchar as amount, ${kinds} as kind,
    n.id as source, row, block, position
  from moved m join source_number n on n.number = m.source order by seq`

/** Writes payees as they are compared, each distinct one once. */
const readPayees = (engine: Engine, hash: KeyedHash | undefined): Promise<void> =>
  engine.transaction(async (session) => {
    await session.run(sql`create table payee (text varchar, key varchar, flaw varchar)`)
    const texts = await readTexts(session, sql`select distinct payee from paid_account`)
    const rows = await session.append('payee')
    for (const text of texts) {
      const { key, flaw = null } = readObserved('payout', text)
      rows.add([text, hash ? hash('payout', key) : key, flaw])
    }
    rows.end()
    const original = hash ? 'cast(null as varchar)' : 'case when key <> payee then payee end'
    await session.run(sql`
      create table payee_seen as
      select account, 'money' as channel, 'payout' as kind, key as value, ${written} as first_seen,
        ${written} as last_seen, 1::bigint as count, n.id as source, row,
        ${typedSql(original)} as original, flaw
      from paid_account p join payee on payee.text = p.payee
      join source_number n on n.number = p.source`)
  })

const observed = sql`select * from payee_seen order by source, row`

const refused = sql`
  select n.id as source, place, reason, text
  from rejected r join source_number n on n.number = r.source order by n.number, r.rowid`
