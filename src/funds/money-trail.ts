import { type Engine, sql } from '../engine/index.ts'
import { type HolderAnswer, type TraceFrom, toHolderAnswers, toSummary } from './answer.ts'
import { moveKinds } from './flow/flow.ts'
import type { AssetTrace, Holder } from './trace.ts'

/** All traced value that went from one address to another; null is nobody. */
export type TrailLink = {
  readonly src: string | null
  readonly dst: string | null
  readonly kind: (typeof moveKinds)[number]
  /** The traced part, in base units. */
  readonly amount: string
  readonly transfers: number
  /** When the first and the last of them were made, `2026-11-30T12:00:00Z`; null where no time is known. */
  readonly first: string | null
  readonly last: string | null
}

/** Where value went in one asset, or where it came from, ready to be shown: texts only, no numbers of places. */
export type MoneyTrail = {
  readonly asset: string
  /** Amounts are in base units; `decimals` of them make a unit of `symbol`. Null where nobody says. */
  readonly symbol: string | null
  readonly decimals: number | null
  readonly backward: boolean
  /** The addresses that it begins at. */
  readonly seeds: readonly string[]
  readonly summary: Readonly<Record<SummaryPart, string>>
  /** Who holds it, those with most first, each with its stop, range and widest path. */
  readonly ends: readonly HolderAnswer[]
  /** Holders that are left out of `ends` because they hold least, and what they hold in all. */
  readonly endsLeft: Left
  /** Between whom it moved, by the traced amount. */
  readonly links: readonly TrailLink[]
  readonly linksLeft: Left
}

type SummaryPart = 'seeded' | 'held' | 'stopped' | 'fees' | 'gaps' | 'unfunded'

export type Left = { readonly count: number; readonly amount: string }

/** A unit of an asset that people read. */
export type Unit = { readonly symbol: string; readonly decimals: number }

export type Trailing = {
  readonly seeds: readonly string[]
  readonly backward: boolean
  readonly unit: Unit | undefined
  /** Most holders and links that are shown one by one; the rest is told as a sum. */
  readonly most: number
  /** Only these holders are asked for, and only the paths to them are told. */
  readonly only?: readonly Holder[] | undefined
}

/** Lays a trace of one asset out for people. The engine still holds the table `move`. */
export const toMoneyTrail = async (
  engine: Engine,
  from: TraceFrom,
  trace: AssetTrace,
  { seeds, backward, unit, most, only }: Trailing,
): Promise<MoneyTrail> => {
  const ends: HolderAnswer[] = []
  const holders = only ?? trace.holders
  const shown = { ...trace, holders: holders.slice(0, most) }
  for await (const end of toHolderAnswers(engine, from, shown)) ends.push(end)
  const links = only ? linksOfPaths(ends) : await linksOf(engine, from.flows.addresses, trace)
  return {
    asset: trace.asset,
    symbol: unit?.symbol ?? null,
    decimals: unit?.decimals ?? null,
    backward,
    seeds,
    summary: toSummary(trace) as MoneyTrail['summary'],
    ends,
    endsLeft: leftOf(holders.slice(most)),
    links: links.slice(0, most),
    linksLeft: leftOf(links.slice(most)),
  }
}

const leftOf = (rest: readonly { readonly amount: bigint | string }[]): Left => ({
  count: rest.length,
  amount: `${rest.reduce((sum, { amount }) => sum + BigInt(amount), 0n)}`,
})

/** Traced value by its two ends, the largest first. */
const linksOf = async (
  engine: Engine,
  addresses: readonly string[],
  { moved }: AssetTrace,
): Promise<readonly TrailLink[]> => {
  await engine.transaction(async (session) => {
    await session.run(sql`create or replace table carried (move bigint, amount varchar)`)
    const rows = await session.append('carried')
    for (const { move, amount } of moved()) rows.add([move, `${amount}`])
  })
  const links: TrailLink[] = []
  const query = sql`
    select src, dst, kind, amount::varchar as amount, transfers,
      strftime(make_timestamp(first * 1000), '%Y-%m-%dT%H:%M:%SZ') as first,
      strftime(make_timestamp(last * 1000), '%Y-%m-%dT%H:%M:%SZ') as last
    from (
      select m.src, m.dst, m.kind, sum(c.amount::hugeint) as amount, count(*)::integer as transfers,
        min(m.time) as first, max(m.time) as last
      from carried c join move m on m.rowid = c.move
      group by m.src, m.dst, m.kind) as link
    order by link.amount desc, src, dst, kind`
  for await (const { src, dst, kind, amount, transfers, first, last } of engine.query(query))
    links.push({
      src: addresses[src as number] ?? null,
      dst: addresses[dst as number] ?? null,
      kind: moveKinds[kind as number] as TrailLink['kind'],
      amount: amount as string,
      transfers: transfers as number,
      first: first as string | null,
      last: last as string | null,
    })
  return links
}

/** What the widest paths carry between their ends; a transfer that several share is told once. */
const linksOfPaths = (ends: readonly HolderAnswer[]): readonly TrailLink[] => {
  const steps = new Map(
    ends.flatMap(({ path }) => path.map((step) => [`${step.source} ${step.row}`, step] as const)),
  )
  const links = new Map<string, { -readonly [K in keyof TrailLink]: TrailLink[K] }>()
  for (const { src, dst, amount, time } of steps.values()) {
    const key = `${src}\t${dst}`
    const link = links.get(key)
    if (!link) {
      links.set(key, { src, dst, kind: 'transfer', amount, transfers: 1, first: time, last: time })
      continue
    }
    link.amount = `${BigInt(link.amount) + BigInt(amount)}`
    link.transfers++
    if (time !== null && (link.first === null || time < link.first)) link.first = time
    if (time !== null && (link.last === null || time > link.last)) link.last = time
  }
  return [...links.values()].sort(
    (a, b) =>
      Number(BigInt(b.amount) > BigInt(a.amount)) - Number(BigInt(b.amount) < BigInt(a.amount)),
  )
}
