import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { base58, base58xrp } from '@scure/base'
import { isBase58, type Scheme } from './scheme.ts'

const withChecksum = (payload: Uint8Array): string =>
  base58xrp.encode(concatBytes(payload, sha256(sha256(payload)).subarray(0, 4)))

const decode = (text: string): Uint8Array | undefined => {
  if (!isBase58(text)) return undefined
  const payload = base58xrp.decode(text).subarray(0, -4)
  return withChecksum(payload) === text ? payload : undefined
}

/** Bytes of an X-address: prefix 05 44, account, flag for a tag, tag in eight bytes. */
const tagged = 2 + 20 + 1 + 8

const parseTagged: Scheme = (text) => {
  const payload = /^X[A-Za-z0-9]{46}$/.test(text) ? decode(text) : undefined
  if (payload?.length !== tagged || payload[0] !== 5 || payload[1] !== 0x44) return undefined
  const tag = new DataView(payload.buffer, payload.byteOffset).getUint32(23, true)
  return {
    network: 'xrp',
    address: withChecksum(concatBytes(Uint8Array.of(0), payload.subarray(2, 22))),
    valid: 'checksum',
    ...(payload[22] === 1 ? { note: `an X-address with destination tag ${tag}` } : {}),
  }
}

/** XRP Ledger accounts, `r…`, and X-addresses, which carry a destination tag beside the account. */
export const parseXrp: Scheme = (text) => {
  if (!/^r[A-Za-z0-9]{24,34}$/.test(text)) return parseTagged(text)
  const payload = decode(text)
  if (payload?.length === 21 && payload[0] === 0)
    return { network: 'xrp', address: text, valid: 'checksum' }
  return { network: 'xrp', address: text, valid: 'broken', note: 'the XRP checksum fails' }
}

/** A Solana account: the base58 text of any 32 bytes. */
export const parseSolana: Scheme = (text) => {
  if (text.length < 32 || text.length > 44 || !isBase58(text)) return undefined
  if (base58.decode(text).length !== 32) return undefined
  return { network: 'solana', address: text, valid: 'no-checksum' }
}
