import { type Flow, moveKinds, nobody } from '../flow/flow.ts'
import { pick, pickBytes } from './pick.ts'
import { isIdle, sourceOf } from './source.ts'
import type { Tracing } from './tracing.ts'

const fee = moveKinds.indexOf('fee')

/** Of an address: value that is traced can come to it and go on, or ends there. */
const reached = 1
const ended = 2

/** The part of a flow that a trace can touch, with numbers of its own. */
export type Part = {
  readonly flow: Flow
  readonly tracing: Tracing
  /** Of each address and move of the part its place in the whole. */
  readonly address: Uint32Array
  readonly move: Uint32Array
}

/**
 * The part of a flow that value from the seeds can have come to, in order of time and no further than
 * stops, with all moves of the addresses there. A trace through it gives what one through the whole
 * gives; ends outside are nobody. Two passes over the moves in order: no index is needed, since what a
 * move can bring is known by what came before.
 */
export const reach = (flow: Flow, tracing: Tracing): Part => {
  const mark = reachOf(flow, tracing)
  const move = touched(flow, mark, tracing.seedMoves)
  const address = marked(mark)
  const place = new Uint32Array(flow.addresses).fill(nobody)
  for (let i = 0; i < address.length; i++) place[address[i] as number] = i
  const { seeds, stops, seedMoves, initial } = tracing
  return {
    flow: {
      addresses: address.length,
      src: renumbered(flow.src, move, place),
      dst: renumbered(flow.dst, move, place),
      kind: pickBytes(flow.kind, move),
      amount: pick(flow.amount, move),
    },
    tracing: {
      policy: tracing.policy,
      seeds: pickBytes(seeds, address),
      stops: pickBytes(stops, address),
      seedMoves: seedMoves && pickBytes(seedMoves, move),
      initial: initial && pick(initial, address),
    },
    address,
    move,
  }
}

const renumbered = (ends: Uint32Array, move: Uint32Array, place: Uint32Array): Uint32Array => {
  const picked = new Uint32Array(move.length)
  for (let i = 0; i < move.length; i++) {
    const whole = ends[move[i] as number] as number
    picked[i] = whole === nobody ? nobody : (place[whole] as number)
  }
  return picked
}

const reachOf = (flow: Flow, { seeds, seedMoves, stops }: Tracing): Uint8Array => {
  const { src, dst, kind, amount } = flow
  const mark = seeds.slice()
  for (let i = 0; i < src.length; i++) {
    const from = sourceOf(src[i] as number, kind[i] as number)
    if ((from === nobody || mark[from] !== reached) && seedMoves?.[i] !== 1) continue
    const to = dst[i] as number
    if (to === nobody || mark[to] !== 0 || kind[i] === fee || Number(amount[i]) === 0) continue
    mark[to] = stops[to] === 1 ? ended : reached
  }
  return mark
}

/** Moves whose source or destination is reached, and those that are seeds themselves. */
const touched = (
  { src, dst, kind }: Flow,
  mark: Uint8Array,
  seedMoves?: Uint8Array,
): Uint32Array => {
  const places = new Uint32Array(src.length)
  let count = 0
  for (let i = 0; i < src.length; i++) {
    const from = sourceOf(src[i] as number, kind[i] as number)
    const to = dst[i] as number
    if (isIdle(from, to)) continue
    const touches =
      (from !== nobody && mark[from] === reached) ||
      (to !== nobody && mark[to] === reached) ||
      seedMoves?.[i] === 1
    if (touches) places[count++] = i
  }
  return places.slice(0, count)
}

const marked = (mark: Uint8Array): Uint32Array => {
  const places = new Uint32Array(mark.length)
  let count = 0
  for (let i = 0; i < mark.length; i++) if (mark[i] !== 0) places[count++] = i
  return places.slice(0, count)
}
