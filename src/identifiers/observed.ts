import { maskCard } from './card.ts'
import { parseDocumentNumber } from './document.ts'
import { parseIban } from './iban.ts'
import { readIp, readIpv4, writeIp } from './ip.ts'
import { parseMac } from './mac.ts'
import { parseMailbox } from './mailbox.ts'
import { parseMrz } from './mrz.ts'
import { readPhone } from './phone-line.ts'
import { parseSshKey } from './ssh-key.ts'
import { parseWallet } from './wallet.ts'

/** A value that an account was seen with, as Muster compares it. */
export type Observed = {
  readonly key: string
  /** The kind of line behind a phone number. */
  readonly line?: 'mobile' | 'voip'
  /** What is wrong with it, in words, as a check digit that fails; it is compared as written. */
  readonly flaw?: string
}

type Reader = (text: string) => Observed | undefined

const flawed = (key: string, flaw: string | undefined): Observed =>
  flaw === undefined ? { key } : { key, flaw }

const keyed =
  (parse: (text: string) => string | undefined): Reader =>
  (text) => {
    const key = parse(text)
    return key === undefined ? undefined : { key }
  }

const phone: Reader = (text) => {
  const { number: key, ...rest } = readPhone(text) ?? {}
  return key === undefined ? undefined : { key, ...rest }
}

const iban: Reader = (text) => {
  const { number, flaw } = parseIban(text) ?? {}
  return number === undefined ? undefined : flawed(number, flaw)
}

const card: Reader = (text) => {
  const { masked, flaw } = maskCard(text) ?? {}
  return masked === undefined ? undefined : flawed(masked, flaw)
}

const mac: Reader = (text) => {
  const { address, flaw } = parseMac(text) ?? {}
  return address === undefined ? undefined : flawed(address, flaw)
}

const wallet: Reader = (text) => {
  const found = parseWallet(text)
  if (!found) return undefined
  const { address, valid, note } = found
  return flawed(address, valid === 'broken' ? (note ?? 'its checksum fails') : undefined)
}

const ip: Reader = (text) => {
  // Most are written as they are compared, and a platform has millions.
  if (readIpv4(text) !== undefined) return { key: text }
  const found = readIp(text)
  return found && { key: writeIp(found) }
}

const document: Reader = (text) => {
  const zone = parseMrz(text)
  if (!zone) return keyed(parseDocumentNumber)(text)
  const { number, failing } = zone
  return flawed(number, failing.length > 0 ? `check digit fails: ${failing.join(', ')}` : undefined)
}

/** A payout goes to an account at a bank, a mailbox or a wallet, or to something of its own form. */
const payout: Reader = (text) => {
  const account = iban(text)
  if (account && !account.flaw) return account
  const chain = parseWallet(text)
  return chain && chain.valid !== 'broken' ? { key: chain.address } : keyed(parseMailbox)(text)
}

/** Hashes compare without case. */
const hash: Reader = (text) =>
  /^[0-9a-f]{16,}$/i.test(text) ? { key: text.toLowerCase() } : undefined

const readers: Readonly<Record<string, Reader>> = {
  avatar: hash,
  card,
  document,
  document_image: hash,
  email: keyed(parseMailbox),
  fingerprint: hash,
  iban,
  ip,
  mac,
  payout,
  phone,
  portrait_image: hash,
  recovery_email: keyed(parseMailbox),
  ssh_key: keyed(parseSshKey),
  wallet,
}

/** Mailboxes without a tag, at no provider that reads names in a way of its own. */
const plainMailbox =
  '[a-z0-9_-][a-z0-9._-]*@(?:[a-fh-z0-9-][a-z0-9-]*|g[a-lnp-z0-9-][a-z0-9-]*)(?:[.][a-z0-9-]+)+'

const hashForm = '[^A-F]*'

/** IPv6 with no group of zeros, or one `::` for two at least and something before it (RFC 5952). */
const plainIpv6 = (): string => {
  const group = '[1-9a-f][0-9a-f]{0,3}'
  const short = [1, 2, 3, 4, 5].map(
    (before) => `(?:${group}:){${before}}:(?:${group}(?::${group}){0,${5 - before}})?`,
  )
  return [`(?:${group}:){7}${group}`, ...short].join('|')
}

const plainIpv4 =
  '(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])[.]){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])'

/** Printable ASCII without `@` and `:`, in which no mailbox and no address of a network is written. */
const own = '[ -9;-?A-~]*'

/**
 * Forms of texts that are compared as they are and have no flaw, by kind: `''` where that is every
 * text. So that an engine can leave most values of a platform unread; JavaScript and RE2 read the
 * patterns alike, for whole texts.
 */
export const sameForms: Readonly<Record<string, string>> = {
  avatar: hashForm,
  document: '[A-Z0-9]{1,40}',
  document_image: hashForm,
  email: plainMailbox,
  fingerprint: hashForm,
  ip: `${plainIpv4}|${plainIpv6()}`,
  mac: '[0-9a-f][048c](?::[0-9a-f]{2}){5}',
  payout: `(?:${own}_|[a-z]{3}-)${own}`,
  portrait_image: hashForm,
  recovery_email: plainMailbox,
  ssh_key: 'SHA256:[A-Za-z0-9+/]{43}',
  wallet: '0x[0-9a-f]{40}',
}

/** Whether values of a kind can be written in more than one way. */
export const isRead = (kind: string): boolean => kind in readers

/**
 * What programs write where there is no value; as a value it would join all accounts that lack one.
 * A pattern for whole texts, whatever their case, that JavaScript and RE2 read alike.
 */
export const nothing = 'n/?a|null|nil|none|unknown|undefined|-+|0{4,}|[0:-]{12,}'

/** A value of a kind of observation as it is compared; as written where it has no known form. */
export const readObserved = (kind: string, text: string): Observed =>
  readers[kind]?.(text) ?? { key: text }
