import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Engine, openInMemory, sql, typedSql } from '../../engine/index.ts'
import type { Source } from '../../model/index.ts'
import { copied } from '../accounts/observation-file.ts'
import { movedKinds, movedOrder } from './moved.ts'
import {
  type LeftOut,
  makeSourceNumbers,
  type TransferInput,
  type TransferOptions,
  takeTransfers,
} from './take.ts'

/** Transfers and rejected rows of files as Parquet files, in the columns of the workspace. */
export type LaidTransfers = {
  readonly transfers: string
  readonly rejected: string
  readonly left: readonly LeftOut[]
}

/**
 * Lays the transfers of files that belong together out for the workspace, in their order. Errors: those
 * of `takeTransfers`.
 */
export const layTransfers = async (
  input: TransferInput,
  options: TransferOptions & { readonly memory?: string },
): Promise<LaidTransfers> => {
  const { folder } = input
  await mkdir(join(folder, 'spill'), { recursive: true })
  const engine = await openInMemory({
    memory: options.memory ?? '2GB',
    spill: join(folder, 'spill'),
  })
  try {
    const { sources, left } = await takeTransfers(engine, input, options)
    const [transfers, rejected] = [join(folder, 't.parquet'), join(folder, 'r.parquet')]
    await makeSourceNumbers(engine, sources)
    await engine.transaction(async (session) => {
      await session.run(copied(held, transfers))
      await session.run(copied(refused, rejected))
    })
    return { transfers, rejected, left }
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

const refused = sql`
  select n.id as source, place, reason, text
  from rejected r join source_number n on n.number = r.source order by n.number, r.rowid`

/** Files by the id of their source, numbered from 0 as `moved.source` counts them. */
export const takeHeldTransfers = async (
  engine: Engine,
  path: string,
  sources: readonly Source[],
): Promise<void> => {
  await makeSourceNumbers(engine, sources)
  await engine.transaction(async (session) => {
    await session.run(sql`
      create table moved as
      select n.number::usmallint as source, row, block, position,
        epoch_ms(cast(replace(time, 'Z', '') as timestamp)) as time, tx, src, dst, asset,
        cast(amount as hugeint) as amount,
        (list_position(${typedSql(`[${movedKinds.map((kind) => `'${kind}'`).join(', ')}]`)}, kind) - 1)::utinyint as kind
      from read_parquet(${path}) t join source_number n on n.id = t.source`)
    await session.run(dropTwins)
  })
}

/**
 * Files that came in one by one may tell the same transfer. Of a transaction each file counts its
 * transfers of equal ends and amounts; as many stay as the file has that tells most of them.
 */
const dropTwins = sql`
  delete from moved where rowid in (
    select id from (
      select id, row_number() over (
        partition by tx, asset, src, dst, amount, kind, nth order by source, row) as place
      from (
        select rowid as id, *, row_number() over (
          partition by source, tx, asset, src, dst, amount, kind order by row) as nth
        from moved where tx is not null))
    where place > 1)`
