import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Scheme } from './scheme.ts'

/** The capital letters that EIP-55 gives an address of 40 lower-case digits. */
const toChecksumAddress = (address: string): string => {
  const digits = address.replace(/^0x/i, '').toLowerCase()
  const hash = bytesToHex(keccak_256(utf8ToBytes(digits)))
  const cased = [...digits].map((digit, i) =>
    Number.parseInt(hash[i] as string, 16) >= 8 ? digit.toUpperCase() : digit,
  )
  return `0x${cased.join('')}`
}

/** A digit or two too many or too few: a slip of the pen, as one address on the OFAC list has it. */
const nearly = /^0x[0-9a-f]{37,43}$/i

/** `0x` and 40 hexadecimal digits; mixed case carries a checksum (EIP-55), one case carries none. */
export const parseEvm: Scheme = (text) => {
  if (!nearly.test(text)) return undefined
  const digits = text.slice(2)
  const wallet = { network: 'evm', address: `0x${digits.toLowerCase()}` }
  if (digits.length !== 40)
    return { ...wallet, valid: 'broken', note: `it has ${digits.length} digits instead of 40` }
  if (digits === digits.toLowerCase() || digits === digits.toUpperCase())
    return { ...wallet, valid: 'no-checksum' }
  if (toChecksumAddress(digits) === `0x${digits}`) return { ...wallet, valid: 'checksum' }
  return { ...wallet, valid: 'broken', note: 'the capital letters break the EIP-55 checksum' }
}
