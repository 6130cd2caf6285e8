import { bech32 } from '@scure/base'
import { toBitcoinAddress } from './base58check.ts'
import type { Scheme } from './scheme.ts'

// The CashAddr specification of Bitcoin Cash: a 40-bit BCH code over the prefix and the payload.
const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const generators = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n]

const remainder = (values: readonly number[]): bigint =>
  values.reduce((sum, value) => {
    const top = sum >> 35n
    const next = ((sum & 0x07ffffffffn) << 5n) ^ BigInt(value)
    return generators.reduce((mix, each, i) => ((top >> BigInt(i)) & 1n ? mix ^ each : mix), next)
  }, 1n)

const prefix = 'bitcoincash'
const prefixValues = [...[...prefix].map((letter) => letter.charCodeAt(0) & 31), 0]

/** Type of address by its version byte, and the byte that Bitcoin's old form gives the same hash. */
const types: Readonly<Record<number, 0 | 5>> = { 0: 0, 1: 5, 2: 0, 3: 5 }

const note = 'written in the Bitcoin Cash form; compared as the Bitcoin address of the same key'

/** `bitcoincash:q…`, with or without its prefix, turned into the old form that both chains share. */
export const parseCashaddr: Scheme = (text) => {
  const lower = text === text.toUpperCase() ? text.toLowerCase() : text
  const payload = /^(?:bitcoincash:)?([qpzr][02-9ac-hj-np-z]{41,103})$/.exec(lower)?.[1]
  if (!payload) return undefined
  const values = [...payload].map((letter) => alphabet.indexOf(letter))
  const whole = { network: 'bitcoin-cash', address: `${prefix}:${payload}` }
  if (remainder([...prefixValues, ...values]) !== 1n)
    return { ...whole, valid: 'broken', note: 'the CashAddr checksum fails' }
  const bytes = bech32.fromWordsUnsafe(values.slice(0, -8))
  if (!bytes) return { ...whole, valid: 'broken', note: 'the CashAddr padding is wrong' }
  const [version = 0, ...hash] = bytes
  const old = types[version >> 3]
  // Longer hashes have no old form: the address stays as it is.
  if (old === undefined || hash.length !== 20) return { ...whole, valid: 'checksum' }
  const address = toBitcoinAddress(old, Uint8Array.from(hash))
  return { network: 'bitcoin', address, valid: 'checksum', note }
}
