import { stablecoinDecimals } from './moves.ts'
import { popularNumber } from './numbers.ts'
import { things } from './things.ts'

/** Wallets that serve everybody, by place among the popular ones. */
export const payers = { first: 1_000_000, count: 3 }
export const exchanges = { first: 1_000_100, count: 8 }
export const shops = { first: 1_000_200, count: 200 }
export const bridges = { first: 1_000_500, count: 1 }
/** Of somebody who is on a list, which is made up as he is. */
export const designated = { first: 1_000_600, count: 1 }

/** Base units of a unit of the stablecoin. */
const unit = 10 ** stablecoinDecimals

/** Pools of a mixer: each takes notes of one amount, so that none can be told from another. */
export const mixers: readonly { readonly place: number; readonly note: number }[] = [
  { place: 1_000_400, note: 100 * unit },
  { place: 1_000_401, note: 10 * unit },
]

export type LabelRow = { readonly address: string; readonly kind: string; readonly label: string }

/** Labels of the wallets that serve everybody, as a list of known services has them, and of bank accounts of exchanges. */
export function* labelServices(seed: number): Generator<LabelRow> {
  const wallet = (place: number): string => things.wallet.text(seed, popularNumber(place))
  for (const [{ first, count }, name] of [
    [payers, 'Example Platform'],
    [exchanges, 'Example Exchange'],
  ] as const)
    for (let place = 0; place < count; place++)
      yield { address: wallet(first + place), kind: 'service', label: `${name} ${place + 1}` }
  for (const { place, note } of mixers)
    yield { address: wallet(place), kind: 'mixer', label: `Example Mixer ${note / unit} USDX` }
  yield { address: wallet(bridges.first), kind: 'bridge', label: 'Example Bridge' }
  yield {
    address: wallet(designated.first),
    kind: 'designated',
    label: 'made-up designated wallet',
  }
  for (let place = 0; place < exchanges.count; place++)
    yield { address: bankOf(seed, place), kind: 'service', label: exchangeName(place) }
}

export const exchangeName = (place: number): string => `Example Exchange ${place + 1}`

/** The IBAN from which an exchange pays out. */
export const bankOf = (seed: number, place: number): string =>
  things.iban.text(seed, popularNumber(exchanges.first + place))
