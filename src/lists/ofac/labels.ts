/** How a labelled value is stored; the value's own text always stays as the original. */
export type Form = 'country' | 'date' | 'lower' | 'quantity' | 'imo' | 'whole'

/**
 * What becomes of a label of OFAC's `idType` vocabulary, which the CSV prints inside the remarks: a
 * `property` of the party, a `document` (a part, and a property too where one is named), a `wallet`,
 * a `security`, an `owner`, a property of the `sanction`, a `link` or a `note`.
 */
export type Use = {
  readonly as:
    | 'property'
    | 'document'
    | 'wallet'
    | 'security'
    | 'owner'
    | 'sanction'
    | 'link'
    | 'note'
  readonly prop?: string
  readonly form?: Form
}

const uses: readonly (readonly [Use, readonly string[]])[] = [
  [{ as: 'property', prop: 'birthDate', form: 'date' }, ['DOB']],
  [{ as: 'property', prop: 'birthPlace' }, ['POB']],
  [{ as: 'property', prop: 'nationality', form: 'country' }, ['nationality']],
  [{ as: 'property', prop: 'citizenship', form: 'country' }, ['citizen']],
  [{ as: 'property', prop: 'gender', form: 'lower' }, ['Gender']],
  [{ as: 'property', prop: 'ethnicity' }, ['ethnicity']],
  [{ as: 'property', prop: 'profession' }, ['Occupation']],
  [{ as: 'property', prop: 'position' }, ['Position', 'Title', 'Alternate Title', 'Rank']],
  [{ as: 'property', prop: 'email' }, ['Email Address', 'Email', 'EMAIL']],
  [{ as: 'property', prop: 'website' }, ['Website']],
  [
    { as: 'property', prop: 'phone' },
    ['Phone Number', 'Phone No', 'Phone', 'PHONE', 'Telephone Number', 'Telephone No', 'Telephone'],
  ],
  // FollowTheMoney has no fax; the label stays in the original.
  [{ as: 'property', prop: 'phone', form: 'whole' }, ['Fax Number', 'Fax No', 'Fax', 'FAX']],
  [{ as: 'property', prop: 'incorporationDate', form: 'date' }, ['Organization Established Date']],
  [{ as: 'property', prop: 'sector' }, ['Organization Type']],
  [{ as: 'property', prop: 'legalForm' }, ['Target Type']],
  [
    { as: 'property', prop: 'country', form: 'country' },
    ['Nationality of Registration', 'Registration Country'],
  ],
  [{ as: 'property', prop: 'swiftBic' }, ['SWIFT/BIC']],
  [{ as: 'property', prop: 'dunsCode' }, ['D-U-N-S Number']],
  [{ as: 'property', prop: 'leiCode' }, ['LEI', 'Legal Entity Identifier']],
  [{ as: 'property', prop: 'mmsi' }, ['MMSI', 'Maritime Mobile Service Identity']],
  [
    { as: 'property', prop: 'imoNumber', form: 'imo' },
    ['Vessel Registration Identification', 'International Maritime Organization No'],
  ],
  [{ as: 'property', prop: 'callSign' }, ['Vessel Call Sign', 'Other Vessel Call Sign']],
  [{ as: 'property', prop: 'flag', form: 'country' }, ['Vessel Flag', 'Other Vessel Flag']],
  [{ as: 'property', prop: 'pastFlags', form: 'country' }, ['Former Vessel Flag']],
  [
    { as: 'property', prop: 'type' },
    ['Vessel Type', 'VESSEL TYPE', 'Other Vessel Type', 'Aircraft Type'],
  ],
  [{ as: 'property', prop: 'tonnage', form: 'quantity' }, ['Vessel Tonnage']],
  [
    { as: 'property', prop: 'grossRegisteredTonnage', form: 'quantity' },
    ['Vessel Gross Registered Tonnage', 'Vessel Gross Tonnage'],
  ],
  [
    { as: 'property', prop: 'buildDate', form: 'date' },
    ['Vessel Year of Build', 'Aircraft Manufacture Date'],
  ],
  [{ as: 'owner' }, ['Vessel Owner']],
  [{ as: 'property', prop: 'operator' }, ['Aircraft Operator']],
  [{ as: 'property', prop: 'model' }, ['Aircraft Model']],
  [{ as: 'property', prop: 'manufacturer' }, ['Aircraft Manufacturer']],
  [
    { as: 'property', prop: 'serialNumber' },
    [
      "Aircraft Manufacturer's Serial Number (MSN)",
      'Aircraft Construction Number (also called L/N or S/N or F/N)',
      'Aircraft Construction Number',
      'Aircraft Serial Identification',
    ],
  ],
  [{ as: 'property', prop: 'registrationNumber' }, ['Aircraft Tail Number']],
  [{ as: 'property', prop: 'previousName' }, ['Previous Aircraft Tail Number']],
  [{ as: 'document', prop: 'bikCode' }, ['BIK (RU)']],
  [
    { as: 'document', prop: 'uscCode' },
    ['Unified Social Credit Code (USCC)', 'United Social Credit Code Certificate (USCCC)'],
  ],
  [{ as: 'document', prop: 'vatCode' }, ['V.A.T. Number']],
  [
    { as: 'document', prop: 'taxNumber' },
    [
      'Tax ID No',
      'NIT',
      'RUC',
      'RIF',
      'RTN',
      'RFC',
      'R.F.C.',
      'C.I.F.',
      'C.U.I.T.',
      'Italian Fiscal Code',
      'Fiscal Code',
      'US FEIN',
      'Paraguayan tax identification number',
      'Romanian Tax Registration',
      'Numero Unico de Identificacao Tributaria (NUIT)',
    ],
  ],
  [
    { as: 'document', prop: 'licenseNumber' },
    [
      'Trade License No',
      'Business License No',
      'Tourism License No',
      'License',
      'Afghan Money Service Provider License Number',
    ],
  ],
  // Twenty characters there are a Legal Entity Identifier, which `describe.ts` tells apart.
  [{ as: 'document', prop: 'registrationNumber' }, ['Legal Entity Number']],
  [
    { as: 'document', prop: 'registrationNumber' },
    [
      'Registration ID',
      'Registration Number',
      'Registration No',
      'Company Number',
      'Company ID',
      'UK Company Number',
      'Commercial Registry Number',
      'Matricula Mercantil No',
      'Folio Mercantil No',
      'C.R. No',
      'Romanian C.R.',
      'Business Registration Document',
      'Business Registration Number',
      'Business Number',
      'Public Registration Number',
      'Certificate of Incorporation Number',
      'Registered Charity No',
      'Chamber of Commerce Number',
      'Istanbul Chamber of Comm. No',
      'Dubai Chamber of Commerce Membership No',
      'Enterprise Number',
      'Branch Unit Number',
      'Central Registration System Number',
      'MSB Registration Number',
      'Government Gazette Number',
      'RSIN',
      'File Number',
    ],
  ],
  [
    { as: 'document' },
    [
      'Passport',
      'Passport No',
      'Passport Number',
      'Diplomatic Passport',
      'British National Overseas Passport',
      'Stateless Person Passport',
      'National ID No',
      'National ID Number',
      'National ID',
      'National Foreign ID Number',
      'Identification Number',
      'Personal ID Card',
      'Cedula No',
      'Cedula de Ciudadania',
      'Cedula de Residencia',
      'SSN',
      'D.N.I.',
      'N.I.E.',
      'I.F.E.',
      'C.U.R.P.',
      'C.U.I.P.',
      'C.U.I.',
      'CNP (Personal Numerical Code)',
      'LE Number',
      'Numero de Identidad',
      'Tazkira National ID Card',
      'Kenyan ID No',
      'Bosnian Personal ID No',
      'Moroccan Personal ID No',
      'Turkish Identification Number',
      'UAE Identification',
      "Citizen's Card Number",
      'Electoral Registry No',
      'Credencial electoral',
      'Cartilla de Servicio Militar Nacional',
      'Birth Certificate Number',
      'Residency Number',
      'Romanian Permanent Resident',
      'Travel Document Number',
      'Refugee ID Card',
      'Stateless Person ID Card',
      "Seafarer's Identification Document",
      'Immigration No',
      'Public Security and Immigration No',
      'VisaNumberID',
      "Driver's License No",
      "Driver's License",
      'Pilot License Number',
      'Tarjeta Profesional',
      'SRE Permit No',
      'Serial No',
      'Chinese Commercial Code',
      'Aircraft Mode S Transponder Code',
    ],
  ],
  [{ as: 'security', prop: 'isin' }, ['ISIN']],
  [{ as: 'security', prop: 'ticker' }, ['Equity Ticker', 'MICEX Code']],
  [{ as: 'security', prop: 'name' }, ['Issuer Name']],
  [{ as: 'link' }, ['Linked To']],
  [
    { as: 'sanction', prop: 'provisions' },
    [
      'Secondary sanctions risk',
      'Additional Sanctions Information',
      'Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions',
    ],
  ],
  [{ as: 'sanction', prop: 'summary' }, ['Purchase/Sales For Divestment Date (CMIC)']],
  [{ as: 'note' }, ['For more information', 'for more information', 'UN/LOCODE']],
]

/** Labels that hold a changing part. */
const patterns: readonly (readonly [RegExp, Use])[] = [
  [/^Digital Currency Address - [A-Z0-9]+/, { as: 'wallet' }],
  [/^Listing Date \([^)]*\)/, { as: 'sanction', prop: 'listingDate', form: 'date' }],
  [/^Effective Date \([^)]*\)/, { as: 'sanction', prop: 'startDate', form: 'date' }],
  [/^[^;]{2,80}? Date \([^)]*\)/, { as: 'sanction', prop: 'summary' }],
  [
    /^(?:Executive Order \d+|[A-Z]{4,}(?: Section \d+)?)(?: Directive)? (?:Determination|[Ii]nformation)/,
    { as: 'sanction', prop: 'provisions' },
  ],
]

const firstWord = (text: string): string => /^[^\s:]*/.exec(text)?.[0] ?? ''

/** Labels by their first word, the longest first, so that the longest that fits is found. */
const byFirstWord: ReadonlyMap<string, readonly (readonly [string, Use])[]> = (() => {
  const index = new Map<string, [string, Use][]>()
  for (const [use, labels] of uses)
    for (const label of labels) {
      const word = firstWord(label)
      index.set(word, [...(index.get(word) ?? []), [label, use]])
    }
  for (const entries of index.values()) entries.sort(([a], [b]) => b.length - a.length)
  return index
})()

/** A label at the start of a text, and where it ends, its closing `.`, `:`, `#` or `-` included. */
export type Labelled = { readonly use: Use; readonly end: number }

/** Finds the longest known label at the start of a clause or an `idType`. */
export const findLabel = (text: string): Labelled | undefined => {
  for (const [label, use] of byFirstWord.get(firstWord(text)) ?? [])
    if (text.startsWith(label) && !/^[\p{L}\p{N}]/u.test(text.slice(label.length)))
      return { use, end: label.length + closing(text, label.length) }
  for (const [pattern, use] of patterns) {
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) return { use, end: found.length + closing(text, found.length) }
  }
  return undefined
}

const closing = (text: string, from: number): number =>
  /^(?:\.?:?(?: ?#)?(?: -(?=\s|$))?)/.exec(text.slice(from))?.[0].length ?? 0

/** What becomes of a value under a label of the table. */
export const useOf = (label: string): Use => findLabel(label)?.use ?? { as: 'note' }

/** Whether the table of labels knows what to do with an `idType`. */
export const isKnownLabel = (label: string): boolean => findLabel(label)?.end === label.length

/** Labels that the table does not hold, but whose wording says that a number follows. */
export const findUnknownLabel = (text: string): Labelled | undefined => {
  const found =
    /^(?:[A-Z(][\w.'&/()-]* ){0,5}(?:No\.|Number|ID|Card|Code|Certificate)(?:[.:]| #)?(?= \S*\d)/.exec(
      text,
    )
  return found ? { use: { as: 'document' }, end: found[0].length } : undefined
}

/** Whether an `idType` that the table does not hold is the name of some document. */
export const isDocument = (label: string): boolean =>
  /\b(?:No\.?|Number|ID|Card|Code|Certificate|Document|Licen[cs]e|Passport|Permit|Visa|#)\W*$/i.test(
    label,
  )
