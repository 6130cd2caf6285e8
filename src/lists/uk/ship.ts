import type { XmlElement, XmlValue } from '../../formats/index.ts'
import { parseCountry, parseImo } from '../../identifiers/index.ts'
import type { Description } from '../../model/index.ts'
import { inside } from './inside.ts'

type ShipValue = readonly [
  list: string,
  name: string,
  prop: string,
  toValue?: (text: string) => string | undefined,
]

/** Values of a ship and the property of each. */
const values: readonly ShipValue[] = [
  ['IMONumbers', 'IMONumber', 'imoNumber', (text) => parseImo(text, 'ship')?.number],
  ['HullIdentificationNumbers', 'HullIdentificationNumber', 'registrationNumber'],
  ['CurrentBelievedFlagOfShips', 'CurrentBelievedFlagOfShip', 'flag', parseCountry],
  ['PreviousFlags', 'PreviousFlag', 'pastFlags', parseCountry],
  ['TypeOfShipDetails', 'TypeOfShip', 'type'],
  ['TonnageOfShipDetails', 'TonnageOfShip', 'tonnage'],
  ['LengthOfShipDetails', 'LengthOfShip', 'length'],
  ['YearsBuilt', 'YearBuilt', 'buildDate'],
]

/** Reads what the list says of a ship; owners are named, not referred to. */
export const readShip = (ship: XmlElement, entry: Description): void => {
  for (const [list, name, prop, toValue] of values)
    for (const value of inside(ship, list, name)) entry.say(prop, value, toValue?.(value.value))
  for (const [list, name] of [
    ['CurrentOwnerOperators', 'CurrentOwnerOperator'],
    ['PreviousOwnerOperators', 'PreviousOwnerOperator'],
  ] as const)
    for (const owner of inside(ship, list, name)) readOwner(owner, name, entry)
}

const readOwner = (owner: XmlValue, role: string, entry: Description): void => {
  entry.part('owner', 'Ownership', owner, [
    ['owner', owner],
    ['role', owner, role],
  ])
}
