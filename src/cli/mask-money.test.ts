import { expect, test } from 'vitest'
import type { CaseLink, FundsCase } from '../funds/index.ts'
import type { FindingId } from '../model/index.ts'
import { maskMoney } from './mask-money.ts'

const [one, other, service] = [
  'GB29NWBK60161331926819',
  'GB82WEST12345698765419',
  'DE89370400440532013000',
]
const wallet = `0x${'a'.repeat(40)}`
const row = { tx: '', asset: 'EUR', amount: '5', time: null, source: 's', row: 1 }

const linkTo = (to: string): CaseLink => ({
  ...{ kind: 'own-address', strength: 'medium', from: wallet, to, set: 1, others: 1 },
  stop: { address: service, kind: 'service', label: 'Example Exchange' },
  ...{ says: `${wallet} paid 5; it came out to ${to}.`, innocent: '', rule: '', rule_says: '' },
  paid_in: [{ ...row, src: wallet, dst: service }],
  paid_out: [{ ...row, src: service, dst: to }],
  ...{ proof: [], labels: [], onward: null },
})

const money: FundsCase = {
  wallets: [wallet, one, other].map((address) => ({ address, kind: 'payout', holders: ['a'] })),
  trails: [],
  links: [
    { finding: 'f' as FindingId, other: null, links: [linkTo(one), linkTo(other)], linksLeft: 0 },
  ],
  names: { [service]: 'Example Exchange', [one]: 'account that a label names' },
  units: {},
}

test('bank accounts are masked and stay apart; services and addresses of a chain stay whole', () => {
  const masked = maskMoney(money)
  expect(masked.wallets.map(({ address }) => address)).toEqual([wallet, 'GB…19', 'GB…19 (2)'])
  const links = masked.links.flatMap((each) => each.links)
  expect(links.map(({ from, stop, to }) => [from, stop.address, to])).toEqual([
    [wallet, service, 'GB…19'],
    [wallet, service, 'GB…19 (2)'],
  ])
  expect(JSON.stringify(masked)).not.toMatch(/NWBK|WEST/)
})
