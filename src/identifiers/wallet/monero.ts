import { keccak_256 } from '@noble/hashes/sha3.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { base58xmr } from '@scure/base'
import { isBase58, type Scheme } from './scheme.ts'

const standard = 18
const integrated = 19
const subaddress = 42

/** Bytes of each kind: prefix, two keys, for an integrated address a payment id, four of checksum. */
const sizes: Readonly<Record<number, number>> = {
  [standard]: 69,
  [integrated]: 77,
  [subaddress]: 69,
}

const withChecksum = (payload: Uint8Array): string =>
  base58xmr.encode(concatBytes(payload, keccak_256(payload).subarray(0, 4)))

const decode = (text: string): Uint8Array | undefined => {
  if (!isBase58(text)) return undefined
  try {
    return base58xmr.decode(text)
  } catch {
    // A block of eleven letters above 2^64: no address, which the caller reports as broken.
    return undefined
  }
}

/** Monero addresses; an integrated one is turned into the standard address of the same wallet. */
export const parseMonero: Scheme = (text) => {
  if (!/^[48](?:[A-Za-z0-9]{94}|[A-Za-z0-9]{105})$/.test(text)) return undefined
  const bytes = decode(text)
  const payload = bytes?.subarray(0, -4)
  const broken = { network: 'monero', address: text, valid: 'broken' } as const
  if (!bytes || !payload || withChecksum(payload) !== text)
    return { ...broken, note: 'the Monero checksum fails' }
  if (sizes[payload[0] as number] !== bytes.length)
    return { ...broken, note: 'the length does not fit the kind of Monero address' }
  if (payload[0] !== integrated) return { network: 'monero', address: text, valid: 'checksum' }
  return {
    network: 'monero',
    address: withChecksum(concatBytes(Uint8Array.of(standard), payload.subarray(1, 65))),
    valid: 'checksum',
    note: 'an integrated address; compared as the wallet that it pays into',
  }
}

/** What lists give as Monero beside addresses: 64 hexadecimal digits, and short payment ids. */
export const parseMoneroHex: Scheme = (text) => {
  if (!/^(?:[0-9a-f]{64}|[0-9a-f]{16})$/i.test(text)) return undefined
  const note = 'a Monero key, payment id or transaction, not an address'
  return { network: 'monero', address: text.toLowerCase(), valid: 'no-checksum', note }
}
