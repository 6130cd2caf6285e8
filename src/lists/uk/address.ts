import type { XmlElement } from '../../formats/index.ts'
import { parseCountry } from '../../identifiers/index.ts'
import type { Description } from '../../model/index.ts'
import { joined, wholeOf } from '../whole.ts'

const lines = [1, 2, 3, 4, 5, 6].map((line) => `AddressLine${line}`)

/** An address of up to six lines, whose last is mostly but not always a city. */
export const readAddress = (address: XmlElement, entry: Description): void => {
  const country = address.value('AddressCountry')
  const code = country && parseCountry(country.value)
  if (entry.schema === 'Organization') entry.say('country', country, code)
  const postal = address.value('AddressPostalCode')
  const told = [...lines.map((line) => address.value(line)), postal, country]
  const whole = wholeOf(address, joined(told.map((part) => part?.value)))
  if (!whole) return
  entry.part('address', 'Address', whole, [
    ['full', whole],
    ['postalCode', postal],
    ['country', country, code],
  ])
}
