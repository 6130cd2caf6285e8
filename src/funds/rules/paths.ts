import { type Amounts, type Flow, nobody } from '../flow/flow.ts'
import { Ahead, batch } from './ahead.ts'

/** How tainted value came to addresses. */
export type Paths = {
  /** Fewest transfers from a seed to each address; 0 where none came. */
  readonly hops: Uint32Array
  /** The transfers of the path to an address that carries most, from a seed on. */
  pathTo(address: number): readonly number[]
}

/**
 * Follows the tainted part of each transfer in its order. Of all paths in time order to an address the
 * one is kept whose least transfer carries most (the widest path); of equal ones the earlier.
 * @param tainted tainted part of each transfer, in base units
 * @param begins 1 for a transfer by which value of a seed leaves it
 */
export const findPaths = (flow: Flow, tainted: Amounts, begins: Uint8Array): Paths => {
  const { addresses, src, dst } = flow
  const width: (number | bigint)[] | Float64Array =
    tainted instanceof Float64Array ? new Float64Array(addresses) : new Array(addresses).fill(0n)
  const cards = new Float64Array(addresses)
  /** The same memory: the fewest hops to each address, then the transfer of its widest path and 1 more. */
  const [hops, last] = [0, 1]
  const card = new Uint32Array(cards.buffer)
  /** In place of the transfer before each transfer and 1 more, 0 for none. */
  const before = new Uint32Array(src.length)
  const ahead = new Ahead(2 * batch)
  const make = (move: number): void => {
    const part = tainted[move] as number
    if (!(part > 0)) return
    const [from, to] = [src[move] as number, dst[move] as number]
    const first = begins[move] === 1
    if (!first) before[move] = card[2 * from + last] as number
    if (to === nobody || to === from) return
    const carried = first || part < (width[from] as number) ? part : (width[from] as number)
    const count = first ? 1 : (card[2 * from + hops] as number) + 1
    const known = card[2 * to + hops] as number
    if (known === 0 || count < known) card[2 * to + hops] = count
    if (carried <= (width[to] as number)) return
    width[to] = carried
    card[2 * to + last] = move + 1
  }
  for (let begin = 0; begin < src.length; begin += batch) {
    const end = Math.min(src.length, begin + batch)
    ahead.addEnds(flow, 1, begin, end)
    ahead.read(cards)
    if (width instanceof Float64Array) {
      ahead.addEnds(flow, 1, begin, end)
      ahead.read(width)
    }
    for (let move = begin; move < end; move++) make(move)
  }
  return {
    hops: everySecond(card),
    pathTo: (address) => {
      const path: number[] = []
      for (
        let next = card[2 * address + last] as number;
        next > 0;
        next = before[next - 1] as number
      )
        path.push(next - 1)
      return path.reverse()
    },
  }
}

/** A loop, as in `pick`. */
const everySecond = (list: Uint32Array): Uint32Array => {
  const picked = new Uint32Array(list.length / 2)
  for (let i = 0; i < picked.length; i++) picked[i] = list[2 * i] as number
  return picked
}
