import { type Millibits, showCount, toScore } from '../model/index.ts'

/** Names of properties and features that their spelling does not tell. */
const labels: Readonly<Record<string, string>> = {
  alias: 'Alias',
  weakAlias: 'Weak alias',
  previousName: 'Former name',
  firstName: 'Name, first part',
  secondName: 'Name, second part',
  thirdName: 'Name, third part',
  fourthName: 'Name, fourth part',
  modifiedAt: 'Amended',
  createdAt: 'Created',
  listingDate: 'Listed',
  startDate: 'From',
  endDate: 'Until',
  imoNumber: 'IMO number',
  mmsi: 'MMSI',
  publicKey: 'Wallet address',
  UnknownLink: 'Link',
  unscId: 'UN reference',
  recordId: 'Record number',
  program: 'Programme',
  programId: 'Programme',
  sourceUrl: 'Source',
  innCode: 'INN',
  ogrnCode: 'OGRN',
  swiftBic: 'SWIFT or BIC',
  leiCode: 'LEI',
  ip: 'IP address',
  mac: 'MAC address',
  usb: 'USB device',
  ssh_key: 'SSH key',
  iban: 'IBAN',
  cv: 'CV',
}

/** A property or feature in words: `birthDate` is "Birth date". */
export const toLabel = (name: string): string => {
  const known = labels[name]
  if (known) return known
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase()
}

/** A score with six places, and more where it would otherwise read as certain or impossible. */
export const formatScore = (total: Millibits): string => {
  const places = Math.ceil((Math.abs(total) / 1000) * Math.log10(2)) + 2
  return toScore(total).toFixed(Math.min(15, Math.max(6, places)))
}

/** "1 case", "2 cases". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${showCount(count)} ${count === 1 ? one : many}`

/** The end of a path, where the whole is printed among the files. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) || path

const day = 86_400_000

/** Whole days from a list's date to the run; undefined where either is no date. */
export const daysBetween = (from: string, to: string): number | undefined => {
  const [start, end] = [from, to].map((date) => Date.parse(date.slice(0, 10)))
  const days = ((end as number) - (start as number)) / day
  return Number.isFinite(days) ? Math.floor(days) : undefined
}
