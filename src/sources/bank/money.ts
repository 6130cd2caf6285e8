import table from '../../../data/currency-digits.json' with { type: 'json' }
import type { XmlElement } from '../../formats/index.ts'
import { formatAmount, parseAmount } from '../../model/index.ts'
import { largestAmount } from '../chain/amounts.ts'

/** An amount in the smallest units of a currency (ISO 4217), exact. */
export type Money = { readonly units: bigint; readonly currency: string }

const digits = new Map<string, number>(Object.entries(table.digits))
const without = new Set(table.none)

/** Decimal digits of the smallest unit of a currency; undefined where it has none or is no currency. */
export const digitsOf = (currency: string): number | undefined =>
  /^[A-Z]{3}$/.test(currency) && !without.has(currency)
    ? (digits.get(currency) ?? table.usual)
    : undefined

/** Reads `<Amt Ccy="EUR">8.85</Amt>`; text is why it is no amount. Zeros beyond the smallest unit are none. */
export const readMoney = (element: XmlElement): Money | string => {
  const currency = (element.attributes.Ccy ?? '').trim()
  const text = element.text.trim()
  const places = digitsOf(currency)
  if (places === undefined) return `${currency || 'nothing'} is no currency with a smallest unit`
  const plain = text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
  const units = parseAmount(plain, places)
  if (units === undefined)
    return /^[+-]?\d+\.\d+$/.test(text)
      ? `${text} has more digits than the smallest unit of ${currency}`
      : `${text || 'nothing'} is no amount`
  return units > largestAmount || units < -largestAmount
    ? `${text} passes 2^127 of the smallest unit`
    : { units, currency }
}

/** `8.85 EUR`. */
export const showMoney = ({ units, currency }: Money): string =>
  `${formatAmount(units, digitsOf(currency) ?? 0)} ${currency}`
