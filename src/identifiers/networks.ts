import { type IpNumber, readIp, readIpv4 } from './ip.ts'

/** A block of addresses, its first and last one included. */
export type Network = {
  readonly version: 4 | 6
  readonly first: bigint
  readonly last: bigint
}

/**
 * Reads a block of addresses in CIDR notation (RFC 4632, RFC 4291), or a single address. Bits beyond
 * the prefix count as zero. Undefined of another text.
 */
export const parseNetwork = (text: string): Network | undefined => {
  const [address = '', prefix, more] = text.trim().split('/')
  const ip = readIp(address)
  if (!ip || more !== undefined) return undefined
  const width = ip.version === 4 ? 32 : 128
  if (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) return undefined
  const free = width - Number(prefix ?? width)
  if (free < 0) return undefined
  const first = (ip.number >> BigInt(free)) << BigInt(free)
  return { version: ip.version, first, last: first + (1n << BigInt(free)) - 1n }
}

/** Blocks that lie apart, in order: overlapping and touching ones are one. */
const merge = (networks: readonly Network[]): Network[] => {
  const sorted = [...networks].sort((a, b) => Number(a.first > b.first) - Number(a.first < b.first))
  const merged: Network[] = []
  for (const network of sorted) {
    const before = merged.at(-1)
    if (!before || network.first > before.last + 1n) merged.push(network)
    else if (network.last > before.last)
      merged[merged.length - 1] = { ...before, last: network.last }
  }
  return merged
}

/** A set of blocks in which an address is found by halving. */
export class NetworkSet {
  /** Beginnings and ends of IPv4 blocks, which fit a number. */
  readonly #starts: Float64Array
  readonly #ends: Float64Array
  readonly #wide: readonly Network[]

  constructor(networks: Iterable<Network>) {
    const all = [...networks]
    const narrow = merge(all.filter(({ version }) => version === 4))
    this.#starts = Float64Array.from(narrow, ({ first }) => Number(first))
    this.#ends = Float64Array.from(narrow, ({ last }) => Number(last))
    this.#wide = merge(all.filter(({ version }) => version === 6))
  }

  /** How many blocks lie apart. */
  get size(): number {
    return this.#starts.length + this.#wide.length
  }

  /** Whether one of the blocks holds an address, which is written as `writeIp` writes it. */
  has(address: string): boolean {
    const narrow = readIpv4(address)
    if (narrow !== undefined) return this.#hasNarrow(narrow)
    const ip = readIp(address)
    return ip?.version === 6 && this.#hasWide(ip)
  }

  #hasNarrow(number: number): boolean {
    const at = lastUpTo(this.#starts.length, (i) => (this.#starts[i] as number) <= number)
    return at >= 0 && number <= (this.#ends[at] as number)
  }

  #hasWide({ number }: IpNumber): boolean {
    const at = lastUpTo(this.#wide.length, (i) => (this.#wide[i] as Network).first <= number)
    return at >= 0 && number <= (this.#wide[at] as Network).last
  }
}

/** The last place for which a condition holds that holds up to some place; -1 where it never does. */
const lastUpTo = (length: number, holds: (place: number) => boolean): number => {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low - 1
}
