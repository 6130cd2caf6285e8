import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { base58, createBase58check } from '@scure/base'
import { isBase58, type Scheme } from './scheme.ts'

const base58check = createBase58check(sha256)

/** Version bytes before the 20 bytes of a key or script hash, from each chain's parameters. */
const versions: Readonly<Record<string, { network: string; note?: string }>> = {
  '00': { network: 'bitcoin' },
  '05': { network: 'bitcoin' },
  '6f': { network: 'bitcoin-testnet', note: 'an address of the test network: it holds no money' },
  c4: { network: 'bitcoin-testnet', note: 'an address of the test network: it holds no money' },
  '30': { network: 'litecoin' },
  '32': { network: 'litecoin' },
  '4c': { network: 'dash' },
  '10': { network: 'dash' },
  '26': { network: 'bitcoin-gold' },
  '17': { network: 'bitcoin-gold' },
  '1e': { network: 'dogecoin', note: 'Dogecoin and Verge write the same key alike' },
  '16': { network: 'dogecoin' },
  '21': { network: 'verge' },
  '41': { network: 'tron' },
  '1cb8': { network: 'zcash' },
  '1cbd': { network: 'zcash' },
}

/** First letters that each version gives, for a text whose checksum fails. */
const looks: readonly (readonly [form: RegExp, network: string])[] = [
  [/^[13][A-Za-z0-9]{25,34}$/, 'bitcoin'],
  [/^[LM][A-Za-z0-9]{33}$/, 'litecoin'],
  [/^X[A-Za-z0-9]{33}$/, 'dash'],
  [/^G[A-Za-z0-9]{33}$/, 'bitcoin-gold'],
  [/^D[A-Za-z0-9]{33}$/, 'dogecoin'],
  [/^T[A-Za-z0-9]{33}$/, 'tron'],
  [/^t[13][A-Za-z0-9]{33}$/, 'zcash'],
]

const decode = (text: string): Uint8Array | undefined => {
  if (text.length < 25 || text.length > 36 || !isBase58(text)) return undefined
  const bytes = base58.decode(text)
  const payload = bytes.subarray(0, -4)
  if (payload.length !== 21 && payload.length !== 22) return undefined
  return base58check.encode(payload) === text ? payload : undefined
}

/** Base58 with four bytes of double SHA-256: Bitcoin and its kin, TRON, transparent Zcash. */
export const parseBase58check: Scheme = (text) => {
  const payload = decode(text)
  const version = payload && versions[bytesToHex(payload.subarray(0, payload.length - 20))]
  if (version) return { ...version, address: text, valid: 'checksum' }
  const look = looks.find(([form]) => form.test(text))
  if (!look || payload) return undefined
  return { network: look[1], address: text, valid: 'broken', note: 'the base58 checksum fails' }
}

/** Writes a key hash (version 0) or script hash (version 5) as Bitcoin does. */
export const toBitcoinAddress = (version: 0 | 5, hash: Uint8Array): string =>
  base58check.encode(Uint8Array.of(version, ...hash))

/** TRON as some programs store it: 41 and 40 hexadecimal digits, without a checksum. */
export const parseTronHex: Scheme = (text) => {
  if (!/^41[0-9a-f]{40}$/i.test(text)) return undefined
  const bytes = Uint8Array.from(text.match(/../g) as string[], (pair) => Number.parseInt(pair, 16))
  return { network: 'tron', address: base58check.encode(bytes), valid: 'no-checksum' }
}
