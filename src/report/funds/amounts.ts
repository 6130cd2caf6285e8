import type { MoneyTrail } from '../../funds/index.ts'
import { formatAmount, showCount } from '../../model/index.ts'

/** How amounts of one asset are written. */
export type AmountWriter = {
  /** The name of the asset, as it stands behind each amount. */
  readonly unit: string
  /** To the last digit. */
  readonly exact: (units: bigint) => string
  /** For labels: what is cut off is told by ≈. */
  readonly short: (units: bigint) => string
}

/** A name for an asset of which nobody says more. */
export const nameAsset = ({ symbol, asset }: Pick<MoneyTrail, 'symbol' | 'asset'>): string =>
  symbol || asset || 'units'

/** Zeros that say nothing, behind the second place. */
const idle = /(?<=\.\d\d\d*?)0+$/

/** Digits of a label behind the point: two, more where the first of them are zeros. */
const shownPlaces = (places: string): number => Math.max(2, places.search(/[1-9]/) + 3)

/** Writes amounts of a trail in the unit that people read; in base units where no decimals are known. */
export const writerOf = (trail: MoneyTrail): AmountWriter => {
  const unit = nameAsset(trail)
  const { decimals } = trail
  if (decimals === null) {
    const exact = (units: bigint): string => `${showCount(units)} ${unit}`
    return { unit, exact, short: exact }
  }
  const plain = (units: bigint): string => formatAmount(units, decimals).replace(idle, '')
  const short = (units: bigint): string => {
    const text = plain(units)
    const [whole = '', places = ''] = text.split('.')
    const end = whole === '0' ? shownPlaces(places) : 2
    if (places.length <= end) return `${showCount(text)} ${unit}`
    return `≈ ${showCount(`${whole}.${places.slice(0, end)}`)} ${unit}`
  }
  return { unit, exact: (units) => `${showCount(plain(units))} ${unit}`, short }
}
