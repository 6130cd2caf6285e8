import { type Dice, dice } from './dice.ts'

/**
 * Made-up files in the shape of OFAC's SDN.XML and SDN.CSV, of any size, for measuring readers. Names
 * are drawn from syllables by a fixed sequence: the same size gives the same bytes. A party has what
 * a party of the real list has on average (SDN.XML of 2025: 1.5 kB, 1.2 aliases, 1.3 addresses, 3 ids).
 */
export type OfacShape = { readonly parties: number; readonly chunkBytes?: number }

const syllables = ['ka', 'ro', 'min', 'su', 'ta', 'len', 'vo', 'shi', 'ar', 'dun', 'pe', 'gol']
const countries = [
  'Iran',
  'Russia',
  'China',
  'Korea, North',
  'Mexico',
  'Syria',
  'Panama',
  'Lebanon',
]
const programs = ['SDGT', 'NPWMD', 'DPRK3', 'IRAN-EO13846', 'RUSSIA-EO14024', 'SDNTK', 'GLOMAG']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const hex = '0123456789abcdef'

const pick = (roll: Dice, from: readonly string[]): string => from[roll(from.length)] as string

const word = (roll: Dice): string => {
  let made = ''
  for (let i = 0; i < 2 + roll(2); i++) made += pick(roll, syllables)
  return made
}

const given = (roll: Dice): string => {
  const made = word(roll)
  return made.charAt(0).toUpperCase() + made.slice(1)
}

const date = (roll: Dice): string =>
  `${String(1 + roll(28)).padStart(2, '0')} ${pick(roll, months)} ${1940 + roll(60)}`

const digits = (roll: Dice, length: number): string => {
  let made = ''
  for (let i = 0; i < length; i++) made += roll(10)
  return made
}

const wallet = (roll: Dice): string => {
  let made = '0x'
  for (let i = 0; i < 40; i++) made += hex[roll(16)]
  return made
}

type Document = { readonly type: string; readonly number: string; readonly country?: string }

/** One made-up party, before it is written as XML or as CSV rows. */
export type SyntheticParty = {
  readonly uid: number
  readonly individual: boolean
  readonly first: string
  readonly last: string
  readonly programs: readonly string[]
  readonly documents: readonly Document[]
  readonly aliases: readonly { readonly last: string; readonly first: string }[]
  readonly addresses: readonly {
    readonly street: string
    readonly city: string
    readonly country: string
  }[]
  readonly birth: string
  readonly birthPlace: string
  readonly country: string
  readonly linked: string
}

/** The parties of a made-up list, in order of their uid. */
export function* syntheticParties(shape: OfacShape): Generator<SyntheticParty> {
  const roll = dice(20_250_101)
  for (let i = 0; i < shape.parties; i++) {
    const individual = roll(10) < 5
    const country = pick(roll, countries)
    const documents: Document[] = [
      { type: 'Additional Sanctions Information -', number: 'Subject to Secondary Sanctions' },
      individual
        ? { type: 'Passport', number: `${pick(roll, ['A', 'K', 'PP'])}${digits(roll, 7)}`, country }
        : { type: 'Registration Number', number: digits(roll, 9), country },
      {
        type: individual ? 'Gender' : 'Email Address',
        number: individual ? 'Male' : `${word(roll)}@example.com`,
      },
    ]
    if (roll(20) === 0)
      documents.push({ type: 'Digital Currency Address - ETH', number: wallet(roll) })
    yield {
      uid: 1000 + i * 3,
      individual,
      first: given(roll),
      last: word(roll).toUpperCase(),
      programs: roll(4) === 0 ? [pick(roll, programs), 'IFSR'] : [pick(roll, programs)],
      documents,
      aliases: Array.from({ length: 1 + roll(2) }, () => ({
        last: word(roll).toUpperCase(),
        first: given(roll),
      })),
      addresses: Array.from({ length: 1 + roll(2) }, () => ({
        street: `${1 + roll(200)} ${given(roll)} Street`,
        city: given(roll),
        country: pick(roll, countries),
      })),
      birth: date(roll),
      birthPlace: `${given(roll)}, ${country}`,
      country,
      linked: `${word(roll).toUpperCase()} TRADING`,
    }
  }
}

const element = (depth: number, name: string, text: string | number): string =>
  `${'  '.repeat(depth)}<${name}>${text}</${name}>\n`

const item = (depth: number, name: string, content: string): string =>
  `${'  '.repeat(depth)}<${name}>\n${content}${'  '.repeat(depth)}</${name}>\n`

const group = (depth: number, name: string, items: readonly string[]): string =>
  items.length === 0 ? '' : item(depth, name, items.join(''))

/** A party as `sdnEntry` writes it. */
export const toEntry = (party: SyntheticParty): string => {
  let uid = party.uid * 40
  const numbered = (name: string, content: string): string =>
    item(3, name, element(4, 'uid', uid++) + content)
  const main = element(4, 'mainEntry', 'true')
  return item(
    1,
    'sdnEntry',
    element(2, 'uid', party.uid) +
      (party.individual ? element(2, 'firstName', party.first) : '') +
      element(2, 'lastName', party.individual ? party.last : `${party.last} ${party.first} CO.`) +
      element(2, 'sdnType', party.individual ? 'Individual' : 'Entity') +
      element(2, 'remarks', `(Linked To: ${party.linked})`) +
      group(
        2,
        'programList',
        party.programs.map((each) => element(3, 'program', each)),
      ) +
      group(
        2,
        'idList',
        party.documents.map(({ type, number, country }) =>
          numbered(
            'id',
            element(4, 'idType', type) +
              element(4, 'idNumber', number) +
              (country ? element(4, 'idCountry', country) : ''),
          ),
        ),
      ) +
      group(
        2,
        'akaList',
        party.aliases.map(({ last, first }) =>
          numbered(
            'aka',
            element(4, 'type', 'a.k.a.') +
              element(4, 'category', 'strong') +
              element(4, 'lastName', party.individual ? last : `${last} ${first}`) +
              (party.individual ? element(4, 'firstName', first) : ''),
          ),
        ),
      ) +
      group(
        2,
        'addressList',
        party.addresses.map(({ street, city, country }) =>
          numbered(
            'address',
            element(4, 'address1', street) +
              element(4, 'city', city) +
              element(4, 'country', country),
          ),
        ),
      ) +
      (party.individual
        ? group(2, 'nationalityList', [
            numbered('nationality', element(4, 'country', party.country) + main),
          ]) +
          group(2, 'dateOfBirthList', [
            numbered('dateOfBirthItem', element(4, 'dateOfBirth', party.birth) + main),
          ]) +
          group(2, 'placeOfBirthList', [
            numbered('placeOfBirthItem', element(4, 'placeOfBirth', party.birthPlace) + main),
          ])
        : ''),
  )
}

/** SDN.XML in chunks of bytes. */
export async function* syntheticOfacXml(shape: OfacShape): AsyncGenerator<Uint8Array> {
  const head =
    '<?xml version="1.0" standalone="yes"?>\n' +
    '<sdnList xmlns="https://example.com/sdnList.xsd">\n' +
    `  <publshInformation>\n    <Publish_Date>01/02/2025</Publish_Date>\n    <Record_Count>${shape.parties}</Record_Count>\n  </publshInformation>\n`
  function* pieces(): Generator<string> {
    yield head
    for (const party of syntheticParties(shape)) yield toEntry(party)
    yield '</sdnList>\n'
  }
  yield* chunked(pieces(), shape.chunkBytes)
}

const none = '-0- '

/** One table of the legacy CSV set in chunks of bytes. */
export async function* syntheticOfacCsv(
  table: 'sdn' | 'alt' | 'add',
  shape: OfacShape,
): AsyncGenerator<Uint8Array> {
  function* rows(): Generator<string> {
    for (const party of syntheticParties(shape)) yield* csvRows[table](party)
    yield '\u001a'
  }
  yield* chunked(rows(), shape.chunkBytes)
}

const csvRows: Readonly<
  Record<'sdn' | 'alt' | 'add', (party: SyntheticParty) => Iterable<string>>
> = {
  *sdn(party) {
    const remarks = [
      ...(party.individual
        ? [`DOB ${party.birth}`, `POB ${party.birthPlace}`, `nationality ${party.country}`]
        : []),
      ...party.documents.map(
        ({ type, number, country }) => `${type} ${number}${country ? ` (${country})` : ''}`,
      ),
      `Linked To: ${party.linked}`,
    ]
    const name = party.individual
      ? `${party.last}, ${party.first}`
      : `${party.last} ${party.first} CO.`
    const type = party.individual ? '"individual"' : none
    const empty = Array.from({ length: 7 }, () => none).join(',')
    yield `${party.uid},"${name}",${type},"${party.programs.join('] [')}",${empty},"${remarks.join('; ')}."\r\n`
  },
  *alt(party) {
    for (const [i, { last, first }] of party.aliases.entries())
      yield `${party.uid},${party.uid * 40 + i},"aka","${last}${party.individual ? ',' : ''} ${first}",${none}\r\n`
  },
  *add(party) {
    for (const [i, { street, city, country }] of party.addresses.entries())
      yield `${party.uid},${party.uid * 40 + i},"${street}","${city}","${country}",${none}\r\n`
  },
}

function* chunked(pieces: Iterable<string>, chunkBytes = 262_144): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < chunkBytes) continue
    yield encoder.encode(text)
    text = ''
  }
  if (text) yield encoder.encode(text)
}
