import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openInMemory, type Session, sql } from '../../src/engine/index.ts'
import type { Flow } from '../../src/funds/flow/flow.ts'
import { reach } from '../../src/funds/rules/reach.ts'
import { tableOf } from './written.ts'

/**
 * What it takes to find whom value of single seeds can have come to in order of time, as a table: by
 * recursive SQL to a depth of 5, by SQL from frontier to frontier, and by `reach`, which also takes the
 * moves out. Fails where two ways find different numbers of addresses.
 */
export const measureReach = async (flow: Flow, seeds: readonly number[]): Promise<string> => {
  const spill = join(tmpdir(), 'muster-bench-spill')
  const engine = await openInMemory({ memory: '8GB', spill })
  const rows: (readonly string[])[] = []
  await engine.transaction(async (session) => {
    await load(session, flow)
    for (const seed of seeds) {
      const recursive = await timed(() => recurse(session, seed))
      const frontier = await timed(() => advance(session, seed, depth))
      const all = await timed(() => advance(session, seed, Number.POSITIVE_INFINITY))
      const ours = await timed(async () => ({ found: reachFrom(flow, seed), hops: 0 }))
      assertSame(recursive.found, frontier.found)
      assertSame(all.found, ours.found)
      const near = [`${recursive.found}`, recursive.ms, frontier.ms]
      rows.push([...near, `${all.found} in ${all.hops} hops`, all.ms, ours.ms])
    }
  })
  await engine.close()
  return tableOf(
    [`reached in ${depth} hops`, 'recursive SQL', 'frontiers', 'in all', 'frontiers', '`reach`'],
    rows,
  )
}

const depth = 5

type Found = { readonly found: number; readonly hops: number }

const timed = async (work: () => Promise<Found>): Promise<Found & { readonly ms: string }> => {
  const start = performance.now()
  const before = process.cpuUsage()
  const found = await work()
  const { user, system } = process.cpuUsage(before)
  const wall = performance.now() - start
  return { ...found, ms: `${((user + system) / 1000).toFixed(0)} and ${wall.toFixed(0)} ms` }
}

const assertSame = (one: number, other: number): void => {
  if (one !== other) throw new Error(`${one} addresses by one way, ${other} by another`)
}

const load = async (session: Session, { src, dst }: Flow): Promise<void> => {
  await session.run(sql`create table unsorted (seq bigint, src bigint, dst bigint)`)
  const rows = await session.append('unsorted')
  for (let i = 0; i < src.length; i++) rows.add([i + 1, src[i] as number, dst[i] as number])
  rows.end()
  // By source, so that a join looks at few pieces of the table.
  await session.run(
    sql`create table moves as select seq::integer as seq, src::integer as src, dst::integer as dst from unsorted order by src, seq`,
  )
  await session.run(sql`drop table unsorted`)
}

const recurse = async (session: Session, seed: number): Promise<Found> => {
  const counted = sql`
    with recursive reached (address, seq, hops) as (
      select ${seed}::integer, 0, 0
      union all
      select m.dst, min(m.seq), r.hops + 1
      from reached r join moves m on m.src = r.address and m.seq > r.seq
      where r.hops < ${depth}
      group by m.dst, r.hops)
    select count(distinct address)::integer as found from reached`
  for await (const { found } of session.query(counted)) return { found: Number(found), hops: depth }
  throw new Error('no count')
}

/** Goes from those last reached, or reached earlier than was known, to those whom they sent to after. */
const advance = async (session: Session, seed: number, most: number): Promise<Found> => {
  const first = sql`select ${seed}::integer as address, 0 as seq`
  await session.run(sql`create or replace table reached as ${first}`)
  await session.run(sql`create or replace table frontier as ${first}`)
  const next = sql`
    create or replace table frontier as
    with sent as (
      select m.dst as address, min(m.seq) as seq
      from frontier f join moves m on m.src = f.address and m.seq > f.seq
      group by m.dst)
    select sent.* from sent left join reached r using (address)
    where r.seq is null or sent.seq < r.seq`
  const merge = sql`
    create or replace table reached as
    select address, min(seq) as seq from (from reached union all from frontier) group by address`
  for (let hops = 0; hops < most; hops++) {
    await session.run(next)
    for await (const { last } of session.query(sql`select count(*) = 0 as last from frontier`))
      if (last) return { found: await countReached(session), hops }
    await session.run(merge)
  }
  return { found: await countReached(session), hops: most }
}

const countReached = async (session: Session): Promise<number> => {
  for await (const { found } of session.query(sql`select count(*)::integer as found from reached`))
    return Number(found)
  throw new Error('no count')
}

const reachFrom = (flow: Flow, seed: number): number => {
  const [seeds, stops] = [new Uint8Array(flow.addresses), new Uint8Array(flow.addresses)]
  seeds[seed] = 1
  return reach(flow, { policy: 'haircut', seeds, stops }).address.length
}
