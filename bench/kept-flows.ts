/**
 * How fast the flows of a workspace are there for a trace: kept since the import, and worked out from its
 * transfers as a workspace needs that keeps none; and what an import adds for them, where all transfers are
 * new, where one in a hundred comes behind, and where as many come in between.
 * `npm run bench -- kept-flows [ROWS] [ADDRESSES]` (5,000,000; 922,000)
 */
import { stat } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { type Engine, sql } from '../src/engine/index.ts'
import { indexMoves } from '../src/funds/flow/index-moves.ts'
import { keepFlows } from '../src/funds/flow/keep.ts'
import { loadFlows } from '../src/funds/flow/load.ts'
import { takeHeld } from '../src/funds/index.ts'
import { openTemporaryWorkspace } from '../src/workspace/index.ts'

const [rows = 5_000_000, addresses = 922_000] = process.argv.slice(2).map(Number)
const workspace = await openTemporaryWorkspace()

const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const done = await work()
  const { user, system } = process.cpuUsage(before)
  const [wall, cpu] = [performance.now() - start, (user + system) / 1000]
  console.log(
    `${what.padEnd(44)}${wall.toFixed(0).padStart(8)} ms,${cpu.toFixed(0).padStart(8)} ms of processors`,
  )
  return done
}

/** Adds so many transfers, the first at a block; addresses and hashes are drawn by their number. */
const add = (count: number, file: string, block: number): Promise<void> =>
  workspace.engine.transaction(async (session) => {
    await session.run(sql`
      insert into transfer by name
      select (select coalesce(max(seq) + 1, 0) from transfer) + n as seq,
        strftime(make_timestamp((1700000000 + n // 10) * 1000000), '%Y-%m-%dT%H:%M:%SZ') as time,
        '0x' || md5(n::varchar || ${file}) || md5(${file} || n::varchar) as tx,
        '0x' || left(sha1((hash(n, 1) % ${addresses}::ubigint)::varchar), 40) as src,
        '0x' || left(sha1((hash(n, 2) % ${addresses}::ubigint)::varchar), 40) as dst,
        'X' as asset, (1 + hash(n, 3) % 1000000::ubigint)::varchar as amount, 'transfer' as kind,
        ${file} as source, n + 1 as row, ${block} + n // 128 as block, n % 128 as position
      from range(${count}) t(n)`)
    await session.run(sql`
      insert into source by name
      select ${file} as id, ${file} as path, 'transfers' as kind, 0 as bytes`)
  })

const keep = (): Promise<readonly string[]> => workspace.engine.transaction(keepFlows)

const load = async (): Promise<void> => {
  const { engine } = await takeHeld(workspace)
  await loadAll(engine)
  await engine.close()
}

const loadAll = async (engine: Engine): Promise<void> => {
  await indexMoves(engine)
  const flows = await loadFlows(engine)
  moves = flows.assets[0]?.flow.src.length ?? 0
}

const sizeOf = async (): Promise<number> => {
  await workspace.engine.transaction((session) => session.run(sql`select 1`))
  return Math.round((await stat(join(workspace.dir, 'muster.duckdb'))).size / 1e6)
}

let moves = 0
const behind = Math.ceil(rows / 100)
await timed(`transfers alone, ${rows}`, () => add(rows, 'a', 1_000_000))
const before = await sizeOf()
await timed('flows of all of them', keep)
console.log(`the workspace has ${before} MB without and ${await sizeOf()} MB with flows`)
for (let round = 0; round < 2; round++) await timed('load what is kept', load)
await add(behind, 'b', 2_000_000)
console.log(`merged: ${await timed(`flows of ${behind} that come behind`, keep)}`)
await timed('load what is kept', load)
await add(behind, 'c', 1_000_000)
console.log(`merged: ${await timed(`flows of ${behind} that come in between`, keep)}`)
await timed('load what is kept', load)
await workspace.engine.transaction((session) => session.run(sql`delete from flow_extent`))
await timed('load from nothing', load)
console.log(
  `${moves} moves, peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB, load average ${loadavg()[0]?.toFixed(1)}`,
)
await workspace.close()
