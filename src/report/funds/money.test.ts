import { describe, expect, test } from 'vitest'
import type { FundsCase } from '../../funds/index.ts'
import { type EntityId, type Finding, finding } from '../../model/index.ts'
import { renderReport } from '../index.ts'
import { report } from '../report.fixture.ts'
import type { Report, ReportCase } from '../report.ts'
import { trail, transfers } from './funds.fixture.ts'

const base = report.cases[0] as ReportCase
const subject = base.case.subjects[0] as EntityId
const [saver] = trail.ends.filter(({ stop }) => stop === null)
const wallet = saver?.address ?? ''

const findingOf = (
  claim: Finding['claim'],
  weight: Finding['weight'],
  evidence: Finding['evidence'] = [],
) => finding({ question: 'funds', claim, subjects: [subject], weight, evidence })

const amount = { kind: 'amount', asset: 'USDX', low: 0n, high: 9n } as const
const received = findingOf('received_value', { ...amount, amount: 1n })
const passed = findingOf('passed_value', { ...amount, amount: 2n })
const uses = findingOf(
  'uses_address',
  { kind: 'graded', label: 'address of Made-up Theft', flips: [] },
  [
    {
      feature: 'wallet',
      outcome: 'agree',
      left: 'a-17',
      right: wallet,
      millibits: 0,
      group: 'funds',
      facts: [],
      how: 'A made-up register says so.',
      innocent: 'Whoever names an address need not have its key.',
    },
  ],
)
const paid = findingOf('paid_out', { ...amount, asset: 'USD', amount: 123_456n }, [
  {
    feature: 'payout',
    outcome: 'agree',
    left: 'Example Exchange 3',
    right: 'BE1',
    millibits: 0,
    group: 'funds',
    facts: [],
  },
])

const money: FundsCase = {
  wallets: [{ address: wallet, kind: 'wallet', holders: ['a-17', 'a-<18>'] }],
  trails: [
    {
      ...trail,
      ends: trail.ends.filter(({ address }) => address === wallet),
      finding: received.id,
      other: {
        kind: 'theft',
        id: 'theft:made-up' as EntityId,
        caption: 'theft from Made-up <Bank>',
        says: 'A made-up register says so.',
        addresses: trail.seeds,
      },
    },
    { ...trail, finding: passed.id, other: null },
  ],
  payouts: [
    {
      service: 'Example Exchange 3',
      src: 'BE2',
      dst: 'BE1',
      asset: 'USD',
      amount: '123456',
      time: '2026-03-07T10:00:00Z',
      tx: 'W1',
      source: transfers.id,
      row: 77,
    },
  ],
  names: { [trail.seeds[0] ?? '']: 'Thief of Made-up Bank' },
}

const withMoney: Report = {
  ...report,
  inputs: [...report.inputs, transfers],
  cases: [
    {
      ...base,
      findings: [received, passed, uses, paid].map((each) => ({ finding: each, tied: 1 })),
      money,
    },
    ...report.cases.slice(1),
  ],
}

const render = async (given: Report): Promise<string> => {
  const parts: string[] = []
  for await (const part of renderReport(given)) parts.push(part)
  return parts.join('')
}

const page = await render(withMoney)
const article = /<article id="case-1".*?<\/article>/s.exec(page)?.[0] ?? ''
const text = article.replace(/<[^>]*>/g, '')

describe('money in a report', () => {
  test('tells of a theft only what came to the addresses of the case', () => {
    for (const said of [
      'Value of the theft from Made-up &lt;Bank&gt; came to addresses of this case',
      'A made-up register says so.',
      'Of 12,345.60 USDX that addresses of the theft from Made-up &lt;Bank&gt; sent, 1,845.00 USDX came to wallet of 2 accounts (the same under every policy); 10,500.60 USDX went elsewhere.',
      'Only the ways that carried most to the ends in the table are drawn.',
      'Elsewhere everywhere else, not shown10,500.60 USDX',
    ])
      expect(text).toContain(said)
  })

  test('tells all that became of value of the case itself', () => {
    expect(text).toContain('Of 12,345.60 USDX that the 2 addresses of this case sent, 9,000.00')
    expect(text).toContain('Thief of Made-up Bank 0xa1a1…a1a1')
  })

  test('tells of an address that is named, and of payments as links and no traced value', () => {
    for (const said of [
      'Names an address of Made-up Theft as its own',
      `a-17: ${wallet} A made-up register says so. Whoever names an address need not have its key.`,
      'Paid by Example Exchange 3, to which value of this case had come before',
      'A link across a stop, and no traced value',
      '1 payment, 1,234.56 USD in all',
      'W1 transfers.csv row:77',
    ])
      expect(text).toContain(said)
  })

  test('names the addresses of the case and who was seen with each', () => {
    expect(text).toContain('1 address of this case')
    expect(text).toContain(`Wallet ${wallet} seen with a-17, a-&lt;18&gt;`)
  })

  test('stands in the ranking by its words, and how to read it beside the cases', () => {
    const ranking = /<table class="ranking".*?<\/table>/s.exec(page)?.[0] ?? ''
    expect(ranking).toContain(
      'Value of the theft from Made-up &lt;Bank&gt; came to addresses of this case',
    )
    expect(page).toContain('range and not a certainty')
    expect(page).not.toContain('<Bank>')
  })

  test('has each id once, and says nothing of money where there is none', async () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.filter((id, i) => ids.indexOf(id) < i)).toEqual([])
    expect(await render(report)).not.toContain('range and not a certainty')
  })
})
