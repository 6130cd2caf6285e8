import { describe, expect, test } from 'vitest'
import {
  equalAmounts,
  type Known,
  type Named,
  patternsIn,
  payroll,
  peelChain,
  type Row,
  relay,
} from './scene.fixture.ts'
import type { PatternId } from './table.ts'

const only = (pattern: PatternId, rows: readonly Row[], known?: Known): readonly Named[] =>
  patternsIn(rows, known).filter((found) => found.pattern === pattern)

/** The rows with each changed, or left out. */
const changed = (rows: readonly Row[], change: (row: Row) => Row | undefined): Row[] =>
  rows.flatMap((row) => change(row) ?? [])

describe('a peel chain', () => {
  test('of five steps is told with its addresses, transfers and amounts', () => {
    expect(only('peel-chain', peelChain(5))).toEqual([
      {
        pattern: 'peel-chain',
        subject: 'p0',
        addresses: ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'],
        strength: 5,
        facts: { steps: 5, carried_first: '900', carried_last: '900', hours: 4 },
        moves: [0, 1, 2, 3, 4].flatMap((i) => [`p${i} → peel ${i} 100`, `p${i} → p${i + 1} 900`]),
      },
    ])
  })

  test('may peel to services, and have addresses between that peel nothing', () => {
    const between = peelChain(6).filter(({ dst }) => dst !== 'peel 2')
    expect(only('peel-chain', between)).toMatchObject([{ strength: 5 }])
    const toService = changed(peelChain(5), (row) =>
      row.dst.startsWith('peel') ? { ...row, dst: 'exchange' } : row,
    )
    const stops = { exchange: 'service' } as const
    expect(only('peel-chain', toService, { stops })).toMatchObject([{ strength: 5 }])
    expect(only('peel-chain', toService)).toEqual([])
  })

  test('runs through transactions, which peel and are no subjects', () => {
    const rows = changed(peelChain(5), (row) =>
      row.src === 'victim' ? row : { ...row, src: row.src.replace('p', 'tx') },
    ).concat(
      [0, 1, 2, 3, 4].map((i) => ({
        at: i + 1 - 0.001,
        src: `p${i}`,
        dst: `tx${i}`,
        amount: 1000,
      })),
    )
    const transactions = [0, 1, 2, 3, 4].map((i) => `tx${i}`)
    expect(only('peel-chain', rows, { transactions })).toMatchObject([
      { subject: 'p0', strength: 5, addresses: ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'] },
    ])
  })

  test.each<[says: string, rows: Row[], known?: Known]>([
    ['has four steps', peelChain(4)],
    [
      'rests a day at a step',
      changed(peelChain(5), (r) => (r.at > 3 ? { ...r, at: r.at + 24 } : r)),
    ],
    [
      'carries 80 percent on and no more',
      changed(peelChain(5), (r) => {
        if (r.src === 'p2') return { ...r, amount: r.dst === 'p3' ? 800 : 200 }
        return r
      }),
    ],
    [
      'peels to where others have been',
      [...peelChain(5), { at: 0, src: 'x', dst: 'peel 2', amount: 1 }],
    ],
    ['has other money joining', [...peelChain(5), { at: 2, src: 'x', dst: 'p3', amount: 900 }]],
    [
      'pays many',
      [...peelChain(5), ...[1, 2, 3].map((i) => ({ at: 3, src: 'p2', dst: `y${i}`, amount: 1 }))],
    ],
    ['goes through a service', peelChain(5), { stops: { p2: 'service' } }],
    [
      'goes round in a circle at one moment',
      changed(peelChain(5), (r) => ({ ...r, at: 0, dst: r.dst === 'p5' ? 'p0' : r.dst })).slice(
        0,
        -1,
      ),
    ],
    ['was not touched', peelChain(5), { subjects: ['victim'] }],
    ['has no times', changed(peelChain(5), (r) => ({ ...r, at: Number.NaN }))],
  ])('is none where it %s', (_, rows, known) => {
    expect(only('peel-chain', rows, known)).toEqual([])
  })
})

describe('structuring', () => {
  test('is many nearly equal amounts to many within hours, the longest run of them', () => {
    const rows = [...equalAmounts(40), { at: 0.5, src: 'splitter', dst: 'test', amount: 1 }]
    expect(only('structuring', rows)).toMatchObject([
      {
        subject: 'splitter',
        strength: 40,
        facts: { transfers: 40, recipients: 40, minutes: 39 },
      },
    ])
    expect(only('structuring', rows)[0]?.moves).toHaveLength(40)
  })

  test('leaves out what is later than a day, or further off than 1 percent', () => {
    const late = changed(equalAmounts(12), (r) => (r.dst === 'part 11' ? { ...r, at: 25 } : r))
    expect(only('structuring', late)).toMatchObject([{ strength: 11 }])
    const off = changed(equalAmounts(12), (r) =>
      r.dst === 'part 3' ? { ...r, amount: 10_102 } : r,
    )
    expect(only('structuring', off)).toMatchObject([{ strength: 11 }])
  })

  test.each<[says: string, rows: Row[], known?: Known]>([
    ['there are nine', equalAmounts(9)],
    [
      'they go to four',
      changed(equalAmounts(40), (r) => ({ ...r, dst: `part ${Number(r.dst.slice(5)) % 4}` })),
    ],
    ['they are hours apart', changed(equalAmounts(40), (r) => ({ ...r, at: r.at * 180 }))],
    [
      'amounts differ',
      changed(equalAmounts(40), (r) => ({ ...r, amount: 2 * (Number(r.amount) - 9_900) })),
    ],
    ['they are fees', changed(equalAmounts(40), (r) => ({ ...r, kind: 'fee' }))],
    ['a service sends them', equalAmounts(40), { stops: { splitter: 'service' } }],
  ])('is none where %s', (_, rows, known) => {
    expect(only('structuring', rows, known)).toEqual([])
  })
})

describe('structuring below a limit', () => {
  const paid = (...amounts: number[]): Row[] =>
    amounts.map((amount, i) => ({ at: 24 * i, src: `cash ${i}`, dst: 'account', amount }))
  const limit = (reported: 'from' | 'above'): Known => ({
    reporting: { amount: 10_000n, reported, law: 'a law' },
  })

  test('is three payments in a week just below it, received or sent', () => {
    const facts = {
      transfers: 3,
      direction: 'received',
      limit: '10000',
      law: 'a law',
      minutes: 2880,
    }
    expect(only('below-limit', paid(9_000, 8_000, 9_999, 500), limit('from'))).toMatchObject([
      { subject: 'account', strength: 3, facts },
    ])
    const sent = changed(paid(9_000, 8_000, 9_999), ({ src, dst, ...r }) => ({
      ...r,
      src: dst,
      dst: src,
    }))
    expect(only('below-limit', sent, limit('from'))).toMatchObject([
      { subject: 'account', facts: { direction: 'sent' } },
    ])
  })

  test('counts the amount itself where only more than it is reported', () => {
    expect(only('below-limit', paid(10_000, 10_000, 10_000), limit('above'))).toHaveLength(1)
    expect(only('below-limit', paid(10_000, 10_000, 10_000), limit('from'))).toEqual([])
  })

  test('names no address where money is paid in by nobody', () => {
    const minted = changed(paid(9_000, 9_000, 9_000), (r) => ({ ...r, src: '' }))
    expect(only('below-limit', minted, limit('from'))).toMatchObject([{ addresses: ['account'] }])
  })

  test('is none where there are two, one is too small, they are weeks apart, or no limit is known', () => {
    expect(only('below-limit', paid(9_000, 9_000), limit('from'))).toEqual([])
    expect(only('below-limit', paid(9_000, 9_000, 7_999), limit('from'))).toEqual([])
    const apart = changed(paid(9_000, 9_000, 9_000), (r) => ({ ...r, at: 4 * r.at }))
    expect(only('below-limit', apart, limit('from'))).toEqual([])
    expect(only('below-limit', paid(9_000, 9_000, 9_000))).toEqual([])
  })
})

describe('a pass-through', () => {
  test.each([
    [0.5, 3, 1],
    [1, 3, 1],
    [6, 2, 6],
    [24, 1, 24],
  ])('that empties %d hours after it received has strength %d', (hours, strength, within) => {
    expect(only('pass-through', relay(hours))).toEqual([
      {
        pattern: 'pass-through',
        subject: 'relay',
        addresses: ['receiver', 'relay', 'sender'],
        strength,
        facts: {
          within_hours: within,
          life_hours: Math.round(hours),
          received: '500',
          passed_on: '490',
        },
        moves: ['sender → relay 500', 'relay → receiver 490'],
      },
    ])
  })

  test('may do so again and again, and pay fees of it', () => {
    const again = [0, 100, 200].flatMap((at) => changed(relay(2), (r) => ({ ...r, at: r.at + at })))
    expect(only('pass-through', again)).toMatchObject([{ strength: 2 }])
    const fees = changed(relay(2), (r) => (r.src === 'relay' ? { ...r, amount: 450 } : r))
    const fee = { at: 2, src: 'relay', dst: '', amount: 40, kind: 'fee' } as const
    expect(only('pass-through', fees)).toEqual([])
    expect(only('pass-through', [...fees, fee])).toHaveLength(1)
  })

  test.each<[says: string, rows: Row[], known?: Known]>([
    ['waits longer than a day', relay(24.1)],
    [
      'keeps more than 5 percent',
      changed(relay(2), (r) => (r.amount === 490 ? { ...r, amount: 474 } : r)),
    ],
    [
      'kept one receipt longer',
      [
        ...relay(2),
        { at: 100, src: 'sender', dst: 'relay', amount: 500 },
        { at: 140, src: 'relay', dst: 'receiver', amount: 500 },
      ],
    ],
    [
      'lives longer than two weeks',
      [...relay(2), ...changed(relay(2), (r) => ({ ...r, at: r.at + 336 }))],
    ],
    ['is a service', relay(2), { stops: { relay: 'service' } }],
    ['is a transaction', relay(2), { transactions: ['relay'] }],
    ['only sends', relay(2).slice(1)],
    ['only receives', relay(2).slice(0, 1)],
  ])('is none that %s', (_, rows, known) => {
    expect(only('pass-through', rows, known)).toEqual([])
  })
})

describe('a consolidation of payroll', () => {
  test('is told of its collector, with wallets, payers and what was kept on the way', () => {
    const [found, ...others] = only('payroll', payroll(4))
    expect(others).toEqual([])
    expect(found).toMatchObject({
      subject: 'collector',
      strength: 4,
      addresses: [
        'between 0',
        'between 1',
        'collector',
        'wallet 0',
        'wallet 1',
        'wallet 2',
        'wallet 3',
      ],
      facts: {
        payers: 2,
        wallets: 4,
        payments: 8,
        kept_percent_least: 25,
        kept_percent_middle: 25,
        kept_percent_most: 25,
        days_between_middle: 30,
      },
    })
    expect(found?.moves).toHaveLength(24)
    expect(found?.moves).toContain('employer 1 → wallet 3 4320')
  })

  test('may be paid by a service or by one that pays many others', () => {
    const known = { stops: { 'employer 0': 'service', exchange: 'service' } } as const
    expect(only('payroll', payroll(3), known)).toHaveLength(1)
    const funded = { at: 0, src: 'bank', dst: 'employer 0', amount: 90_000 }
    const staff = Array.from({ length: 8 }, (_, i) => ({
      at: 1,
      src: 'employer 0',
      dst: `staff ${i}`,
      amount: 4_000,
    }))
    expect(only('payroll', [...payroll(3), funded, ...staff])).toHaveLength(1)
  })

  const isLate = ({ src }: Row): boolean => /^(wallet|between|collector)/.test(src)
  test.each<[says: string, rows: Row[], known?: Known]>([
    ['two wallets', payroll(2)],
    [
      'one payer',
      changed(payroll(4), (r) => ({ ...r, src: r.src.replace(/employer \d/, 'employer') })),
    ],
    ['wallets paid once', changed(payroll(4), (r) => (r.at < 300 ? r : undefined))],
    ['a mixer for a payer', payroll(4), { stops: { 'employer 0': 'mixer' } }],
    ['a service for a collector', payroll(4), { stops: { collector: 'service' } }],
    [
      'a week and more on the way',
      changed(payroll(4), (r) => (isLate(r) ? { ...r, at: r.at + 168 } : r)),
    ],
    [
      'less than half coming through',
      changed(payroll(4), (r) =>
        r.src.startsWith('wallet') && r.dst !== 'facilitator' ? { ...r, amount: 900 } : r,
      ),
    ],
    ['an asset that wages are not paid in', payroll(4), { stable: false }],
    ['a collector that was not touched', payroll(4), { subjects: ['exchange'] }],
  ])('is none with %s', (_, rows, known) => {
    expect(only('payroll', rows, known)).toEqual([])
  })

  test('is none at a shop where most wallets only come now and then', () => {
    const elsewhere = payroll(4).flatMap((row) =>
      row.src.startsWith('employer')
        ? [10, 20, 30].flatMap((days) => [
            { ...row, at: row.at + 24 * days, amount: 777 },
            {
              ...row,
              at: row.at + 24 * days + 1,
              src: row.dst,
              dst: `own ${row.dst}`,
              amount: 777,
            },
          ])
        : [],
    )
    expect(only('payroll', [...payroll(4), ...elsewhere])).toEqual([])
  })
})

test('an address that moves thousands of times is the subject of no pattern', () => {
  const machine = Array.from({ length: 2_001 }, (_, i) => ({
    at: i / 1_000,
    src: 'splitter',
    dst: `part ${i % 40}`,
    amount: 5,
  }))
  expect(only('structuring', machine)).toEqual([])
  expect(only('structuring', machine.slice(1))).toMatchObject([{ strength: 2_000 }])
})
