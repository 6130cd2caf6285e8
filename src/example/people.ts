import tables from '../../data/example-people.json' with { type: 'json' }
import { dateOf } from './calendar.ts'
import { mix } from './dice.ts'

/** What a person number means is a hash of it, so people need no memory. The salts part the hashes. */
const salt = { origin: 11, given: 12, family: 13, second: 14, born: 15, abroad: 16, mail: 17 }

const words = (text: string): readonly string[] => text.split(' ')

const countries = tables.countries.map(({ country, share, given, family }) => ({
  country,
  share,
  given: words(given),
  family: words(family),
}))

/** Countries by their shares of a hundred or so: one drawn place is one country. */
const drawn: readonly number[] = countries.flatMap(({ share }, place) => Array(share).fill(place))

const [streets, ways, towns] = [tables.streets, tables.ways, tables.towns].map(words) as [
  readonly string[],
  readonly string[],
  readonly string[],
]
const companies = words(tables.companies)
const trades = words(tables.trades)
const mailHosts = ['mail.example', 'post.example', 'inbox.example', 'letter.example', 'box.example']

const at = <Each>(list: readonly Each[], hash: number): Each => list[hash % list.length] as Each

const lettersOf: Readonly<Record<string, string>> = { ł: 'l', ı: 'i', ß: 'ss', ø: 'o', đ: 'd' }

const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łıßøđ]/g, (letter) => lettersOf[letter] as string)

const plainNames: ReadonlyMap<string, string> = new Map(
  countries
    .flatMap(({ given, family }) => [...given, ...family])
    .map((name) => [name, plain(name)] as const),
)

/** Two-letter code of the country a person comes from. */
export const originOf = (seed: number, person: number): string =>
  (countries[originPlace(seed, person)] as (typeof countries)[number]).country

const originPlace = (seed: number, person: number): number =>
  at(drawn, mix(seed, salt.origin, person))

/** Where a person lives: at home, or one in ten anywhere. */
export const residenceOf = (seed: number, person: number): string => {
  const hash = mix(seed, salt.abroad, person)
  const place = hash % 10 === 0 ? at(drawn, hash >>> 4) : originPlace(seed, person)
  return (countries[place] as (typeof countries)[number]).country
}

const givenOf = (seed: number, person: number): string =>
  at(
    (countries[originPlace(seed, person)] as (typeof countries)[number]).given,
    mix(seed, salt.given, person),
  )

const familyOf = (seed: number, person: number): string =>
  at(
    (countries[originPlace(seed, person)] as (typeof countries)[number]).family,
    mix(seed, salt.family, person),
  )

/** Given names of one person and the family name of another, who is mostly the same. */
export const nameOf = (seed: number, given: number, family: number): string => {
  const hash = mix(seed, salt.second, given)
  const list = (countries[originPlace(seed, given)] as (typeof countries)[number]).given
  const second = hash % 2 === 0 ? ` ${at(list, hash >>> 1)}` : ''
  return `${givenOf(seed, given)}${second} ${familyOf(seed, family)}`
}

const day = 86_400_000
const firstBirth = Date.UTC(1962, 0, 1) / day
const lastBirth = Date.UTC(2004, 11, 31) / day

export const birthDateOf = (seed: number, person: number): string => {
  return dateOf(firstBirth + (mix(seed, salt.born, person) % (lastBirth - firstBirth)))
}

/** A mailbox of a person, who has as many as `box` tells apart. Hosts are of RFC 2606. */
export const mailboxOf = (seed: number, person: number, box: number): string => {
  const hash = mix(seed + salt.mail, box, person)
  const [given, family] = [givenOf(seed, person), familyOf(seed, person)]
  const tail = hash.toString(36).slice(-5)
  return `${plainNames.get(given)}.${plainNames.get(family)}.${tail}@${at(mailHosts, hash >>> 8)}`
}

/** A made-up address; towns and streets say nothing of a country. */
export const addressOf = (seed: number, home: number): string => {
  const [a, b] = [mix(seed, 21, home), mix(seed, 22, home)]
  const street = `${at(streets, a)} ${at(ways, a >>> 8)}`
  return `${1 + (b % 240)} ${street}, ${10_000 + (mix(seed, 23, home) % 90_000)} ${at(towns, b >>> 10)}`
}

export const companyOf = (seed: number, company: number): string => {
  const hash = mix(seed, 31, company)
  return `${at(companies, hash)} ${at(trades, hash >>> 6)} ${1 + ((hash >>> 12) % 9_000)}`
}
