import { formsFrom } from './phrases.ts'
import { beforeInitials, numberMarks, roman, romanInitials, tens, units } from './vocabulary.ts'

const isDigits = (token: string | undefined): boolean => token !== undefined && /^\d+$/.test(token)

/** Digits of a token: no zeros before, no English ending of an ordinal. */
const plainDigits = (token: string): string =>
  /^\d/.test(token)
    ? token.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1').replace(/^0+(?=\d+$)/, '')
    : token

/** Writes thirty-nine as 39, 02 as 2 and 2nd as 2, and leaves out `No.` before digits. */
export const joinNumbers = (tokens: readonly string[]): string[] => {
  const written: string[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as string
    const next = tokens[i + 1]
    const ten = tens.get(token)
    const unit = next === undefined ? undefined : units.get(next)
    if (numberMarks.has(token) && next !== undefined && isDigits(plainDigits(next))) continue
    if (ten !== undefined && unit !== undefined) i++
    written.push(ten === undefined || unit === undefined ? plainDigits(token) : String(ten + unit))
  }
  return written
}

/** Writes a Roman number as digits where it is the last word before the legal form. */
export const readRoman = (tokens: readonly string[]): readonly string[] => {
  const at = formsFrom(tokens) - 1
  const token = tokens[at]
  if (at <= 0 || token === undefined) return tokens
  const initial = beforeInitials.has(tokens[at - 1] as string)
  const digits = roman.get(token) ?? (initial ? romanInitials.get(token) : undefined)
  return digits === undefined ? tokens : tokens.with(at, digits)
}
