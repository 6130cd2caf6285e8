import { type Engine, sql } from '../engine/index.ts'
import { type HolderAnswer, type StepAnswer, type TraceFrom, toInstant } from './answer.ts'
import { type Cited, citeMoves } from './cited.ts'
import { moveKinds } from './flow/flow.ts'
import { compareAmounts } from './rules/compare.ts'
import { groupBy } from './rules/group.ts'
import type { AssetTrace } from './trace.ts'

/** What is left out of a list, and what it comes to in base units. */
export type Left = { readonly count: number; readonly amount: string }

/** A single transfer of a way. */
export type WayStep = Omit<StepAnswer, 'src' | 'dst'>

/** All traced value that went from one address to another; null is nobody. */
export type Way = {
  readonly src: string | null
  readonly dst: string | null
  readonly kind: (typeof moveKinds)[number]
  /** The traced part, in base units. */
  readonly amount: string
  readonly transfers: number
  /** When the first and the last of them were made, `2026-11-30T12:00:00Z`; null where no time is known. */
  readonly first: string | null
  readonly last: string | null
  /** The transfers that carried most of it, in their order. */
  readonly steps: readonly WayStep[]
  readonly stepsLeft: Left
}

/** Most transfers of a way that are told one by one. */
const few = 10

export const leftOf = (rest: readonly { readonly amount: bigint | string }[]): Left => ({
  count: rest.length,
  amount: `${rest.reduce((sum, { amount }) => sum + BigInt(amount), 0n)}`,
})

/**
 * Traced value by its two ends, the largest first: `most` of them, and what is left. The engine still
 * holds the flows.
 */
export const waysOf = async (
  engine: Engine,
  { flows: { addresses }, sources }: Pick<TraceFrom, 'flows' | 'sources'>,
  { trace: { moved }, most }: { readonly trace: AssetTrace; readonly most: number },
): Promise<{ readonly ways: readonly Way[]; readonly left: Left }> => {
  await engine.transaction(async (session) => {
    await session.run(sql`create or replace table carried (move bigint, amount varchar)`)
    const rows = await session.append('carried')
    for (const { move, amount } of moved()) rows.add([move, `${amount}`])
  })
  await engine.transaction(async (session) => {
    await session.run(sql`
      create or replace table trail_step as
      select c.move, c.amount::hugeint as amount, m.src, m.dst, m.kind, m.time
      from carried c join bare_move m on m.rowid = c.move`)
    await session.run(sql`
      create or replace table trail_way as
      select src, dst, kind, sum(amount) as amount, count(*)::integer as transfers,
        min(time) as first, max(time) as last
      from trail_step group by src, dst, kind order by amount desc, src, dst, kind`)
  })
  const steps = await readSteps(engine, most)
  const cited = await citeMoves(
    engine,
    steps.map(({ move }) => move),
  )
  const toStep = ({ move, carried }: StepRow): WayStep => {
    const { tx, time, amount, source, row } = cited.get(move) as Cited
    return {
      ...{ tx: tx ?? '', time: toInstant(time), amount: carried, of: amount },
      ...{ source: sources[source]?.id ?? '', row },
    }
  }
  const ways = [...groupBy(steps, ({ way }) => way).values()].map((own): Way => {
    const { src, dst, kind, amount, transfers, first, last } = own[0] as StepRow
    const told = own.reduce((sum, { carried }) => sum + BigInt(carried), 0n)
    return {
      src: addresses[src] ?? null,
      dst: addresses[dst] ?? null,
      kind: moveKinds[kind] as Way['kind'],
      amount,
      transfers,
      first: toInstant(first),
      last: toInstant(last),
      steps: own.map(toStep),
      stepsLeft: { count: transfers - own.length, amount: `${BigInt(amount) - told}` },
    }
  })
  return { ways, left: await readLeft(engine, most) }
}

/** A transfer of a way, with what is told of the way. */
type StepRow = {
  readonly way: number
  readonly src: number
  readonly dst: number
  readonly kind: number
  readonly amount: string
  readonly transfers: number
  readonly first: number | null
  readonly last: number | null
  readonly move: number
  readonly carried: string
}

/** The transfers that are told of each way that is, by the place of the way, in their order. */
const readSteps = async (engine: Engine, most: number): Promise<readonly StepRow[]> => {
  const steps: StepRow[] = []
  const query = sql`
    with shown as (select rowid as way, * from trail_way where rowid < ${most}),
    ranked as (
      select w.*, s.move, s.amount as carried,
        row_number() over (partition by w.way order by s.amount desc, s.move) as place
      from shown w
      join trail_step s on s.src = w.src and s.dst = w.dst and s.kind = w.kind)
    select way, src, dst, kind, amount::varchar as amount, transfers, first, last, move,
      carried::varchar as carried
    from ranked where place <= ${few} order by way, move`
  for await (const row of engine.query(query)) steps.push(row as StepRow)
  return steps
}

const readLeft = async (engine: Engine, most: number): Promise<Left> => {
  const query = sql`
    select count(*)::integer as count, coalesce(sum(amount), 0)::hugeint::varchar as amount
    from trail_way where rowid >= ${most}`
  let left: Left = { count: 0, amount: '0' }
  for await (const row of engine.query(query)) left = row as Left
  return left
}

/** What the widest paths carry between their ends; a transfer that several share is told once. */
export const waysOfPaths = (ends: readonly HolderAnswer[]): readonly Way[] => {
  const steps = new Map(
    ends.flatMap(({ path }) => path.map((step) => [`${step.source} ${step.row}`, step] as const)),
  )
  return [...groupBy(steps.values(), ({ src, dst }) => `${src}\t${dst}`).values()]
    .map(toWay)
    .sort((a, b) => compareAmounts(BigInt(b.amount), BigInt(a.amount)))
}

const toWay = (all: readonly StepAnswer[]): Way => {
  const { src, dst } = all[0] as StepAnswer
  const times = all.flatMap(({ time }) => time ?? []).sort()
  const ranked = [...all].sort((a, b) => compareAmounts(BigInt(b.amount), BigInt(a.amount)))
  const shown = new Set(ranked.slice(0, few))
  return {
    src,
    dst,
    kind: 'transfer',
    amount: leftOf(all).amount,
    transfers: all.length,
    first: times[0] ?? null,
    last: times.at(-1) ?? null,
    steps: all
      .filter((step) => shown.has(step))
      .sort((a, b) => compareTimes(a.time, b.time))
      .map(({ src: _src, dst: _dst, ...step }) => step),
    stepsLeft: leftOf(ranked.slice(few)),
  }
}

/** What has no time stands first. */
const compareTimes = (a: string | null, b: string | null): number =>
  (a ?? '') < (b ?? '') ? -1 : Number((a ?? '') > (b ?? ''))
