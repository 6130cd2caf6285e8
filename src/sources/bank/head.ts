import type { XmlElement } from '../../formats/index.ts'
import { find, findAll, localName, textOf } from './element.ts'
import { type Money, readMoney } from './money.ts'
import type { End } from './party.ts'
import { parseTime, readTime } from './time.ts'

/** A statement, report or notification: whose account it is of. */
export type Statement = {
  readonly element: XmlElement
  readonly id: string
  /** When it was made: the time of entries that tell none. */
  readonly created: string
  readonly own: End | undefined
}

/** Statuses of entries that moved nothing, or not yet; `BOOK` and none did. */
const unbooked: Readonly<Record<string, string>> = {
  PDNG: 'the entry is pending and not booked',
  FUTR: 'the entry is to come and not booked',
  INFO: 'the entry is for information and not booked',
}

/** The code of a transaction in ISO 20022: the last of its three parts. */
export const codeOf = (element: XmlElement | undefined): string =>
  textOf(element, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd')

/** What an entry says beside its payments. */
export class Head {
  readonly #members = new Map<string, XmlElement>()
  readonly #charges: XmlElement[] = []

  /** Takes a member of the entry that is no payment; charges may be those of a payment too. */
  take(member: XmlElement): void {
    if (localName(member) === 'Chrgs') this.#charges.push(member)
    else this.#members.set(localName(member), member)
  }

  text(name: string): string {
    return this.#members.get(name)?.text.trim() ?? ''
  }

  get money(): Money | string {
    const amount = this.#members.get('Amt')
    return amount ? readMoney(amount) : 'the entry has no amount'
  }

  get currency(): string {
    return this.#members.get('Amt')?.attributes.Ccy?.trim() ?? ''
  }

  get isCredit(): boolean {
    return this.text('CdtDbtInd') === 'CRDT'
  }

  get isReversal(): boolean {
    return /^(?:true|1)$/.test(this.text('RvslInd'))
  }

  /** Why the entry moved nothing; undefined where it did. */
  get left(): string | undefined {
    const status = this.#members.get('Sts')
    return unbooked[textOf(status, 'Cd') || (status?.text.trim() ?? '')]
  }

  get code(): string {
    return textOf(this.#members.get('BkTxCd'), 'Domn', 'Fmly', 'SubFmlyCd')
  }

  /** How many payments the entry says that it holds; '' where it does not. */
  get batch(): string {
    return textOf(this.#members.get('Btch'), 'NbOfTxs')
  }

  /** When it was booked, else when it took effect, else when the statement was made; text is a fault. */
  timeIn({ created }: Statement): number | string {
    const date = this.#members.get('BookgDt') ?? this.#members.get('ValDt')
    const { text, time } = readTime(date)
    if (date) return time ?? `${text || 'nothing'} is no date`
    return parseTime(created) ?? 'neither the entry nor its statement has a date'
  }

  /** Charges in a currency, those given back taken off. */
  charged(currency: string): bigint {
    let sum = 0n
    for (const each of this.#charges) {
      const records = findAll(each, 'Rcrd')
      for (const record of records.length > 0 ? records : [each]) {
        const amount = find(record, 'Amt') ?? find(record, 'TtlChrgsAndTaxAmt')
        const money = amount && readMoney(amount)
        if (typeof money !== 'object' || money.currency !== currency) continue
        sum += textOf(record, 'CdtDbtInd') === 'CRDT' ? -money.units : money.units
      }
    }
    return sum
  }
}
