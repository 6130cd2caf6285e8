import { bech32, bech32m } from '@scure/base'
import type { Scheme } from './scheme.ts'

type Form = (text: string) => boolean

/** Longest text that is decoded; BIP 173 stops at 90, shielded addresses are longer. */
const longest = 256

/** Version 0 is written in bech32 (BIP 173), 1 to 16 in bech32m (BIP 350); with its program's bytes. */
const isWitness: Form = (text) =>
  [bech32, bech32m].some((code, form) => {
    const [version = 99, ...words] = code.decodeUnsafe(text, 90)?.words ?? []
    const program = bech32.fromWordsUnsafe(words)
    if (!program || version > 16 || (version === 0) !== (form === 0)) return false
    if (version === 0) return program.length === 20 || program.length === 32
    return program.length >= 2 && program.length <= 40
  })

const isBech32: Form = (text) => bech32.decodeUnsafe(text, longest) !== undefined
const isBech32m: Form = (text) => bech32m.decodeUnsafe(text, longest) !== undefined

const note = 'an address of the test network: it holds no money'

/** Human-readable parts: segregated witness, then the shielded addresses of Zcash and Litecoin. */
const prefixes: Readonly<Record<string, { network: string; is: Form; note?: string }>> = {
  bc: { network: 'bitcoin', is: isWitness },
  tb: { network: 'bitcoin-testnet', is: isWitness, note },
  ltc: { network: 'litecoin', is: isWitness },
  btg: { network: 'bitcoin-gold', is: isWitness },
  ltcmweb: { network: 'litecoin', is: isBech32 },
  zs: { network: 'zcash', is: isBech32 },
  u: { network: 'zcash', is: isBech32m },
}

/** Addresses in bech32 and bech32m, in one case only. */
export const parseBech32: Scheme = (text) => {
  const prefix = /^(bc|tb|ltc|btg|ltcmweb|zs|u)1[0-9a-z]{6,}$/i.exec(text)?.[1]?.toLowerCase()
  const known = prefix && prefixes[prefix]
  if (!known) return undefined
  const { is, ...rest } = known
  const oneCase = text === text.toLowerCase() || text === text.toUpperCase()
  const address = oneCase ? text.toLowerCase() : text
  if (oneCase && is(address)) return { ...rest, address, valid: 'checksum' }
  // A single letter before the 1 is too little to tell by without the checksum.
  if (prefix === 'u' && text.length < 100) return undefined
  return { network: rest.network, address, valid: 'broken', note: 'the bech32 checksum fails' }
}
