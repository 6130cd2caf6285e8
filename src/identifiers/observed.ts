import { parseDocumentNumber } from './document.ts'
import { parseEmail } from './email.ts'
import { parsePhone } from './phone.ts'
import { parseWallet } from './wallet.ts'

/** A value that an account was seen with, as Muster compares it. */
export type Observed = {
  readonly key: string
  /** What is wrong with it, in words, as a check digit that fails; it is compared as written. */
  readonly flaw?: string
}

type Reader = (text: string) => Observed | undefined

const keyed =
  (parse: (text: string) => string | undefined): Reader =>
  (text) => {
    const key = parse(text)
    return key === undefined ? undefined : { key }
  }

const wallet: Reader = (text) => {
  const found = parseWallet(text)
  if (!found) return undefined
  const { address, valid, note } = found
  return valid === 'broken' ? { key: text, flaw: note ?? 'its checksum fails' } : { key: address }
}

/** Hashes compare without case. */
const hash: Reader = (text) =>
  /^[0-9a-f]{16,}$/i.test(text) ? { key: text.toLowerCase() } : undefined

const readers: Readonly<Record<string, Reader>> = {
  email: keyed(parseEmail),
  recovery_email: keyed(parseEmail),
  phone: keyed(parsePhone),
  wallet,
  document: keyed(parseDocumentNumber),
  document_image: hash,
  portrait_image: hash,
  avatar: hash,
  fingerprint: hash,
}

/** Whether values of a kind can be written in more than one way. */
export const isRead = (kind: string): boolean => kind in readers

/** A value of a kind of observation as it is compared; as written where it has no known form. */
export const readObserved = (kind: string, text: string): Observed =>
  readers[kind]?.(text) ?? { key: text }
