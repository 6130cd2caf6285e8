/** The start of a statement, and its end. */
export type Parts = {
  readonly message?: 'BkToCstmrStmt' | 'BkToCstmrAcctRpt' | 'BkToCstmrDbtCdtNtfctn'
  readonly version?: string
  /** Prefix of the namespace, with its colon. */
  readonly prefix?: string
  /** What stands in `Acct`. */
  readonly account?: string
}

const holders = { BkToCstmrStmt: 'Stmt', BkToCstmrAcctRpt: 'Rpt', BkToCstmrDbtCdtNtfctn: 'Ntfctn' }
const numbers = { BkToCstmrStmt: '053', BkToCstmrAcctRpt: '052', BkToCstmrDbtCdtNtfctn: '054' }

/** IBANs of examples in the registry. */
export const own = 'DE89370400440532013000'
export const other = 'GB29NWBK60161331926819'
export const third = 'FR1420041010050500013M02606'

/** A message with one statement that holds these entries. */
export const camt = (
  entries: string,
  { message = 'BkToCstmrStmt', version = '08', prefix = '', account }: Parts = {},
): string => {
  const holder = holders[message]
  const text = `<Document><${message}>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-01-31T08:00:00Z</CreDtTm></GrpHdr>
<${holder}><Id>S1</Id><CreDtTm>2026-01-31T08:00:00Z</CreDtTm>
<Acct>${account ?? `<Id><IBAN>${own}</IBAN></Id><Ownr><Nm>Example GmbH</Nm></Ownr>`}</Acct>
<Bal><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
${entries}
</${holder}></${message}></Document>`
  const namespace = `urn:iso:std:iso:20022:tech:xsd:camt.${numbers[message]}.001.${version}`
  return text
    .replaceAll(/<(\/?)([A-Z])/g, `<$1${prefix}$2`)
    .replace(
      'Document>',
      `Document xmlns${prefix ? `:${prefix.slice(0, -1)}` : ''}="${namespace}">`,
    )
}

/** An entry; `amount` is `8.85 EUR`, details stand in one `NtryDtls`. */
export const entry = (
  amount: string,
  direction: string,
  details: string,
  more = '<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-01-15</Dt></BookgDt>',
): string => {
  const [sum, currency] = amount.split(' ')
  return `<Ntry><Amt Ccy="${currency}">${sum}</Amt><CdtDbtInd>${direction}</CdtDbtInd>${more}${details && `<NtryDtls>${details}</NtryDtls>`}</Ntry>`
}

/** A payment between two ends, known by an end-to-end id. */
export const detail = (
  amount: string,
  id: string,
  {
    debtor = '',
    creditor = '',
    more = '',
  }: { debtor?: string; creditor?: string; more?: string } = {},
): string => {
  const [sum, currency] = amount.split(' ')
  const money = amount && `<Amt Ccy="${currency}">${sum}</Amt>`
  const end = (role: string, iban: string): string =>
    iban &&
    `<${role}><Pty><Nm>Owner of ${iban}</Nm></Pty></${role}><${role}Acct><Id><IBAN>${iban}</IBAN></Id></${role}Acct>`
  return `<TxDtls><Refs>${id && `<EndToEndId>${id}</EndToEndId>`}</Refs>${money}<RltdPties>${end('Dbtr', debtor)}${end('Cdtr', creditor)}</RltdPties>${more}</TxDtls>`
}
