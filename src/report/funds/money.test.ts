import { describe, expect, test } from 'vitest'
import type { CasePattern, FundsCase } from '../../funds/index.ts'
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
const crossed = findingOf('may_continue', {
  ...amount,
  asset: 'USD',
  amount: 123_456n,
  high: 123_456n,
})

const pattern: CasePattern = {
  ...{ pattern: 'pass-through', asset: 'USDX', subject: wallet, addresses: [wallet], strength: 2 },
  ...{ facts: {}, transfersLeft: 3 },
  score: { ordinary_per_million: 239_278, shown: 88, of: 445, among: 'made-up people' },
  ...{ innocent: ['a shop sweeps so <too>'], clears: 'Who owns it.' },
  transfers: [
    {
      ...{ tx: '', src: null, dst: wallet, amount: '2000000', time: '2026-03-05T10:00:00Z' },
      ...{ source: transfers.id, row: 55 },
    },
  ],
}

const money: FundsCase = {
  wallets: [{ address: wallet, kind: 'wallet', holders: ['a-17', 'a-<18>'] }],
  trails: [
    {
      ...trail,
      ends: trail.ends.filter(({ address }) => address === wallet),
      finding: received.id,
      patterns: [pattern],
      patternsLeft: { 'pass-through': 7 },
      other: {
        kind: 'theft',
        id: 'theft:made-up' as EntityId,
        caption: 'theft from Made-up <Bank>',
        says: 'A made-up register says so.',
        addresses: trail.seeds,
      },
    },
    { ...trail, finding: passed.id, other: null, patterns: [], patternsLeft: {} },
  ],
  links: [
    {
      ...{ finding: crossed.id, other: null, linksLeft: 2 },
      links: [
        {
          ...{
            kind: 'own-address',
            strength: 'medium',
            from: wallet,
            to: 'BE1',
            set: 40,
            others: 3,
          },
          stop: { address: '0xee', kind: 'service', label: 'Example Exchange 3' },
          ...{
            says: '',
            innocent: 'paid for other reasons',
            rule: 'Own.',
            rule_says: 'Seen with it.',
          },
          paid_in: [
            {
              ...{ tx: 't1', src: wallet, dst: '0xee', asset: 'USDX', amount: '2000000' },
              ...{ time: '2026-03-05T10:00:00Z', source: transfers.id, row: 76 },
            },
          ],
          paid_out: [
            {
              ...{ tx: 'W1', src: 'BE2', dst: 'BE1', asset: 'USD', amount: '123456' },
              ...{ time: '2026-03-07T10:00:00Z', source: transfers.id, row: 77 },
            },
          ],
          ...{ proof: [], labels: [] },
          onward: {
            ...{ address: 'BE9', asset: 'USD', amount: '5', low: '0', high: '123400', hops: 2 },
            ...{ stop: null, lookalike_of: null },
            path: [
              {
                ...{ tx: 'W2', src: 'BE1', dst: 'BE9', amount: '120000', of: '123400' },
                ...{ time: '2026-03-08T10:00:00Z', source: transfers.id, row: 78 },
              },
            ],
          },
        },
      ],
    },
  ],
  names: { [trail.seeds[0] ?? '']: 'Thief of Made-up Bank' },
  units: { USD: { symbol: 'USD', decimals: 2 }, USDX: { symbol: 'USDX', decimals: 6 } },
}

const withMoney: Report = {
  ...report,
  inputs: [...report.inputs, transfers],
  cases: [
    {
      ...base,
      findings: [received, passed, uses, crossed].map((each) => ({ finding: each, tied: 1 })),
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

  test('tells of an address that is named', () => {
    for (const said of [
      'Names an address of Made-up Theft as its own',
      `a-17: ${wallet} A made-up register says so. Whoever names an address need not have its key.`,
    ])
      expect(text).toContain(said)
  })

  test('tells links across stops with rule, rows, range from nothing, who else fits, and no traced value', () => {
    for (const said of [
      'Addresses of this case were paid by the service Example Exchange 3, to which its value had come before',
      'A link across a stop, and no traced value',
      'From 0.00 USD to 1,234.56 USD may belong to it, and none of that is in any amount of this case.',
      'A case never rests on such a link alone.',
      'Own address, mediumSeen with it.',
      'Where the rules are fromOwn address: Own.',
      '2.00 USDX1 transfer 2026-03-05 10:00:002026-03-05 10:00:00 2.00 USDX transfers.csv row:76',
      '1,234.56 USD1 transfer 2026-03-07 10:00:002026-03-07 10:00:00 1,234.56 USD transfers.csv row:77',
      'From there up to 1,234.00 USD came to BE91 transfer 2026-03-08 10:00:00',
      '1 of 40 who paid in; 1 of 3 who were paid',
      'paid for other reasons',
      '2 links no stronger than these are counted in the range and not shown',
    ])
      expect(text).toContain(said)
  })

  test('tells patterns beside a trail with the share of ordinary addresses, rows and what else they may be', () => {
    for (const said of [
      '1 pattern at addresses on the way, in none of the amounts',
      'no evidence about a person by itself, and it opens no case',
      `Pass-throughwallet of 2 accounts ${wallet}2 `,
      'at most 23.9 % 88 of 445 show it at strength 2: made-up people',
      'a shop sweeps so &lt;too&gt;. What clears it: Who owns it.',
      '4 transfers2026-03-05 10:00:00 nobody → wallet of 2 accounts',
      '3 later ones not shown.',
      'No rarer among ordinary people, counted here and not shown: pass-through: 7.',
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
