import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, openInMemory, sql } from '../engine/index.ts'
import { moveKinds } from './flow/flow.ts'
import { indexMoves } from './flow/index-moves.ts'
import { type Flows, loadFlows } from './flow/load.ts'

/** A transfer as tests write it; `at` is in hours since 1970. */
export type MovedRow = {
  readonly at: number | null
  readonly src: string | null
  readonly dst: string | null
  readonly amount: number | bigint
  readonly asset?: string
  readonly kind?: (typeof moveKinds)[number]
  readonly tx?: string
}

const hour = 3_600_000

/** A row of the table `moved`. */
export type ToldRow = {
  readonly source: number
  readonly row: number
  readonly block: number | null
  readonly position: number | null
  readonly time: number | null
  readonly tx: string | null
  readonly src: string | null
  readonly dst: string | null
  readonly asset: string
  readonly amount: number | bigint
  readonly kind: number
}

/** An engine that holds transfers in its tables `moved` and `move`, for as long as the work with it. */
export const withMoves = <T>(
  moved: readonly MovedRow[],
  work: (engine: Engine, flows: Flows) => Promise<T>,
): Promise<T> => {
  const rows = moved.map(
    ({ at, src, dst, amount, asset = 'X', kind = 'transfer', tx }, i): ToldRow => ({
      ...{ source: 0, row: i + 1, block: null, position: null, src, dst, asset, amount },
      time: at === null ? null : Math.round(at * hour),
      tx: tx ?? `tx ${i + 1}`,
      kind: moveKinds.indexOf(kind),
    }),
  )
  return withRows(rows, work)
}

/** The same of rows as they are told. */
export const withRows = async <T>(
  rows: readonly ToldRow[],
  work: (engine: Engine, flows: Flows) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-test-'))
  const engine = await openInMemory({ memory: '256MB', spill: join(folder, 'spill') })
  try {
    await engine.transaction(async (session) => {
      await session.run(sql`
        create table written (source bigint, row bigint, block bigint, position bigint, time bigint,
          tx varchar, src varchar, dst varchar, asset varchar, amount varchar, kind bigint)`)
      const written = await session.append('written')
      for (const { source, row, block, position, time, tx, src, dst, asset, amount, kind } of rows)
        written.add([source, row, block, position, time, tx, src, dst, asset, `${amount}`, kind])
    })
    await engine.transaction((session) =>
      session.run(sql`
        create table moved as
        select * replace (source::usmallint as source, amount::hugeint as amount, kind::utinyint as kind)
        from written`),
    )
    await engine.transaction((session) =>
      session.run(sql`create view told as select rowid as origin, * from moved`),
    )
    await indexMoves(engine)
    return await work(engine, await loadFlows(engine))
  } finally {
    await engine.close()
    await rm(folder, { recursive: true })
  }
}
