import { type Flow, moveKinds, nobody } from '../../flow/flow.ts'
import { isIdle, sourceOf } from '../../rules/source.ts'
import { busy, type PatternId } from './table.ts'

/** Moves of each address, in order of time. */
export type Index = (address: number) => Uint32Array

/** A service or hub: it may pay wages. */
export const service = 1
/** Any other stop. */
export const otherStop = 2

/** The transfers of one asset as patterns are looked for in them. */
export type Scene = {
  readonly asset: string
  readonly flow: Flow
  /** Milliseconds since 1970; NaN where unknown. A move without a time takes part in no pattern. */
  readonly time: Float64Array
  /** `service` or `otherStop` for addresses that are stops, which are subjects of no pattern; else 0. */
  readonly stops: Uint8Array
  /** 1 for the transactions of chains on which value goes through those. */
  readonly transactions: Uint8Array
  /** What each address sends to others and what it receives; what it pays as fees stands apart. */
  readonly outs: Index
  readonly ins: Index
  readonly fees: Index
}

/** A pattern that was found. Addresses and moves are numbers of the flow. */
export type PatternFinding = {
  readonly pattern: PatternId
  readonly subject: number
  /** Those that take part, the subject first. */
  readonly addresses: readonly number[]
  /** The moves that prove it, in order of time. */
  readonly moves: readonly number[]
  /** What the table says that strength is, the higher the rarer. */
  readonly strength: number
  readonly facts: Readonly<Record<string, number | string>>
}

type Given = Pick<Scene, 'asset' | 'flow' | 'time' | 'stops' | 'transactions'>

const fee = moveKinds.indexOf('fee')

/** Lays out what patterns are looked for in; moves of nothing, to oneself or without a time are left out. */
export const makeScene = (given: Given): Scene => {
  const { flow, time } = given
  const order = timedMoves(flow, time)
  const sender = (i: number): number => sourceOf(flow.src[i] as number, flow.kind[i] as number)
  const index = (end: (move: number) => number): Index => indexBy(flow.addresses, order, end)
  return {
    ...given,
    outs: index((i) => (flow.kind[i] === fee ? nobody : sender(i))),
    ins: index((i) => flow.dst[i] as number),
    fees: index((i) => (flow.kind[i] === fee ? sender(i) : nobody)),
  }
}

const timedMoves = ({ src, dst, kind, amount }: Flow, time: Float64Array): Uint32Array => {
  const moves = new Uint32Array(src.length)
  let count = 0
  let sorted = true
  let last = Number.NEGATIVE_INFINITY
  for (let i = 0; i < src.length; i++) {
    const at = time[i] as number
    const from = sourceOf(src[i] as number, kind[i] as number)
    if (Number.isNaN(at) || isIdle(from, dst[i] as number) || Number(amount[i]) === 0) continue
    if (at < last) sorted = false
    last = at
    moves[count++] = i
  }
  const timed = moves.slice(0, count)
  return sorted ? timed : timed.sort((a, b) => (time[a] as number) - (time[b] as number) || a - b)
}

/** Moves in order, by the address at an end of each; those that nobody is at are left out. */
const indexBy = (addresses: number, order: Uint32Array, end: (move: number) => number): Index => {
  const start = new Uint32Array(addresses + 1)
  for (const move of order) {
    const at = end(move)
    if (at !== nobody) start[at + 1] = (start[at + 1] as number) + 1
  }
  for (let i = 0; i < addresses; i++) start[i + 1] = (start[i + 1] as number) + (start[i] as number)
  const moves = new Uint32Array(start[addresses] as number)
  const next = start.slice()
  for (const move of order) {
    const at = end(move)
    if (at === nobody) continue
    moves[next[at] as number] = move
    next[at] = (next[at] as number) + 1
  }
  return (address) => moves.subarray(start[address], start[address + 1])
}

export const amountOf = ({ flow }: Scene, move: number): bigint =>
  BigInt(flow.amount[move] as number | bigint)

export const timeOf = ({ time }: Scene, move: number): number => time[move] as number

export const sumOf = (scene: Scene, moves: Iterable<number>): bigint => {
  let sum = 0n
  for (const move of moves) sum += amountOf(scene, move)
  return sum
}

/**
 * Whether an address may be the subject of a pattern: a stop is none, a transaction is no address, and what
 * moves so often is a machine of some service that nobody has labelled.
 */
export const isSubject = ({ stops, transactions, ins, outs }: Scene, address: number): boolean =>
  stops[address] === 0 &&
  transactions[address] !== 1 &&
  ins(address).length + outs(address).length <= busy

/** Moves in order of time, each once. */
export const inOrder = (scene: Scene, moves: Iterable<number>): readonly number[] =>
  [...new Set(moves)].sort((a, b) => timeOf(scene, a) - timeOf(scene, b) || a - b)

export const hourMs = 3_600_000
export const dayMs: number = 24 * hourMs
