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

type Reading = {
  readonly family: IdentifierFamily
  /** The normal form by which two identifiers are equal; undefined where the text is none. */
  readonly key: (said: NewStatement, all: readonly NewStatement[]) => string | undefined
}

/** Numbers of under five characters are shared by chance. */
const shortestDocument = 5

const documentKey = (said: NewStatement): string | undefined => {
  const number = parseDocumentNumber(said.value)
  return number && number.length >= shortestDocument ? `document:${number}` : undefined
}

const prefixed = (name: string, value: string | undefined): string | undefined =>
  value === undefined ? undefined : `${name}:${value}`

const document: Reading = { family: 'document', key: documentKey }

/** Every property that can name a party by itself, and how it is read. */
const readings: Readonly<Record<string, Reading>> = {
  publicKey: { family: 'wallet', key: (said, all) => walletKey(said, all) },
  imoNumber: {
    family: 'vessel',
    key: (said) => prefixed('imo', parseImo(said.value)?.number ?? said.value),
  },
  mmsi: { family: 'vessel', key: (said) => prefixed('mmsi', parseMmsi(said.value)) },
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
  email: { family: 'contact', key: (said) => prefixed('email', parseEmail(said.value)) },
  phone: { family: 'contact', key: (said) => prefixed('phone', parsePhone(said.value)) },
  website: { family: 'contact', key: (said) => prefixed('host', parseHost(said.value)) },
}

/** An address whose form or checksum does not hold is compared as written (CONTRACTS, Common). */
const walletKey = (said: NewStatement, all: readonly NewStatement[]): string => {
  const currency = all.find((each) => each.entity === said.entity && each.prop === 'currency')
  const wallet = parseWallet(said.value, currency ? { currency: currency.value } : {})
  const known = wallet && (wallet.network === 'evm' || wallet.valid !== 'broken')
  return known && parseWallet(wallet.address)
    ? walletId(wallet)
    : `wallet:written/${said.value.trim()}`
}

/** Reads a statement as an identifier of its owner; undefined where it is none. */
export const readIdentifier = (
  said: NewStatement,
  all: readonly NewStatement[],
): Identifier | undefined => {
  const reading = readings[said.prop]
  const key = reading?.key(said, all)
  return reading && key ? { family: reading.family, key, value: said.value, said } : undefined
}
