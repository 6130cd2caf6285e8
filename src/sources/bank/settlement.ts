import type { XmlElement } from '../../formats/index.ts'
import { find, findAll, placeOf, textOf } from './element.ts'
import { type Money, readMoney, showMoney } from './money.ts'
import type { BankRead } from './move.ts'
import { type Role, readEnd } from './party.ts'
import { readReferences } from './references.ts'
import { readTime } from './time.ts'

const dates = ['IntrBkSttlmDt', 'AccptncDtTm'] as const

/** Payments from bank to bank (pacs.008), each from the account of its debtor to that of its creditor. */
export class Settlement {
  #head: XmlElement | undefined
  #payments = 0
  #unread = 0
  #sum = 0n
  #foreign = 0

  takeHead(head: XmlElement): void {
    this.#head = head
  }

  *take(element: XmlElement): Generator<BankRead> {
    this.#payments++
    const place = placeOf(element)
    const amount = find(element, 'IntrBkSttlmAmt')
    const money = amount ? readMoney(amount) : 'it has no amount of settlement'
    const time = this.#time(element)
    if (typeof money === 'string') return yield this.#reject(element, place, money)
    if (typeof time === 'string') return yield this.#reject(element, place, time)
    this.#add(money)
    const references = readReferences(element)
    const [debtor, creditor] = (['Dbtr', 'Cdtr'] as const).map((role: Role) =>
      readEnd(role, {
        parties: element,
        agents: element,
        own: `message ${textOf(this.#head, 'MsgId') || place}`,
      }),
    )
    const by = references.tx ?? `${textOf(this.#head, 'MsgId')}${place}`
    const [src, dst] = [
      debtor?.account ?? `unknown debtor: ${by}`,
      creditor?.account ?? `unknown creditor: ${by}`,
    ]
    const move = {
      place,
      time,
      ...references,
      src,
      asset: money.currency,
      own: null,
      isReversal: false,
    }
    if (money.units < 0n)
      return yield this.#reject(element, place, `${showMoney(money)} is below zero`)
    yield { kind: 'move', move: { ...move, dst, amount: money.units, kind: 'transfer' } }
    const fee = feeOf(element, money)
    if (fee > 0n) yield { kind: 'move', move: { ...move, dst: null, amount: fee, kind: 'fee' } }
    for (const end of [debtor, creditor]) if (end?.name) yield { kind: 'name', ...end }
  }

  /** Tells where the payments are not as many or as much as the head of the message says. */
  *close(): Generator<BankRead> {
    const count = textOf(this.#head, 'NbOfTxs')
    const total = find(this.#head, 'TtlIntrBkSttlmAmt')
    const money = total && readMoney(total)
    const place = this.#head ? placeOf(this.#head) : ''
    const text = [count, total?.text.trim()].filter(Boolean).join(' ')
    if (count !== '' && Number(count) !== this.#payments)
      yield {
        kind: 'rejected',
        place,
        reason: `it says ${count} payments and holds ${this.#payments}`,
        text,
      }
    if (typeof money !== 'object' || this.#unread > 0 || this.#foreign > 0) return
    const difference = money.units - this.#sum
    if (difference !== 0n)
      yield {
        kind: 'rejected',
        place,
        reason: `its payments count and sum to ${showMoney({ ...money, units: this.#sum })}, where it says ${showMoney(money)}: a difference of ${showMoney({ ...money, units: difference })}`,
        text,
      }
  }

  #add({ units, currency }: Money): void {
    if (currency === find(this.#head, 'TtlIntrBkSttlmAmt')?.attributes.Ccy?.trim())
      this.#sum += units
    else this.#foreign++
  }

  #time(element: XmlElement): number | string {
    for (const holder of [element, this.#head])
      for (const name of dates) {
        const date = find(holder, name)
        if (date) return readTime(date).time ?? `${readTime(date).text || 'nothing'} is no date`
      }
    return readTime(find(this.#head, 'CreDtTm')).time ?? 'neither it nor its message has a date'
  }

  #reject(element: XmlElement, place: string, reason: string): BankRead {
    this.#unread++
    const text = [textOf(element, 'IntrBkSttlmAmt'), textOf(element, 'PmtId', 'EndToEndId')]
    return { kind: 'rejected', place, reason, text: text.filter(Boolean).join(' ') }
  }
}

/** Charges that banks on the way took: told, in one currency, and the whole of what is missing. */
const feeOf = (element: XmlElement, money: Money): bigint => {
  const instructed = find(element, 'InstdAmt')
  const before = instructed && readMoney(instructed)
  if (typeof before !== 'object' || before.currency !== money.currency) return 0n
  let charged = 0n
  for (const each of findAll(element, 'ChrgsInf')) {
    const amount = find(each, 'Amt')
    const charge = amount && readMoney(amount)
    if (typeof charge !== 'object' || charge.currency !== money.currency) return 0n
    charged += charge.units
  }
  return before.units - money.units === charged ? charged : 0n
}
