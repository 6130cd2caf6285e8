/**
 * The network of each currency code and payment-link scheme. A token that lives on several networks
 * (USDT on Bitcoin's Omni layer, Ethereum and TRON) has none: its address alone tells.
 */
const networks: Readonly<Record<string, string>> = {
  XBT: 'bitcoin',
  BTC: 'bitcoin',
  BITCOIN: 'bitcoin',
  BCH: 'bitcoin',
  BITCOINCASH: 'bitcoin',
  BSV: 'bitcoin',
  BTG: 'bitcoin-gold',
  LTC: 'litecoin',
  LITECOIN: 'litecoin',
  DOGE: 'dogecoin',
  DOGECOIN: 'dogecoin',
  XVG: 'dogecoin',
  DASH: 'dash',
  ZEC: 'zcash',
  ZCASH: 'zcash',
  XMR: 'monero',
  MONERO: 'monero',
  XRP: 'xrp',
  RIPPLE: 'xrp',
  SOL: 'solana',
  SOLANA: 'solana',
  TRX: 'tron',
  TRON: 'tron',
  ETH: 'evm',
  ETHEREUM: 'evm',
  EIP155: 'evm',
  ETC: 'evm',
  ARB: 'evm',
  ARBITRUM: 'evm',
  BSC: 'evm',
  BNB: 'evm',
  MATIC: 'evm',
  POLYGON: 'evm',
  AVAX: 'evm',
}

/** Network that a currency code stands for; undefined for a code on several networks or unknown. */
export const networkOf = (currency: string | undefined): string | undefined =>
  currency === undefined ? undefined : networks[currency.trim().toUpperCase()]
