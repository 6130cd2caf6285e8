import { sha256 } from '../model/index.ts'

/** A payment card, of which the number itself is never kept. */
export type Card = {
  /** Its last four digits and the beginning of a hash of all, which tells equal cards. */
  readonly masked: string
  readonly flaw?: string
}

/**
 * Reads the number of a payment card (ISO/IEC 7812, 12 to 19 digits) and gives it masked. Whoever
 * guesses the number can check the guess against the hash: only a keyed hash hides it. A check digit
 * that fails (Luhn) is flagged. Undefined of what is no such number.
 */
export const maskCard = (text: string): Card | undefined => {
  const digits = text.normalize('NFKC').replace(/[\s\p{Pd}]+/gu, '')
  if (!/^\d{12,19}$/.test(digits)) return undefined
  const masked = `*${digits.slice(-4)} ${sha256(`card ${digits}`).slice(0, 16)}`
  return isLuhn(digits) ? { masked } : { masked, flaw: 'its check digit fails' }
}

const isLuhn = (digits: string): boolean => {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
