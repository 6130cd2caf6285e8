import type { Flow } from '../../src/funds/flow/flow.ts'

/** 1 for addresses with more than so many distinct counterparties. */
export const hubsOf = ({ addresses, src, dst }: Flow, most: number): Uint8Array => {
  const ends = new Uint32Array(addresses)
  const count = (address: number): void => {
    ends[address] = (ends[address] as number) + 1
  }
  src.forEach(count)
  dst.forEach(count)
  const others = new Map<number, Set<number>>()
  ends.forEach((moves, address) => {
    if (moves > most) others.set(address, new Set())
  })
  src.forEach((from, i) => {
    const to = dst[i] as number
    others.get(from)?.add(to)
    others.get(to)?.add(from)
  })
  const hubs = new Uint8Array(addresses)
  for (const [address, { size }] of others) if (size > most) hubs[address] = 1
  return hubs
}
