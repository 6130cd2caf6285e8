import { parseCountry } from '../../identifiers/index.ts'
import { parsePartialDate, type Schema } from '../../model/index.ts'

const date = (text: string): string | undefined => parsePartialDate(text)

const genders: Readonly<Record<string, string>> = {
  m: 'male',
  male: 'male',
  man: 'male',
  f: 'female',
  female: 'female',
  woman: 'female',
}
const gender = (text: string): string | undefined => genders[text.toLowerCase()]

/** How values of a property are written alike; the file's own text is kept beside. */
export const normalisers: Readonly<Record<string, (text: string) => string | undefined>> = {
  birthDate: date,
  deathDate: date,
  incorporationDate: date,
  dissolutionDate: date,
  buildDate: date,
  nationality: parseCountry,
  citizenship: parseCountry,
  country: parseCountry,
  jurisdiction: parseCountry,
  flag: parseCountry,
  pastFlags: parseCountry,
  birthCountry: parseCountry,
  gender,
}

/** FollowTheMoney properties of subjects, by the schema that brings them. */
const properties: Readonly<Record<string, string>> = {
  thing:
    'name alias weakAlias previousName country address notes summary description sourceUrl keywords topics wikidataId program createdAt modifiedAt',
  legalEntity:
    'email phone website legalForm incorporationDate dissolutionDate status sector classification registrationNumber idNumber taxNumber vatCode licenseNumber leiCode dunsCode uniqueEntityId innCode ogrnCode okpoCode swiftBic npiCode jurisdiction mainCountry bvdId icijId',
  person:
    'title firstName secondName middleName fatherName motherName lastName nameSuffix birthDate birthPlace birthCountry deathDate position nationality citizenship gender ethnicity religion passportNumber socialSecurityNumber political profession education spokenLanguage appearance hairColor eyeColor height weight employer',
  company:
    'voenCode coatoCode irsCode ipoCode cikCode jibCode kppCode bikCode caemCode okopfCode okvedCode oksmCode fnsCode fssCode pfrNumber giiNumber ticker amount currency ricCode',
  vehicle:
    'registrationNumber type model owner operator buildDate imoNumber mmsi callSign flag pastFlags tonnage grossRegisteredTonnage deadweightTonnage pastNames pastTypes crsNumber navalVesselId registrationPort pastRegistrationPorts',
  wallet:
    'publicKey privateKey currency currencySymbol mangingExchange managingExchange holder accountId balance balanceDate',
}

export const knownProperties: ReadonlySet<string> = new Set(
  Object.values(properties).join(' ').split(/\s+/),
)

/** Schemata that a subject can have, by their names in lower case. */
export const subjectSchemata: ReadonlyMap<string, Schema> = new Map(
  (
    [
      'Thing',
      'LegalEntity',
      'Person',
      'Organization',
      'Company',
      'PublicBody',
      'Vessel',
      'Airplane',
      'Vehicle',
      'CryptoWallet',
      'Asset',
      'UserAccount',
    ] as const
  ).map((schema) => [schema.toLowerCase(), schema]),
)

/** Columns that tell the schema of a row which names none; a person where none of them is filled. */
export const tellingProperties: readonly (readonly [prop: string, schema: Schema])[] = [
  ['imoNumber', 'Vessel'],
  ['mmsi', 'Vessel'],
  ['publicKey', 'CryptoWallet'],
  ['leiCode', 'Company'],
  ['incorporationDate', 'Company'],
  ['legalForm', 'Company'],
]
