import {
  parseDocumentNumber,
  parseEmail,
  parseHost,
  parseImo,
  parseMmsi,
  parsePhone,
  parseWallet,
  walletId,
} from '../identifiers/index.ts'
import type { NewStatement } from '../model/index.ts'
import type { Identifier, IdentifierFamily } from './fact.ts'

/** The normal form by which two identifiers are equal, and what is wrong with the text. */
type Read = { readonly key: string; readonly flag?: string }

type Reading = {
  readonly family: IdentifierFamily
  /** Undefined where the text is no such identifier. */
  readonly read: (said: NewStatement, all: readonly NewStatement[]) => Read | undefined
}

/** Numbers of under five characters are shared by chance. */
const shortestDocument = 5

const readDocument = (said: NewStatement): Read | undefined => {
  const number = parseDocumentNumber(said.value)
  return number && number.length >= shortestDocument ? { key: `document:${number}` } : undefined
}

const prefixed = (name: string, value: string | undefined): Read | undefined =>
  value === undefined ? undefined : { key: `${name}:${value}` }

const document: Reading = { family: 'document', read: readDocument }

/** Every property that can name a party by itself, and how it is read. */
const readings: Readonly<Record<string, Reading>> = {
  publicKey: { family: 'wallet', read: (said, all) => readWallet(said, all) },
  imoNumber: { family: 'vessel', read: (said) => readImo(said) },
  mmsi: { family: 'vessel', read: (said) => prefixed('mmsi', parseMmsi(said.value)) },
  passportNumber: document,
  idNumber: document,
  number: document,
  registrationNumber: document,
  taxNumber: document,
  vatCode: document,
  innCode: document,
  ogrnCode: document,
  leiCode: document,
  swiftBic: document,
  dunsCode: document,
  email: { family: 'contact', read: (said) => prefixed('email', parseEmail(said.value)) },
  phone: { family: 'contact', read: (said) => prefixed('phone', parsePhone(said.value)) },
  website: { family: 'contact', read: (said) => prefixed('host', parseHost(said.value)) },
}

/** Properties that can name a party by themselves, and the one that says how to read an address. */
export const identifying: readonly string[] = [...Object.keys(readings), 'currency']

/** What fails its check is compared as written, and flagged. */
const readImo = ({ value }: NewStatement): Read => {
  const imo = parseImo(value)
  const key = `imo:${imo?.number ?? value}`
  return imo?.valid === 'checksum' ? { key } : { key, flag: 'the check digit fails' }
}

const readWallet = (said: NewStatement, all: readonly NewStatement[]): Read => {
  const currency = all.find((each) => each.entity === said.entity && each.prop === 'currency')
  const wallet = parseWallet(said.value, currency ? { currency: currency.value } : {})
  const flag = wallet?.valid === 'broken' ? { flag: 'the checksum fails' } : {}
  const known = wallet && (wallet.network === 'evm' || wallet.valid !== 'broken')
  const key =
    known && parseWallet(wallet.address) ? walletId(wallet) : `wallet:written/${said.value.trim()}`
  return { key, ...flag }
}

/** Reads a statement as an identifier of its owner; undefined where it is none. */
export const readIdentifier = (
  said: NewStatement,
  all: readonly NewStatement[],
): Identifier | undefined => {
  const reading = readings[said.prop]
  const read = reading?.read(said, all)
  return reading && read ? { family: reading.family, value: said.value, said, ...read } : undefined
}
