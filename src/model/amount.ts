import { MusterError } from './error.ts'

/**
 * Reads a decimal amount into whole base units, exactly. `decimals` is the asset's number of places.
 * Returns undefined where the text is no plain decimal number or has more places than the asset.
 */
export const parseAmount = (text: string, decimals: number): bigint | undefined => {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text.trim())
  if (!match) return undefined
  const [, sign, whole = '', places = ''] = match
  if (places.length > decimals) return undefined
  const units = BigInt(whole + places.padEnd(decimals, '0'))
  return sign === '-' ? -units : units
}

/** Writes base units as a decimal number with exactly `decimals` places. */
export const formatAmount = (units: bigint, decimals: number): string => {
  if (decimals < 0) throw new MusterError('internal', `an asset cannot have ${decimals} places`)
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const sign = units < 0n ? '-' : ''
  if (decimals === 0) return sign + digits
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
