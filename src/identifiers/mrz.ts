import { type Zone, zones } from './mrz/zone.ts'

/** A travel document by its machine-readable zone. */
export type Mrz = {
  readonly format: Zone['format']
  readonly number: string
  /** Fields whose check digit fails; a forger who does not know the rule gets them wrong. */
  readonly failing: readonly string[]
}

const weights = [7, 3, 1] as const

/** Digits count as they are, letters as 10 to 35, the filler `<` as 0 (ICAO Doc 9303-3, 4.9). */
const worth = (character: string): number =>
  character === '<' ? 0 : Number.parseInt(character, 36)

/** The check digit of a text by ICAO Doc 9303-3: weights 7, 3, 1, modulo 10. */
const checkDigit = (text: string): string => {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum += worth(text[i] as string) * (weights[i % 3] as number)
  return String(sum % 10)
}

/**
 * Reads a machine-readable zone of ICAO Doc 9303 (TD1, TD2, TD3), its lines with or without breaks.
 * Nothing but the document's number and the failing check digits is taken from it. Undefined of a text
 * that has not the form of one.
 */
export const parseMrz = (text: string): Mrz | undefined => {
  const lines = text.normalize('NFKC').toUpperCase().replace(/\s+/g, '')
  if (!/^[A-Z0-9<]+$/.test(lines)) return undefined
  const zone = zones.find(({ length, code }) => length === lines.length && code.test(lines))
  if (!zone) return undefined
  const long = longNumber(lines, zone)
  const failing = zone.checked.flatMap(({ field, spans, digit, blank }) => {
    if (field === 'document number' && long) return long.isSound ? [] : [field]
    const checked = spans.map(([from, to]) => lines.slice(from, to)).join('')
    const printed = lines[digit] as string
    const isBlank = blank && printed === '<' && /^<*$/.test(checked)
    return isBlank || printed === checkDigit(checked) ? [] : [field]
  })
  const number = (long?.number ?? lines.slice(...zone.number)).replace(/<+$/, '')
  return number === '' ? undefined : { format: zone.format, number, failing }
}

/**
 * In TD1 and TD2 a number of more than nine characters has `<` for its check digit and goes on in the
 * optional data, with its check digit behind it and then `<` (Doc 9303-5 and -6, 4.2.2.2).
 */
const longNumber = (
  lines: string,
  { format, number, optional }: Zone,
): { readonly number: string; readonly isSound: boolean } | undefined => {
  const [from, to] = number
  if (format === 'TD3' || lines[to] !== '<' || lines[to - 1] === '<') return undefined
  const rest = /^[A-Z0-9]+/.exec(lines.slice(...optional))?.[0]
  if (!rest || rest.length < 2) return undefined
  const whole = lines.slice(from, to) + rest.slice(0, -1)
  return { number: whole, isSound: checkDigit(whole) === rest.at(-1) }
}
