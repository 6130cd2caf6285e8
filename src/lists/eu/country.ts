import type { XmlElement } from '../../formats/index.ts'
import { parseCountry } from '../../identifiers/index.ts'
import type { Placed } from '../../model/index.ts'

/** The list prints code `00` and the name `UNKNOWN` where it knows no country. */
const unknown = /^(?:00|UNKNOWN)$/i

/** The country of an element, by its code or else by its name, as the file's text and a code. */
export const readCountry = (
  element: XmlElement,
): readonly [placed: Placed | undefined, value?: string] => {
  const code = element.attribute('countryIso2Code')
  const name = element.attribute('countryDescription')
  const known = [code, name].find((each) => each && !unknown.test(each.value))
  if (!known) return [undefined]
  return [known, parseCountry(known.value) ?? (name && parseCountry(name.value)) ?? known.value]
}
