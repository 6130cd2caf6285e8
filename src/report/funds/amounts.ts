import type { MoneyTrail } from '../../funds/index.ts'
import { formatAmount, showCount } from '../../model/index.ts'

/** How amounts of one asset are written. */
export type AmountWriter = {
  /** The name of the asset, as it stands behind each amount. */
  readonly unit: string
  /** Without the name of the asset. */
  readonly number: (units: bigint) => string
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

/** Places of a label: none beside thousands, else two; more where the first of them are zeros. */
const shownPlaces = (whole: string, places: string): number => {
  if (whole.length > 3) return 0
  return whole === '0' ? Math.max(2, places.search(/[1-9]/) + 3) : 2
}

/** Digits of a whole number above which a label rounds it to millions, and to four digits and a power of ten. */
const many = { millions: 9, powers: 15 }

const raised = [...'⁰¹²³⁴⁵⁶⁷⁸⁹']

/** Many digits in short: 25,703 million; 1.234 × 10²¹. */
const shortenWhole = (whole: string): string => {
  if (whole.length <= many.powers) return `${showCount(whole.slice(0, -6))} million`
  const power = [...String(whole.length - 1)].map((digit) => raised[Number(digit)])
  return `${whole.charAt(0)}.${whole.slice(1, 4)} × 10${power.join('')}`
}

/** Writes amounts of a trail in the unit that people read; in base units where no decimals are known. */
export const writerOf = (
  trail: Pick<MoneyTrail, 'asset' | 'symbol' | 'decimals'>,
): AmountWriter => {
  const unit = nameAsset(trail)
  const places = trail.decimals ?? 0
  const plain = (units: bigint): string => formatAmount(units, places).replace(idle, '')
  const number = (units: bigint): string => showCount(plain(units))
  const exact = (units: bigint): string => `${number(units)} ${unit}`
  const short = (units: bigint): string => {
    const [whole = '', rest = ''] = plain(units).split('.')
    if (whole.length > many.millions) return `≈ ${shortenWhole(whole)} ${unit}`
    const end = shownPlaces(whole, rest)
    if (rest.length <= Math.max(2, end)) return exact(units)
    return `≈ ${showCount(end > 0 ? `${whole}.${rest.slice(0, end)}` : whole)} ${unit}`
  }
  return { unit, number, exact, short }
}
