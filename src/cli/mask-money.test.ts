import { expect, test } from 'vitest'
import type { FundsCase } from '../funds/index.ts'
import { maskMoney } from './mask-money.ts'

const [one, other, service] = [
  'GB29NWBK60161331926819',
  'GB82WEST12345698765419',
  'DE89370400440532013000',
]
const wallet = `0x${'a'.repeat(40)}`
const payout = { asset: 'EUR', amount: '5', time: null, tx: '', source: 's', row: 1 }

const money: FundsCase = {
  wallets: [wallet, one, other].map((address) => ({ address, kind: 'payout', holders: ['a'] })),
  trails: [],
  payouts: [
    { ...payout, service: 'Example Exchange', src: service, dst: one },
    { ...payout, service: 'Example Exchange', src: service, dst: other },
  ],
  names: { [service]: 'Example Exchange' },
}

test('bank accounts are masked and stay apart; services and addresses of a chain stay whole', () => {
  const masked = maskMoney(money)
  expect(masked.wallets.map(({ address }) => address)).toEqual([wallet, 'GB…19', 'GB…19 (2)'])
  expect(masked.payouts.map(({ src, dst }) => [src, dst])).toEqual([
    [service, 'GB…19'],
    [service, 'GB…19 (2)'],
  ])
})
