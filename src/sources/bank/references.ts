import type { XmlElement } from '../../formats/index.ts'
import { firstText } from './element.ts'

export type References = {
  readonly tx: string | null
  readonly isUetr: boolean
  readonly reference: string | null
}

const uetr = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Words that stand for no reference: NOTPROVIDED is that of the SEPA rulebooks. */
const none = /^(?:not ?provided|nonref|none|n\/?a|-+)$/i

const told = (text: string): string | null => (text === '' || none.test(text) ? null : text)

/**
 * By what a payment is known: its UETR, else the end-to-end id that the payer gave it, else the bank's
 * own reference. `refs` are those of the payment, `entry` the reference of the entry that holds it.
 */
export const readReferences = (refs: XmlElement | undefined, entry = ''): References => {
  const global = firstText(refs, [['UETR'], ['PmtId', 'UETR']])
  const isUetr = uetr.test(global)
  const endToEnd = told(firstText(refs, [['EndToEndId'], ['PmtId', 'EndToEndId']]))
  const reference = told(firstText(refs, [['AcctSvcrRef']])) ?? told(entry)
  return { tx: isUetr ? global.toLowerCase() : (endToEnd ?? reference), isUetr, reference }
}
