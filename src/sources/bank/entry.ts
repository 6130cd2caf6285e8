import type { XmlElement } from '../../formats/index.ts'
import { find, findAll, placeOf } from './element.ts'
import { codeOf, Head, type Statement } from './head.ts'
import { type Money, readMoney, showMoney } from './money.ts'
import type { BankMove, BankRead } from './move.ts'
import { readDirection, readOther } from './other-end.ts'
import { readReferences } from './references.ts'

/** Codes of transactions that are charges of the bank (ISO 20022, external bank transaction codes). */
const charges = new Set(['CHRG', 'FEES', 'COMM', 'COME', 'COMI', 'COMT'])

/** Where a payment writes its amount: the first in the currency of its entry is meant. */
const amounts = [
  ['Amt'],
  ['AmtDtls', 'TxAmt', 'Amt'],
  ['AmtDtls', 'CntrValAmt', 'Amt'],
  ['AmtDtls', 'InstdAmt', 'Amt'],
] as const

const notAlone = 'it has no amount and is not the only payment of its entry'

type Detail = { readonly element: XmlElement | undefined; readonly place: string }

const abs = (units: bigint): bigint => (units < 0n ? -units : units)

/**
 * An entry of a statement while its payments stream by. They are told one by one; the amount of the
 * entry checks their sum, and is that of a payment only where there is one payment or none.
 */
export class Entry {
  readonly element: XmlElement
  readonly head: Head = new Head()
  readonly #statement: Statement
  #waiting: Detail | undefined
  #details = 0
  #foreign = 0
  #unread = 0
  #sum = 0n

  constructor(element: XmlElement, statement: Statement) {
    this.element = element
    this.#statement = statement
  }

  /** Tells a payment of the entry; one without an amount in its currency waits, as it may be alone. */
  *take(element: XmlElement): Generator<BankRead> {
    this.#details++
    if (this.head.left !== undefined) return
    for (const each of findAll(element, 'Chrgs')) this.head.take(each)
    const detail = { element, place: placeOf(element) }
    const money = this.#amountOf(element)
    const waiting = this.#waiting
    this.#waiting = undefined
    if (waiting) yield* this.#tellForeign(waiting)
    if (typeof money === 'string') yield this.#reject(detail.place, money)
    else if (money?.currency === this.head.currency) yield* this.#tell(detail, money)
    else if (this.#details === 1) this.#waiting = detail
    else yield* this.#tellForeign(detail)
  }

  /** Tells what is left at the end of the entry, and whether the sums agree. */
  *close(): Generator<BankRead> {
    const { left, money } = this.head
    if (left !== undefined) {
      yield { kind: 'left', reason: left, rows: Math.max(this.#details, 1) }
      return
    }
    const place = placeOf(this.element)
    if (typeof money === 'string') {
      if (this.#waiting) yield* this.#tellForeign(this.#waiting)
      yield this.#reject(place, money)
      return
    }
    const alone = this.#details === 0 ? { element: undefined, place } : this.#waiting
    if (alone) yield* this.#tell(alone, money)
    yield* this.#check(place, money)
  }

  *#check(place: string, money: Money): Generator<BankRead> {
    const { batch } = this.head
    if (batch !== '' && this.#details > 0 && Number(batch) !== this.#details)
      yield this.#flaw(place, `it says ${batch} payments and holds ${this.#details}`)
    if (this.#foreign > 0)
      yield this.#flaw(
        place,
        `${this.#foreign} of its ${this.#details} payments are in other currencies: they count, and their sum cannot be held against ${showMoney(money)}`,
      )
    const difference = money.units - this.#sum
    if (this.#foreign > 0 || this.#unread > 0 || difference === 0n) return
    const fee = this.#feeOf(place, { money, difference })
    if (fee) yield { kind: 'move', move: fee }
    else
      yield this.#flaw(
        place,
        `its payments count and sum to ${showMoney({ ...money, units: this.#sum })}, where it says ${showMoney(money)}: a difference of ${showMoney({ ...money, units: difference })}`,
      )
  }

  /** The charges that explain the difference between an entry and its payments; undefined where none do. */
  #feeOf(
    place: string,
    { money, difference }: { readonly money: Money; readonly difference: bigint },
  ): BankMove | undefined {
    const { own } = this.#statement
    const amount = this.head.isCredit ? -difference : difference
    const time = this.head.timeIn(this.#statement)
    if (!own || typeof time === 'string') return undefined
    if (amount <= 0n || amount !== this.head.charged(money.currency)) return undefined
    return {
      place,
      time,
      ...readReferences(undefined, this.head.text('AcctSvcrRef')),
      src: own.account,
      dst: null,
      asset: money.currency,
      amount,
      kind: 'fee',
      own: own.account,
      isReversal: false,
    }
  }

  /** A payment of several that has an amount in another currency only: that is what it moved. */
  *#tellForeign({ element, place }: Detail): Generator<BankRead> {
    const money = element && this.#amountOf(element)
    if (typeof money === 'object') yield* this.#tell({ element, place }, money)
    else yield this.#reject(place, money ?? notAlone)
  }

  *#tell({ element, place }: Detail, { units, currency }: Money): Generator<BankRead> {
    const { own, id } = this.#statement
    const time = this.head.timeIn(this.#statement)
    if (!own) return yield this.#reject(place, 'the statement does not say whose account it is of')
    const isReturn = this.head.isReversal || find(element, 'RtrInf') !== undefined
    const entry = this.head.text('CdtDbtInd')
    const said = readDirection(element, { own: own.account, entry, isReversal: isReturn })
    if (!/^(?:CRDT|DBIT)$/.test(said))
      return yield this.#reject(place, `${said || 'nothing'} is neither CRDT nor DBIT`)
    if (typeof time === 'string') return yield this.#reject(place, time)
    const isCredit = (said === 'CRDT') !== units < 0n
    const isReversal = isReturn || units < 0n
    if (currency !== this.head.currency) this.#foreign++
    else this.#sum += isCredit === this.head.isCredit ? abs(units) : -abs(units)
    const references = readReferences(find(element, 'Refs'), this.head.text('AcctSvcrRef'))
    const code = codeOf(element) || this.head.code
    const { end, isUnknown } = readOther(element, {
      own: own.account,
      isCredit,
      isReversal,
      code,
      by: references.tx ?? `${id}${place}`,
    })
    const isFee = charges.has(code) && !isCredit && isUnknown
    const other = isFee ? null : end.account
    yield {
      kind: 'move',
      move: {
        place,
        time,
        ...references,
        ...(isCredit ? { src: end.account, dst: own.account } : { src: own.account, dst: other }),
        asset: currency,
        amount: abs(units),
        kind: isFee ? 'fee' : 'transfer',
        own: own.account,
        isReversal,
      },
    }
    for (const { account, name } of [own, end])
      if (name !== '') yield { kind: 'name', account, name }
  }

  #amountOf(element: XmlElement): Money | string | undefined {
    const found = amounts.flatMap((path) => find(element, ...path) ?? [])
    const own = found.find((each) => each.attributes.Ccy?.trim() === this.head.currency)
    const chosen = own ?? found[0]
    return chosen && readMoney(chosen)
  }

  #reject(place: string, reason: string): BankRead {
    this.#unread++
    return this.#flaw(place, reason)
  }

  #flaw(place: string, reason: string): BankRead {
    const text = [this.head.text('Amt'), this.head.currency, this.head.text('AcctSvcrRef')]
    return { kind: 'rejected', place, reason, text: text.filter(Boolean).join(' ') }
  }
}
