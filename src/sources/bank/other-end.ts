import type { XmlElement } from '../../formats/index.ts'
import { find, textOf } from './element.ts'
import { type End, numberOf, readEnd } from './party.ts'

/** Codes of cash paid in or out (ISO 20022, external bank transaction codes). */
const cash = new Set(['CWDL', 'CDPT', 'XBCW', 'XBCP', 'FCDP', 'FCWD', 'MSCD', 'BCDP', 'BCWD'])

type Asked = {
  readonly own: string
  readonly isCredit: boolean
  readonly isReversal: boolean
  readonly code: string
  /** What the payment is known by, of which there is no other. */
  readonly by: string
}

/**
 * Who is at the other end of a payment of an account. Of a reversal the parties are those of the
 * payment that it undoes; an end that is the account itself is not the other. Where nobody is told, or
 * it is cash, the end is an account for this payment alone, so that value that went to one unknown never
 * comes back from another.
 */
export const readOther = (
  element: XmlElement | undefined,
  { own, isCredit, isReversal, code, by }: Asked,
): { readonly end: End; readonly isUnknown: boolean } => {
  const parts = { parties: find(element, 'RltdPties'), agents: find(element, 'RltdAgts'), own }
  const isFromDebtor = isCredit !== isReversal
  const told = readEnd(isFromDebtor ? 'Dbtr' : 'Cdtr', parts)
  const end = told?.account === own ? readEnd(isFromDebtor ? 'Cdtr' : 'Dbtr', parts) : told
  if (end && end.account !== own) return { end, isUnknown: false }
  const what = cash.has(code) ? 'cash' : 'unknown'
  return { end: { account: `${what}: ${own}: ${by}`, name: '' }, isUnknown: true }
}

/**
 * CRDT or DBIT of a payment, or what else stands there: its own word, else that of its entry. Where the
 * two differ and the account is one of the ends, the ends decide: banks repeat the word of the other side.
 */
export const readDirection = (
  element: XmlElement | undefined,
  { own, entry, isReversal }: { own: string; entry: string; isReversal: boolean },
): string => {
  const said = textOf(element, 'CdtDbtInd') || entry
  if (said === entry) return said
  const parties = find(element, 'RltdPties')
  const isDebtor = numberOf(find(parties, 'DbtrAcct')) === own
  if (isDebtor === (numberOf(find(parties, 'CdtrAcct')) === own)) return said
  return isDebtor === isReversal ? 'CRDT' : 'DBIT'
}
