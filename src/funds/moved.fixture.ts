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

/** An engine that holds transfers in its tables `moved` and `move`, for as long as the work with it. */
export const withMoves = async <T>(
  moved: readonly MovedRow[],
  work: (engine: Engine, flows: Flows) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-test-'))
  const engine = await openInMemory({ memory: '256MB', spill: join(folder, 'spill') })
  try {
    await engine.transaction(async (session) => {
      await session.run(sql`
        create table written (row bigint, time bigint, tx varchar, src varchar, dst varchar,
          asset varchar, amount varchar, kind bigint)`)
      const rows = await session.append('written')
      for (const [
        row,
        { at, src, dst, amount, asset = 'X', kind = 'transfer', tx },
      ] of moved.entries())
        rows.add([
          row + 1,
          at === null ? null : Math.round(at * hour),
          tx ?? `tx ${row + 1}`,
          src,
          dst,
          asset,
          `${amount}`,
          moveKinds.indexOf(kind),
        ])
    })
    await engine.transaction((session) =>
      session.run(sql`
        create table moved as
        select 0::usmallint as source, row, null::bigint as block, null::bigint as position, time, tx, src, dst,
          asset, amount::hugeint as amount, kind::utinyint as kind
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
