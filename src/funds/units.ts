import { digitsOf } from '../sources/index.ts'
import type { Unit } from './money-trail.ts'
import { type Verified, verifiedAssets } from './rules/verified.ts'

const verified = new Map(verifiedAssets.map((asset) => [asset.contract.toLowerCase(), asset]))

/** Coins by the names that the readers give them: ether in wei, bitcoin in satoshi. */
const coins: ReadonlyMap<string, Unit> = new Map([
  ['ETH', { symbol: 'ETH', decimals: 18 }],
  ['BTC', { symbol: 'BTC', decimals: 8 }],
])

const currencies = new Set(Intl.supportedValuesOf('currency'))

/**
 * How people read amounts of an asset: as the user who vouches for it says, else a verified contract, a
 * coin, a currency (ISO 4217); else unknown.
 */
export const unitOf = (asset: string, vouched: readonly Verified[] = []): Unit | undefined => {
  const own = vouched.find(({ contract }) => contract.toLowerCase() === asset.toLowerCase())
  if (own) return { symbol: own.symbol || own.contract, decimals: own.decimals }
  const contract = verified.get(asset.toLowerCase())
  if (contract) return { symbol: contract.symbol, decimals: contract.decimals }
  const coin = coins.get(asset)
  if (coin) return coin
  const decimals = currencies.has(asset) ? digitsOf(asset) : undefined
  return decimals === undefined ? undefined : { symbol: asset, decimals }
}
