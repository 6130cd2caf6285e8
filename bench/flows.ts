/**
 * How much of the value that leaves the sources of a theft that people have traced by hand is found at the
 * true ends, and how much of what is traced moves along the true transfers, alone and among so many times
 * as many other transfers that touch the true addresses too: `npm run bench -- flows [TIMES]` (100).
 * Others come in two ways: to true addresses and from true ends alone; or through true addresses, each sum that
 * a stranger sends one going on to another stranger later, which no policy can tell from what was stolen.
 * Then the same with addresses that only forward to an end taken for its deposits, from so many forwards on.
 * Value on a deposit counts as found only where the truth names it as an end.
 * Reads `chain/flows/*` of the folder that MUSTER_DATA names.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openInMemory, sql } from '../src/engine/index.ts'
import { openFile } from '../src/formats/index.ts'
import { policies, traceFlows } from '../src/funds/index.ts'
import type { Moved } from '../src/funds/trace.ts'
import type { Label, Source, SourceId } from '../src/model/index.ts'
import { takeTransfers } from '../src/sources/index.ts'
import { drawer } from './trace/made-flow.ts'

const [times = '100'] = process.argv.slice(2)
const data = process.env.MUSTER_DATA
if (!data) throw new Error('MUSTER_DATA names no folder')

const linesOf = (path: string): readonly string[] =>
  readFileSync(path, 'utf8').trim().split(/\r?\n/)

type Edge = {
  readonly time: string
  readonly block: number
  readonly src: string
  readonly dst: string
  readonly cents: bigint
}

const readEdges = (path: string): readonly Edge[] =>
  linesOf(path)
    .slice(1)
    .map((line) => {
      const [time, block, , src, , dst, , value] = line.split(',') as string[]
      return {
        time,
        block: Number(block),
        src,
        dst,
        cents: BigInt(Math.round(100 * Number(value))),
      } as Edge
    })

/**
 * Other transfers: half of them from strangers to a true address or from a true end on, half among
 * strangers. From other true addresses none can come: only their owners send, and what they sent is what
 * was traced. Amounts are from those that were traced down to a millionth of them, as dust is.
 */
const makeNoise = (
  edges: readonly Edge[],
  ends: readonly string[],
  count: number,
): readonly Edge[] => {
  const draw = drawer(5)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(draw() * all.length)] as T
  const addresses = [...new Set(edges.flatMap(({ src, dst }) => [src, dst]))]
  const strangers = Array.from({ length: 10 * addresses.length }, (_, i) => `stranger ${i}`)
  return Array.from({ length: count }, () => {
    const touches = draw() < 0.5
    const leaves = touches && draw() < 0.5
    const cents = Number(pick(edges).cents) / 10 ** (6 * draw())
    const { time, block } = pick(edges)
    return {
      time,
      block,
      src: leaves ? pick(ends) : pick(strangers),
      dst: touches && !leaves ? pick(addresses) : pick(strangers),
      cents: BigInt(Math.round(cents)),
    }
  })
}

/** Other transfers through true addresses that are no end: what a stranger sends goes on to another later. */
const makeThrough = (
  edges: readonly Edge[],
  ends: readonly string[],
  count: number,
): readonly Edge[] => {
  const draw = drawer(6)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(draw() * all.length)] as T
  const between = [...new Set(edges.map(({ src }) => src))].filter((each) => !ends.includes(each))
  return Array.from({ length: count / 2 }, (_, i) => {
    const cents = BigInt(Math.round(Number(pick(edges).cents) / 10 ** (6 * draw())))
    const [one, other] = [pick(edges), pick(edges)].sort((a, b) => a.block - b.block) as [
      Edge,
      Edge,
    ]
    const address = pick(between)
    return [
      { time: one.time, block: one.block, src: `giver ${i}`, dst: address, cents },
      { time: other.time, block: other.block, src: address, dst: `taker ${i}`, cents },
    ]
  }).flat()
}

const mixtures = [
  { name: 'nothing else', make: () => [], deposits: true },
  { name: `${times} times as many others`, make: makeNoise, deposits: true },
  { name: `${times} times as many others through them`, make: makeThrough, deposits: false },
]

for (const name of ['harmony-2022', 'phish54m-2024'])
  for (const mixture of mixtures) {
    const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'))
    const at = join(data, 'chain', 'flows', name)
    const edges = readEdges(join(at, 'edges.csv'))
    const ends = linesOf(join(at, 'terminals.csv'))
    const all = [...edges, ...mixture.make(edges, ends, Number(times) * edges.length)]
    const path = join(folder, 'transfers.csv')
    writeFileSync(
      path,
      `time,block,index,tx,src,dst,amount\n${all
        .map(
          ({ time, block, src, dst, cents }, i) =>
            `${time},${block},${i},${i < edges.length ? 'true' : 'other'},${src},${dst},${cents}`,
        )
        .join('\n')}\n`,
    )
    const labels = ends.map(
      (address): Label => ({
        address,
        kind: 'service',
        category: 'service',
        label: 'end',
        source: '',
        confidence: 100,
        place: '',
      }),
    )
    const ways = [
      ...policies.filter((each) => each !== 'poison').map((policy) => ({ policy, deposits: 0 })),
      ...(mixture.deposits ? [1, 2, 3, 5, 10] : []).map((deposits) => ({
        policy: 'haircut' as const,
        deposits,
      })),
    ]
    for (const { policy, deposits } of ways) {
      const engine = await openInMemory({ memory: '2GB', spill: join(folder, 'spill') })
      const file = await openFile(path)
      const source: Source = {
        id: 'bench' as SourceId,
        path,
        sha256: '',
        kind: 'transfers',
        bytes: 0,
        learned: null,
      }
      await takeTransfers(engine, { files: [{ file, source }], folder })
      const start = performance.now()
      const { assets } = await traceFlows(engine, {
        seeds: linesOf(join(at, 'sources.csv')),
        policy,
        backward: false,
        labels,
        assets: [],
        hub: 1_000,
        deposits,
      })
      const seconds = (performance.now() - start) / 1000
      const found = assets[0]
      if (!found) throw new Error('nothing was traced')
      const tx: string[] = []
      for await (const row of engine.query(sql`select tx from move order by rowid`))
        tx.push(row.tx as string)
      const trueShareOf = (moves: Iterable<Moved>): string => {
        let [right, moved] = [0n, 0n]
        for (const { move, amount } of moves) {
          moved += amount
          if (tx[move] === 'true') right += amount
        }
        return `${((100 * Number(right)) / Number(moved)).toFixed(1)} %`
      }
      const onPaths = trueShareOf(found.holders.flatMap(({ path }) => path))
      const ofAll = trueShareOf(found.moved())
      const share = (part: bigint): string =>
        `${((100 * Number(part)) / Number(found.seeded)).toFixed(1)} %`
      const inferred = found.holders.filter(({ stop }) => stop?.label.startsWith('deposit of'))
      const onDeposits = inferred.reduce((sum, { amount }) => sum + amount, 0n)
      const told =
        deposits === 0
          ? ''
          : ` (deposits from ${deposits} forwards on: ${share(onDeposits)} at ${inferred.length})`
      console.log(
        `${name}, ${mixture.name}, ${policy}${told}: at the true ends ${share(found.stopped - onDeposits)}, at rest ${share(found.held)}, gaps ${share(found.gaps)}; along true transfers move ${ofAll} of what is traced, ${onPaths} of it on the paths; ${seconds.toFixed(1)} s`,
      )
      await engine.close()
    }
    rmSync(folder, { recursive: true })
  }
