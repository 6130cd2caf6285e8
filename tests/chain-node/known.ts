import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { camt, detail, entry, other, own, third } from '../../src/sources/bank/camt.fixture.ts'
import type { Played } from './scenario.ts'

/** What is known beside the chain: files of labels, of contracts, and of the bank of the exchange. */
export const known = {
  labels: 'labels.csv',
  /** The same without those of deposit addresses. */
  fewerLabels: 'fewer-labels.csv',
  assets: 'assets.csv',
  payments: 'payments.xml',
} as const

/** The account of the exchange at its bank, and those that it pays out to. */
export const accounts: Readonly<Record<'exchange' | 'payee' | 'stranger', string>> = {
  exchange: own,
  payee: other,
  stranger: third,
}

/** The reference of the payout to the one whose deposit address was paid. */
export const payout = 'PAYOUT-7'

const exchange = 'Example Exchange'
const holder = 'customer-7'

const booked = (day: string): string => `<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt>`

const writeRows = (path: string, rows: readonly (readonly string[])[]): void =>
  writeFileSync(path, rows.map((row) => `${row.join(',')}\n`).join(''))

/** Writes these files. The exchange pays its customers on the second day after the theft, others before. */
export const writeKnown = (folder: string, { cast, at }: Played): void => {
  const labels = [
    ['address', 'kind', 'label', 'actor'],
    [at.mixer, 'mixer', 'A pool of ten ether', ''],
    [cast.hot, 'service', exchange, ''],
    [cast.deposit, 'service', exchange, holder],
    [cast.deposit2, 'service', exchange, 'customer-8'],
    [accounts.exchange, 'service', exchange, ''],
    [accounts.payee, '', 'payee of a customer', holder],
  ]
  const given = new Set([cast.deposit, cast.deposit2])
  writeRows(join(folder, known.labels), labels)
  writeRows(
    join(folder, known.fewerLabels),
    labels.filter(([address]) => !given.has(address as string)),
  )
  writeRows(join(folder, known.assets), [
    ['contract', 'symbol', 'decimals'],
    [at.token, 'OWN', '6'],
  ])
  const pay = (amount: string, day: string, id: string, creditor: string): string =>
    entry(amount, 'DBIT', detail('', id, { debtor: accounts.exchange, creditor }), booked(day))
  const entries = [
    pay('75.00 EUR', '2026-01-04', 'PAYOUT-1', accounts.stranger),
    pay('28450.25 EUR', '2026-01-08', payout, accounts.payee),
    pay('1200.00 EUR', '2026-01-08', 'PAYOUT-8', accounts.stranger),
  ]
  writeFileSync(join(folder, known.payments), camt(entries.join('\n')))
}
