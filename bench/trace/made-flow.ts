import type { Flow } from '../../src/funds/flow/flow.ts'

/** Numbers in [0, 1): xorshift, because a flow takes some hundred million of them. */
export const drawer = (seed: number): (() => number) => {
  let state = (seed * 2_654_435_761) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

export type MadeFlow = Flow & { readonly amount: Float64Array }

/**
 * Transfers among addresses of which few are in most (the most frequent of a million is an end of one
 * in a hundred), as on chains. A send is a random part of what its address holds, or where that is
 * little a random amount that was never seen arriving. All amounts sum to less than 2^53.
 */
export const makeFlow = (moves: number, addresses: number, seed: number): MadeFlow => {
  const draw = drawer(seed)
  const most = Math.floor(2 ** 53 / moves)
  const held = new Float64Array(addresses)
  // Frequent addresses lie scattered, as numbers given by first appearance or by text do.
  const address = (): number =>
    Math.floor((Math.floor(addresses * draw() ** 3) * 7_368_787) % addresses)
  const src = new Uint32Array(moves)
  const dst = new Uint32Array(moves)
  const amount = new Float64Array(moves)
  for (let i = 0; i < moves; i++) {
    const from = address()
    const to = address()
    const holding = held[from] as number
    const sent =
      1 + Math.floor(draw() * Math.min(most - 1, holding < most / 1000 ? most / 10 : holding))
    src[i] = from
    dst[i] = to
    amount[i] = sent
    if (from === to) continue
    held[from] = Math.max(0, holding - sent)
    held[to] = (held[to] as number) + sent
  }
  return { addresses, src, dst, amount, kind: new Uint8Array(moves) }
}
