/** What a column is read as. `none` says nothing about the person and is passed over. */
export type Role =
  | 'id'
  | 'given'
  | 'family'
  | 'whole'
  | 'title'
  | 'date'
  | 'birth'
  | 'gender'
  | 'year'
  | 'month'
  | 'day'
  | 'name'
  | 'text'
  | 'code'
  | 'number'
  | 'email'
  | 'phone'
  | 'category'
  | 'country'
  | 'kind'
  | 'none'

/** What the name of a column tells: the field that it fills, and how that is read. */
export type Known = { readonly field: string; readonly role: Role }

/**
 * Usual names of columns by the field that they fill, FollowTheMoney's first. Columns of several files
 * meet in one field; a column that is not here is a field of its own, read as its content looks.
 */
const table: readonly (readonly [field: string, role: Role, names: string])[] = [
  ['id', 'id', 'id recid recordid uniqueid rowid rowno rownumber recordno personid customerid'],
  [
    'firstName',
    'given',
    'firstname givenname givennames forename forenames fname fnamec1 namefirst',
  ],
  ['firstName', 'given', 'christianname prenom vorname first given'],
  ['lastName', 'family', 'lastname surname familyname lname lnamec1 namelast last family nachname'],
  ['lastName', 'family', 'apellido apellidos nomdefamille'],
  ['middleName', 'name', 'middlename middlenames middleinitial secondname fnamec2 namemiddle'],
  ['lastName2', 'name', 'lnamec2 secondsurname maidenname birthname'],
  ['fatherName', 'name', 'fathername patronymic patronym'],
  ['motherName', 'name', 'mothername mothersname'],
  ['name', 'whole', 'name fullname namefull personname alias aliases aka'],
  ['name', 'whole', 'weakalias previousname othernames nameorg primaryname companyname'],
  ['birthDate', 'birth', 'birthdate dob dateofbirth birthday born birth bdate geburtsdatum'],
  ['birthYear', 'year', 'by birthyear yearofbirth yob'],
  ['birthMonth', 'month', 'bm birthmonth monthofbirth mob'],
  ['birthDay', 'day', 'bd dayofbirth'],
  ['deathDate', 'date', 'deathdate dateofdeath dod'],
  ['email', 'email', 'email mail emailaddress emails mailaddress'],
  ['phone', 'phone', 'phone phonenumber telephone tel mobile mobilephone cell homephone workphone'],
  [
    'address',
    'text',
    'address addressline addrline1 addrfull fulladdress address1 street streetname',
  ],
  ['address2', 'text', 'address2 addrline2'],
  ['streetNumber', 'code', 'streetnumber housenumber houseno streetno'],
  ['city', 'text', 'city suburb town addrcity locality municipality'],
  ['postalCode', 'code', 'postcode postalcode zip zipcode addrpostalcode plz'],
  ['state', 'category', 'state province region addrstate county'],
  ['gender', 'gender', 'gender sex'],
  ['country', 'country', 'country addrcountry'],
  ['nationality', 'country', 'nationality citizenship'],
  ['birthCountry', 'country', 'birthcountry countryofbirth'],
  ['birthPlace', 'text', 'birthplace placeofbirth pob'],
  ['idNumber', 'number', 'idnumber nationalid nationalidnumber identitynumber'],
  ['passportNumber', 'number', 'passportnumber passport passportno'],
  [
    'socialSecurityNumber',
    'number',
    'socialsecuritynumber ssn socsecid ssnnumber socialsecurityid',
  ],
  ['taxNumber', 'number', 'taxnumber tin taxid taxidnumber vatcode vatnumber'],
  ['driversLicense', 'number', 'driverslicense driverslicensenumber driverlicense driverlicence'],
  ['driversLicense', 'number', 'driverslicence drivinglicence drivinglicense'],
  ['registrationNumber', 'number', 'registrationnumber companynumber companyregistrationnumber'],
  ['leiCode', 'number', 'leicode lei leinumber'],
  ['website', 'text', 'website url homepage webaddress websiteaddress'],
  ['kind', 'kind', 'schema recordtype entitytype partytype'],
  ['', 'none', 'cluster clusterid entid entityid trueid groupid label sourcedataset dataset'],
  ['', 'none', 'datasource createdat modifiedat retrievedat updatedat lastactivity'],
  ['', 'none', 'caption addrtype phonetype status amount date'],
]

const known: ReadonlyMap<string, Known> = new Map(
  table.flatMap(([field, role, names]) =>
    names.split(' ').map((name) => [name, { field, role }] as const),
  ),
)

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** What a column's name tells; undefined where its content has to. */
export const knowColumn = (name: string): Known | undefined => known.get(plain(name))

/** The role of a field that `--map` names; undefined where there is no such field. */
export const knowField = (field: string): Known | undefined =>
  [...known.values()].find((each) => plain(each.field) === plain(field)) ?? knowColumn(field)

/** Fields that a map can name. */
export const knownFields: readonly string[] = [
  ...new Set(table.map(([field]) => field).filter((field) => field !== '')),
]

/** One name for the spellings of a column: `Post Code` and `post_code`. */
export const fieldOf = (name: string): string => plain(name) || name
