import { type File, headText, readXml, type XmlElement } from '../../formats/index.ts'
import { MusterError } from '../../model/index.ts'
import { localName } from './element.ts'
import { Entry } from './entry.ts'
import type { Statement } from './head.ts'
import type { BankRead } from './move.ts'
import { readOwn } from './party.ts'
import { Settlement } from './settlement.ts'

const statements = new Set(['Stmt', 'Rpt', 'Ntfctn'])
const messages = new Set([
  'BkToCstmrStmt',
  'BkToCstmrAcctRpt',
  'BkToCstmrDbtCdtNtfctn',
  'FIToFICstmrCdtTrf',
])

const above = (element: XmlElement): string => (element.parent ? localName(element.parent) : '')

/** Members of entries one by one, so that an entry of a hundred thousand payments is never held. */
const isRecord = (element: XmlElement): boolean => {
  const [name, parent] = [localName(element), above(element)]
  if (parent === 'Ntry') return name !== 'NtryDtls'
  if (statements.has(parent)) return name !== 'Ntry'
  return parent === 'NtryDtls' || (messages.has(parent) && !statements.has(name))
}

/** Whether a file is XML: of files of transfers only messages of banks are. */
export const isBankMessage = (file: File): boolean => /^\uFEFF?\s*</.test(headText(file))

/**
 * Reads messages of ISO 20022 in any version: camt.052, camt.053 and camt.054 (reports, statements and
 * notifications of an account) and pacs.008 (payments between banks). Errors: `kind-unknown` for other
 * XML, and those of `readXml`.
 */
export async function* readBankMessage(file: File): AsyncGenerator<BankRead> {
  let statement: Statement | undefined
  let entry: Entry | undefined
  let settlement: Settlement | undefined
  let isMessage = false
  for await (const record of readXml(file, isRecord)) {
    isMessage = true
    const name = localName(record)
    const holder = record.parent as XmlElement
    const element = entryOf(record)
    if (entry && entry.element !== element) {
      yield* entry.close()
      entry = undefined
    }
    if (element) {
      statement = toStatement(element.parent as XmlElement, statement)
      entry ??= new Entry(element, statement)
      if (name === 'TxDtls') yield* entry.take(record)
      else entry.head.take(record)
    } else if (statements.has(localName(holder)))
      statement = withMember(toStatement(holder, statement), record)
    else if (localName(holder) === 'FIToFICstmrCdtTrf') {
      settlement ??= new Settlement()
      if (name === 'GrpHdr') settlement.takeHead(record)
      else if (name === 'CdtTrfTxInf') yield* settlement.take(record)
    }
  }
  if (entry) yield* entry.close()
  if (settlement) yield* settlement.close()
  if (!isMessage)
    throw new MusterError(
      'kind-unknown',
      `${file.path} is XML and no message of a bank that is known`,
      {
        hint: 'Messages of ISO 20022 are read: camt.052, camt.053, camt.054 and pacs.008.',
      },
    )
}

/** The entry that a record is a member of. */
const entryOf = ({ parent }: XmlElement): XmlElement | undefined => {
  if (!parent) return undefined
  if (localName(parent) === 'Ntry') return parent
  return localName(parent) === 'NtryDtls' ? parent.parent : undefined
}

const toStatement = (element: XmlElement, open: Statement | undefined): Statement =>
  open?.element === element ? open : { element, id: '', created: '', own: undefined }

const withMember = (statement: Statement, member: XmlElement): Statement => {
  const name = localName(member)
  if (name === 'Acct') return { ...statement, own: readOwn(member) }
  if (name === 'Id') return { ...statement, id: member.text.trim() }
  return name === 'CreDtTm' ? { ...statement, created: member.text.trim() } : statement
}
