import table from '../../../data/verified-assets.json' with { type: 'json' }

/** A token contract that is known, with the number of its decimal places. */
export type Verified = {
  readonly contract: string
  readonly symbol: string
  readonly decimals: number
}

/** The contracts that Muster knows. */
export const verifiedAssets: readonly Verified[] = table.assets

/** A contract, or a token of which an explorer told the name alone: anybody can choose one. */
const token = /^(?:0x[0-9a-f]{40}$|token:)/i

/**
 * Whether transfers of an asset carry value: a code or a currency does, a token only where its contract
 * is verified. Anybody can make a contract that logs transfers between accounts of others.
 */
export const isValued = (asset: string, verified: ReadonlySet<string>): boolean =>
  !token.test(asset) || verified.has(asset.toLowerCase())
