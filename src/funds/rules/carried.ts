import { type Amounts, type Flow, moveKinds, nobody } from '../flow/flow.ts'
import { Ahead, batch } from './ahead.ts'
import { pick, pickBytes } from './pick.ts'
import { sourceOf } from './source.ts'
import type { Spread, Tracing } from './tracing.ts'

const fee = moveKinds.indexOf('fee')

/** What a trace found, of the addresses and moves alone that value came through. */
export type Carried = {
  /** The moves that carried some, in order; ends that value did not come through are nobody. */
  readonly flow: Flow
  /** Of each address its place in the whole: seeds, then others in the order in which value came. */
  readonly address: Uint32Array
  /** Of each move its place in the whole. */
  readonly move: Uint32Array
  /** 1 for a move by which value of a seed leaves it. */
  readonly begins: Uint8Array
  /** Amounts at the places of these addresses and moves. */
  readonly spread: Spread
}

/** Where nothing is traced. */
export const nothingCarried = ({ amount }: Flow): Carried => {
  const none = new Uint32Array(0)
  const amounts: Amounts = amount instanceof Float64Array ? new Float64Array(0) : []
  return {
    flow: { addresses: 0, src: none, dst: none, amount: amounts, kind: new Uint8Array(0) },
    address: none,
    move: none,
    begins: new Uint8Array(0),
    spread: {
      tainted: amounts,
      moved: amounts,
      seeded: 0n,
      held: 0n,
      stopped: 0n,
      burned: 0n,
      fees: 0n,
    },
  }
}

/** Places that hold a 1, ascending. */
export const markedPlaces = (marks: Uint8Array | undefined): readonly number[] => {
  const places: number[] = []
  for (let at = marks?.indexOf(1) ?? -1; at >= 0; at = marks?.indexOf(1, at + 1) ?? -1)
    places.push(at)
  return places
}

/** Takes what carried value out of a trace through a whole flow. */
export const carriedOf = (flow: Flow, tracing: Tracing, spread: Spread): Carried => {
  const { seeds, seedMoves } = tracing
  const move = carriers(spread.moved)
  const src = new Uint32Array(move.length)
  const dst = new Uint32Array(move.length)
  const kind = pickBytes(flow.kind, move)
  const begins = new Uint8Array(move.length)
  for (let i = 0; i < move.length; i++) {
    const whole = move[i] as number
    const from = sourceOf(flow.src[whole] as number, kind[i] as number)
    src[i] = from
    dst[i] = kind[i] === fee ? nobody : (flow.dst[whole] as number)
    begins[i] = (from !== nobody && seeds[from] === 1) || seedMoves?.[whole] === 1 ? 1 : 0
  }
  const address = numberEnds({ src, dst }, flow.addresses, markedPlaces(seeds))
  return {
    flow: { addresses: address.length, src, dst, kind, amount: pick(flow.amount, move) },
    address,
    move,
    begins,
    spread: {
      ...spread,
      tainted: pick(spread.tainted, address),
      moved: pick(spread.moved, move),
    },
  }
}

/**
 * Numbers the ends of moves anew: those that are first, then destinations in their order; others are nobody.
 * Returns the place of each number.
 */
const numberEnds = (
  ends: Pick<Flow, 'src' | 'dst'>,
  addresses: number,
  first: readonly number[],
): Uint32Array => {
  const { src, dst } = ends
  /** The number of each address and 1 more, 0 for none yet. */
  const numbers = new Float64Array(addresses)
  const places = new Uint32Array(first.length + dst.length)
  let count = 0
  const know = (place: number): void => {
    if (numbers[place] !== 0) return
    places[count++] = place
    numbers[place] = count
  }
  const numberOf = (place: number): number =>
    // One less than 0 is nobody in 32 bits.
    place === nobody ? nobody : (numbers[place] as number) - 1
  first.forEach(know)
  const ahead = new Ahead(2 * batch)
  for (let begin = 0; begin < src.length; begin += batch) {
    const end = Math.min(src.length, begin + batch)
    ahead.addEnds(ends, 1, begin, end)
    ahead.read(numbers)
    for (let i = begin; i < end; i++) {
      if (dst[i] !== nobody) know(dst[i] as number)
      src[i] = numberOf(src[i] as number)
      dst[i] = numberOf(dst[i] as number)
    }
  }
  return places.slice(0, count)
}

const carriers = (moved: Amounts): Uint32Array => {
  const places = new Uint32Array(moved.length)
  let count = 0
  for (let i = 0; i < moved.length; i++) if ((moved[i] as number) > 0) places[count++] = i
  return places.slice(0, count)
}
