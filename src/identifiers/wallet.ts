import { type EntityId, entityId } from '../model/index.ts'
import { parseBase58check, parseTronHex } from './wallet/base58check.ts'
import { parseBech32 } from './wallet/bech32.ts'
import { parseCashaddr } from './wallet/cashaddr.ts'
import { parseEvm } from './wallet/evm.ts'
import { parseMonero, parseMoneroHex } from './wallet/monero.ts'
import type { Scheme, Wallet } from './wallet/scheme.ts'
import { networkOf } from './wallet/tickers.ts'
import { parseSolana, parseXrp } from './wallet/xrp.ts'

export type { Wallet } from './wallet/scheme.ts'

/** Forms that tell by themselves what they are. */
const telling: readonly Scheme[] = [
  parseEvm,
  parseBech32,
  parseCashaddr,
  parseMonero,
  parseXrp,
  parseBase58check,
]

/** Forms that could be something else, read only when the network is said beside them. */
const hinted: Readonly<Record<string, Scheme>> = {
  evm: (text) => (/^[0-9a-f]{40}$/i.test(text) ? parseEvm(`0x${text}`) : undefined),
  monero: parseMoneroHex,
  tron: parseTronHex,
}

/** Longest text that any scheme gives, a guard for decoders whose work grows with its square. */
const longest = 256

/**
 * Reads the address of a wallet. Text, not the hint, decides the network wherever the text can:
 * lists call a Bitcoin address XBT, BCH or USDT, and a match must not hang on that. A broken
 * checksum is kept and flagged. With a currency nothing is lost: what has no known form is kept as
 * written under that currency. Undefined for other text without one.
 */
export const parseWallet = (
  text: string,
  hint: { readonly currency?: string } = {},
): Wallet | undefined => {
  const link = /^([a-z][a-z0-9]+):(?:\/\/)?(?:pay-|\d+:)?([A-Za-z0-9]+)(?:[@?/].*)?$/i.exec(
    text.trim(),
  )
  const currency = link && networkOf(link[1]) ? link[1] : hint.currency
  const written = link && networkOf(link[1]) ? (link[2] as string) : text.trim()
  if (written === '' || written.length > longest) return undefined
  const said = networkOf(currency)
  const found = telling.flatMap((scheme) => scheme(written) ?? [])
  const sound = found.find((wallet) => wallet.valid !== 'broken')
  const wallet = sound ?? hinted[said ?? '']?.(written) ?? parseSolana(written) ?? found[0]
  if (wallet) return said ? compared(wallet, said, currency as string) : wallet
  return currency === undefined ? undefined : unknownForm(written, said, currency)
}

/** Says so where the currency beside an address is another network's. */
const compared = (wallet: Wallet, said: string, currency: string): Wallet => {
  if (wallet.network === said || wallet.note !== undefined) return wallet
  return { ...wallet, note: `said to be ${currency}, written as a ${wallet.network} address` }
}

const unknownForm = (address: string, network: string | undefined, currency: string): Wallet =>
  network
    ? { network, address, valid: 'broken', note: `no ${network} address has this form` }
    : {
        network: currency.toLowerCase(),
        address,
        valid: 'no-checksum',
        note: `the form of ${currency} addresses is not known here`,
      }

/** `wallet:<network>/<address>`: one id for one key, whatever currency it was listed under. */
export const walletId = (wallet: Wallet): EntityId =>
  entityId('wallet', wallet.network, wallet.address)
