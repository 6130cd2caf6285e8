import type { Flow } from '../../src/funds/flow/flow.ts'

type Purse = { held: bigint; tainted: bigint }

/** Haircut as one would write it first: a map from address to what it holds, in big integers. */
export const traceMaps = (flow: Flow, seeds: Uint8Array): ReadonlyMap<number, Purse> => {
  const purses = new Map<number, Purse>()
  const purseOf = (address: number): Purse => {
    const known = purses.get(address) ?? { held: 0n, tainted: 0n }
    purses.set(address, known)
    return known
  }
  for (let i = 0; i < flow.src.length; i++) {
    const from = flow.src[i] as number
    const to = flow.dst[i] as number
    if (from === to) continue
    const amount = BigInt(flow.amount[i] as number)
    const giver = purseOf(from)
    const seen = amount < giver.held ? amount : giver.held
    const part = giver.held === 0n ? 0n : (seen * giver.tainted) / giver.held
    giver.held -= seen
    giver.tainted -= part
    const taker = purseOf(to)
    taker.held += amount
    taker.tainted += seeds[from] === 1 ? amount : part
  }
  return purses
}
