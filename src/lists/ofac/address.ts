import { parseCountry } from '../../identifiers/index.ts'
import type { Placed } from '../../model/index.ts'
import type { Party } from './party.ts'

/** An address in the parts that a file gives; `whole` is the text that holds most of them. */
export type AddressParts = {
  readonly whole: Placed
  readonly lines: readonly Placed[]
  readonly city?: Placed | undefined
  readonly state?: Placed | undefined
  readonly postalCode?: Placed | undefined
  readonly country?: Placed | undefined
  readonly remarks?: Placed | undefined
}

/** Says an address; nothing where the file gives none, as many rows of the CSV do. */
export const sayAddress = ({ entry }: Party, parts: AddressParts): void => {
  const { whole, lines, city, state, postalCode, country, remarks } = parts
  const place = joined(', ', [city, state])
  const locality = [place, postalCode?.value].filter(Boolean).join(' ')
  const full = [joined(', ', lines), locality, country?.value].filter(Boolean).join(', ')
  entry.part('address', 'Address', whole, [
    ['full', full ? { ...whole, value: full } : undefined],
    ['street', lines.length > 0 ? streetOf(lines, whole) : undefined],
    ['city', city],
    ['state', state],
    ['postalCode', postalCode],
    ['country', country, country && parseCountry(country.value)],
    ['remarks', remarks],
  ])
}

const joined = (separator: string, parts: readonly (Placed | undefined)[]): string =>
  parts.flatMap((part) => part?.value ?? []).join(separator)

/** The CSV prints the lines of a street in one cell, as is said here. */
const streetOf = (lines: readonly Placed[], whole: Placed): Placed =>
  lines.length === 1 ? (lines[0] as Placed) : { ...whole, value: joined(', ', lines) }

/**
 * Splits the CSV's `City[, State][ Postal code]`: words with digits at the end are the postal code.
 * With more than one comma city and state cannot be told from each other: all of it is the city.
 */
export const splitCity = (
  cell: Placed | undefined,
): Pick<AddressParts, 'city' | 'state' | 'postalCode'> => {
  if (!cell) return {}
  const words = cell.value.split(/\s+/)
  const count = words.length - 1 - words.findLastIndex((word) => !/\d/.test(word))
  const postal = words.slice(words.length - count).join(' ')
  const place = words.slice(0, words.length - count).join(' ')
  const [city, state, ...more] = place.split(/,\s*/)
  const part = (value: string | undefined): Placed | undefined =>
    value ? { ...cell, text: value === cell.value ? cell.text : value, value } : undefined
  if (more.length > 0) return { city: part(place), postalCode: part(postal) }
  return { city: part(city), state: part(state), postalCode: part(postal) }
}
