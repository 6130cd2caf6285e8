/** What the values of a property are, as far as reading them goes. */
export type PropertyKind =
  | 'name'
  | 'namePart'
  | 'identifier'
  | 'contact'
  | 'date'
  | 'moment'
  | 'country'
  | 'gender'
  | 'prose'
  | 'text'

/**
 * FollowTheMoney properties of people, organisations, vessels, aircraft, wallets and accounts, by what
 * their values are; `employer` and `cageCode` as files of subjects and lists write them. Private keys and
 * passwords are left out: nobody should keep them. So are properties that point at other entities.
 */
const kinds: Readonly<Record<PropertyKind, string>> = {
  name: 'name alias weakAlias previousName abbreviation',
  namePart: 'firstName secondName middleName fatherName motherName lastName nameSuffix',
  identifier: `
    idNumber passportNumber socialSecurityNumber registrationNumber taxNumber vatCode licenseNumber
    leiCode dunsCode uniqueEntityId uscCode innCode ogrnCode okpoCode npiCode swiftBic bvdId icijId
    wikidataId voenCode coatoCode irsCode ipoCode cikCode jibCode mbsCode kppCode fnsCode fssCode
    bikCode pfrNumber isinCode ticker ricCode cageCode permId giiNumber imoNumber mmsi callSign
    crsNumber serialNumber icaoCode publicKey accountId`,
  contact: 'email phone website username',
  date: `
    birthDate deathDate incorporationDate dissolutionDate buildDate registrationDate
    deregistrationDate nameChangeDate creationDate balanceDate`,
  moment: 'createdAt modifiedAt retrievedAt',
  country: `
    country nationality citizenship birthCountry jurisdiction mainCountry flag pastFlags`,
  gender: 'gender',
  prose: 'address notes summary description keywords appearance education position',
  text: `
    title birthPlace ethnicity height weight eyeColor hairColor religion political profession
    spokenLanguage employer legalForm taxStatus status sector classification caemCode okvedCode
    okopfCode oksmCode capital amount amountUsd amountEur currency currencySymbol balance
    managingExchange holder type model owner operator manufacturer navigationArea registrationPort
    tonnage grossRegisteredTonnage deadweightTonnage pastTypes service number topics program programId
    publisher publisherUrl sourceUrl wikipediaUrl opencorporatesUrl`,
}

const properties: ReadonlyMap<string, PropertyKind> = new Map(
  Object.entries(kinds).flatMap(([kind, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, kind as PropertyKind] as const),
  ),
)

/** What the values of a property are; undefined where there is no such property. */
export const kindOf = (property: string): PropertyKind | undefined => properties.get(property)

const lookedFor: ReadonlySet<PropertyKind> = new Set(['name', 'namePart', 'identifier', 'contact'])

/** Whether a subject can be looked for by this property. */
export const isLookedFor = (property: string): boolean => {
  const kind = kindOf(property)
  return kind !== undefined && lookedFor.has(kind)
}

/** Names of columns that say whose row it is and what it is of, beside the properties. */
const own = ['id', 'schema'] as const

/** All names that a column can have. */
export const fields: readonly string[] = [...own, ...properties.keys()]

const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '')
const spelled: ReadonlyMap<string, string> = new Map(fields.map((field) => [plain(field), field]))

/** The field that a column is named after: `birth_date`, `Birth Date` and `birthDate` are one name. */
export const toField = (column: string): string | undefined => spelled.get(plain(column))
