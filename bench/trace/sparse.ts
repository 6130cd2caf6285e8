import type { Amounts } from '../../src/funds/flow/flow.ts'
import { type Carried, carriedOf } from '../../src/funds/rules/carried.ts'
import { mostTouched } from '../../src/funds/rules/carry.ts'
import { findPaths } from '../../src/funds/rules/paths.ts'
import { follow } from '../../src/funds/rules/sparse/follow.ts'
import { indexFlow } from '../../src/funds/rules/sparse/index-flow.ts'
import type { Doubles, IndexedFlow } from '../../src/funds/rules/sparse/indexed-flow.ts'
import { spread } from '../../src/funds/rules/spread.ts'
import { policies, type Tracing } from '../../src/funds/rules/tracing.ts'
import { hubsOf } from './hubs.ts'
import { drawer, makeFlow } from './made-flow.ts'
import { quantile } from './times.ts'
import { tableOf } from './written.ts'

/** Seeds whose value is also traced through all moves, which takes the same for each. */
const dense = 2

const processorMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Poison taints nearly all that can be reached, and is an upper bound. */
const conserving = policies.filter((policy) => policy !== 'poison')

/** The path of each address that value came to: what an answer shows. */
const explain = ({ flow, spread: { moved }, begins, address }: Carried): number => {
  const { pathTo } = findPaths(flow, moved, begins)
  let steps = 0
  for (let place = 0; place < address.length; place++) steps += pathTo(place).length
  return steps
}

const through = (flow: Doubles, tracing: Tracing): Carried =>
  carriedOf(flow, tracing, spread(flow, tracing))

const numbers = (list: readonly number[], digits = 0): readonly string[] =>
  [0.5, 0.95].map((share) => quantile(list, share).toFixed(digits))

const columns = [
  'one seed',
  'median',
  'p95',
  'through all',
  'moves that carry',
  'p95',
  'places looked at',
  'p95',
  'a place',
  'traced through all',
]

/**
 * What traces of single seeds take with the paths to all that value came to, by the moves of addresses
 * that hold it, beside traces through all moves: a table. Seeds are senders of moves drawn at random. All
 * is run on a small flow first, so that it is compiled.
 */
export const measureSeeds = (flow: Doubles, seeds: number, draw: () => number): string => {
  const small = makeFlow(100_000, 20_000, 1)
  rowsOf(indexFlow(small), sendersOf(small, 20, drawer(7)))
  const before = processorMs()
  const indexed = indexFlow(flow)
  const built = processorMs() - before
  const bytes = [indexed.begin, indexed.own, indexed.marks].map((list) => list.byteLength)
  const each = bytes.reduce((sum, size) => sum + size, 0) / flow.src.length
  return [
    `${seeds} seeds one by one, with all paths; index of own moves ${built.toFixed(0)} ms, ${each.toFixed(1)} bytes a move more.`,
    tableOf(columns, rowsOf(indexed, sendersOf(flow, seeds, draw))),
  ].join('\n\n')
}

const sendersOf = ({ src }: Doubles, count: number, draw: () => number): readonly number[] =>
  Array.from({ length: count }, () => src[Math.floor(draw() * src.length)] as number)

const rowsOf = (
  indexed: IndexedFlow,
  addresses: readonly number[],
): readonly (readonly string[])[] => {
  const ends = [
    ['hubs are stops', hubsOf(indexed.flow, 1000)],
    ['no stops', new Uint8Array(indexed.flow.addresses)],
  ] as const
  return ends.flatMap(([name, stops]) =>
    conserving.map((policy) => [
      `${policy}, ${name}`,
      ...rowOf(indexed, addresses, { policy, stops }),
    ]),
  )
}

const rowOf = (
  indexed: IndexedFlow,
  addresses: readonly number[],
  { policy, stops }: Pick<Tracing, 'policy' | 'stops'>,
): readonly string[] => {
  const { flow } = indexed
  const taken: number[] = []
  const whole: number[] = []
  const touched: number[] = []
  const carried: number[] = []
  let followedMs = 0
  for (const [i, address] of addresses.entries()) {
    const seeds = new Uint8Array(flow.addresses)
    seeds[address] = 1
    const tracing: Tracing = { policy, seeds, stops }
    const start = processorMs()
    const followed = follow(indexed, tracing, mostTouched(flow))
    const found = processorMs() - start
    const one: Carried = followed ?? through(flow, tracing)
    explain(one)
    taken.push(processorMs() - start)
    carried.push(one.move.length)
    if (followed) {
      touched.push(followed.touched)
      followedMs += found
    }
    if (i >= dense) continue
    const again = processorMs()
    const all = through(flow, tracing)
    explain(all)
    whole.push(processorMs() - again)
    expectSame(all.spread.tainted, one.spread.tainted)
  }
  const places = touched.reduce((sum, count) => sum + count, 0)
  return [
    ...numbers(taken, 1).map((ms) => `${ms} ms`),
    `${quantile(whole, 0.5).toFixed(0)} ms`,
    ...numbers(carried),
    ...numbers(touched),
    `${((followedMs / places) * 1e6).toFixed(0)} ns`,
    `${addresses.length - touched.length}`,
  ]
}

const expectSame = (all: Amounts, one: Amounts): void => {
  if (all.length !== one.length || !all.every((amount, i) => amount === one[i]))
    throw new Error('two ways to trace a seed differ')
}
