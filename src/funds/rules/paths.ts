import { type Amounts, type Flow, nobody } from '../flow/flow.ts'

/** How tainted value came to addresses. */
export type Paths = {
  /** Fewest transfers from a seed to each address; 0 where none came. */
  readonly hops: Uint32Array
  /** The transfers of the path to an address that carries most, from a seed on. */
  pathTo(address: number): readonly number[]
}

const none = -1

/**
 * Follows the tainted part of each transfer in its order. Of all paths in time order to an address the
 * one is kept whose least transfer carries most (the widest path); of equal ones the earlier.
 * @param tainted tainted part of each transfer, in base units
 * @param begins 1 for a transfer by which value of a seed leaves it
 */
export const findPaths = (flow: Flow, tainted: Amounts, begins: Uint8Array): Paths => {
  const { addresses, src, dst } = flow
  const hops = new Uint32Array(addresses)
  const width: (number | bigint)[] | Float64Array =
    tainted instanceof Float64Array ? new Float64Array(addresses) : new Array(addresses).fill(0n)
  /** The transfer by which the widest path comes to an address, and the one before each transfer. */
  const last = new Int32Array(addresses).fill(none)
  const before = new Int32Array(src.length).fill(none)
  for (let move = 0; move < src.length; move++) {
    const part = tainted[move] as number
    if (!(part > 0)) continue
    const [from, to] = [src[move] as number, dst[move] as number]
    const first = begins[move] === 1
    if (!first) before[move] = last[from] as number
    if (to === nobody || to === from) continue
    const carried = first || part < (width[from] as number) ? part : (width[from] as number)
    const count = first ? 1 : (hops[from] as number) + 1
    if (hops[to] === 0 || count < (hops[to] as number)) hops[to] = count
    if (carried <= (width[to] as number)) continue
    width[to] = carried
    last[to] = move
  }
  return {
    hops,
    pathTo: (address) => {
      const path: number[] = []
      for (let move = last[address] as number; move !== none; move = before[move] as number)
        path.push(move)
      return path.reverse()
    },
  }
}
