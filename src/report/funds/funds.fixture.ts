import type { MoneyTrail, Way } from '../../funds/index.ts'
import { type Source, sha256, sourceId } from '../../model/index.ts'
import type { FundsReport } from './funds-report.ts'

// A theft that is made up, from two wallets over a few others to an exchange, a bridge and holders.

export const transfers: Source = {
  id: sourceId('transfers', sha256('in/transfers.csv')),
  path: 'in/transfers.csv',
  sha256: sha256('in/transfers.csv'),
  kind: 'transfers',
  bytes: 9_120,
  learned: null,
}

/** A made-up address of an EVM chain. */
const wallet = (pair: string): string => `0x${pair.repeat(20)}`

const [thief, second, first, other] = ['a1', 'a2', 'b1', 'b2'].map(wallet) as [
  string,
  string,
  string,
  string,
]
const [deposit, later, bridge, saver] = ['c1', 'c2', 'd1', 'e1'].map(wallet) as [
  string,
  string,
  string,
  string,
]

/** It agrees with `saver` in the letters that people look at. */
const poisoner = `0xe1e${'0'.repeat(33)}e1e1`

const amount = (units: number): string => `${BigInt(Math.round(units * 100)) * 10n ** 4n}`

/** One transfer where a time is given; else six without a time, of which the sixth carries a unit. */
const way = (src: string, dst: string | null, units: number, when?: string): Way => {
  const time = when ? `2026-03-${when}:00Z` : null
  const parts = when ? [units] : [units - 5, 1, 1, 1, 1]
  return {
    src,
    dst,
    kind: dst === null ? 'fee' : 'transfer',
    amount: amount(units),
    transfers: when ? 1 : 6,
    first: time,
    last: time,
    steps: parts.map((part, i) => ({
      ...{ tx: '', time, amount: amount(part), of: amount(part + i) },
      ...{ source: transfers.id, row: 100 + i },
    })),
    stepsLeft: when ? { count: 0, amount: '0' } : { count: 1, amount: amount(1) },
  }
}

type End = MoneyTrail['ends'][number]

const step = (src: string, dst: string, units: readonly [number, number], row: number) => ({
  tx: `0x${String(row).padStart(64, '0')}`,
  src,
  dst,
  amount: amount(units[0]),
  of: amount(units[1]),
  source: transfers.id,
  row,
  time: null,
})

const end = (
  address: string,
  [least, held, greatest]: readonly [number, number, number],
  rest: Pick<End, 'hops' | 'stop' | 'path'>,
): End => ({
  address,
  asset: 'USDX',
  amount: amount(held),
  low: amount(least),
  high: amount(greatest),
  lookalike_of: address === poisoner ? saver : null,
  ...rest,
})

const service = { kind: 'service', label: 'Example Exchange 3' } as const

/** Forward, in a token of six decimals. */
export const trail: MoneyTrail = {
  asset: 'USDX',
  symbol: 'USDX',
  decimals: 6,
  backward: false,
  seeds: [thief, second],
  summary: {
    seeded: amount(12_345.6),
    held: amount(1_845.6),
    stopped: amount(9_000),
    fees: amount(0.5),
    gaps: amount(1_499.5),
    unfunded: amount(77),
  },
  ends: [
    end(deposit, [7_000, 8_000, 8_500], {
      hops: 2,
      stop: service,
      path: [step(thief, first, [10_000, 10_000], 2), step(first, deposit, [8_000, 9_500], 4)],
    }),
    end(saver, [1_845, 1_845, 1_845], {
      hops: 2,
      stop: null,
      path: [step(second, other, [2_345.6, 2_345.6], 3), step(other, saver, [1_845, 1_845], 8)],
    }),
    end(bridge, [1_000, 1_499.5, 1_499.5], {
      hops: 2,
      stop: { kind: 'bridge', label: 'Made-up <Bridge>' },
      path: [step(thief, first, [10_000, 10_000], 2), step(first, bridge, [1_499.5, 1_499.5], 6)],
    }),
    end(later, [1_000, 1_000, 1_000], {
      hops: 2,
      stop: service,
      path: [step(thief, first, [10_000, 10_000], 2), step(first, later, [1_000, 1_000], 5)],
    }),
    end(poisoner, [0.6, 0.6, 0.6], {
      hops: 2,
      stop: null,
      path: [step(second, other, [2_345.6, 2_345.6], 3), step(other, poisoner, [0.6, 0.6], 9)],
    }),
  ],
  endsLeft: { count: 0, amount: '0' },
  ways: [
    way(thief, first, 10_000, '05T10:00'),
    way(first, deposit, 8_000, '05T14:30'),
    way(second, other, 2_345.6, '05T11:15'),
    way(other, saver, 1_845, '06T09:00'),
    way(first, bridge, 1_499.5, '05T18:20'),
    way(first, later, 1_000, '06T02:00'),
    way(other, first, 499.5),
    way(other, poisoner, 0.6, '06T09:05'),
    way(other, null, 0.5, '06T09:00'),
  ],
  waysLeft: { count: 0, amount: '0' },
}

/** Backward, in an asset of which nobody says how many decimals it has. */
export const backTrail: MoneyTrail = {
  asset: 'MADE-UP',
  symbol: null,
  decimals: null,
  backward: true,
  seeds: [saver],
  summary: {
    seeded: '1234567890123456789012',
    held: '234567890123456789012',
    stopped: '1000000000000000000000',
    fees: '0',
    gaps: '0',
    unfunded: '0',
  },
  ends: [
    {
      ...end(deposit, [0, 0, 0], { hops: 1, stop: service, path: [] }),
      asset: 'MADE-UP',
      amount: '1000000000000000000000',
      low: '1000000000000000000000',
      high: '1000000000000000000000',
    },
  ],
  endsLeft: { count: 2, amount: '234567890123456789012' },
  ways: [
    {
      ...way(deposit, saver, 10),
      amount: '1000000000000000000000',
      steps: [],
      stepsLeft: { count: 6, amount: '1000000000000000000000' },
    },
  ],
  waysLeft: { count: 2, amount: '234567890123456789012' },
}

export const fundsReport: FundsReport = {
  title: 'Where the money went',
  generated: '2026-11-30T09:00:00Z',
  version: '0.0.0',
  marking: 'AMBER',
  warnings: ['3 rows could not be read and do not count'],
  asked: { seeds: [thief, second], policy: 'haircut', backward: false, hub: 1000, deposits: 0 },
  trails: [trail, backTrail],
  nameOf: (address) => (address === thief ? 'wallet of account a-17' : undefined),
  alike: [
    { address: poisoner, of: saver },
    { address: wallet('99'), of: wallet('98') },
  ],
  sources: [transfers],
  files: [
    { path: 'in/transfers.csv', sha256: sha256('in/transfers.csv') },
    { path: 'labels.csv', sha256: sha256('labels.csv') },
  ],
}
