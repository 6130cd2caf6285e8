import { expect, test } from 'vitest'
import type { Label } from '../model/index.ts'
import { type MovedRow, withMoves } from './moved.fixture.ts'
import { findStops } from './stops.ts'

const service: Label = {
  address: 'hot wallet',
  kind: 'service',
  category: 'exchange',
  label: 'Exchange',
  source: '',
  confidence: 100,
  place: '',
}

/** Three payments that come to an address and are forwarded an hour later. */
const three = (change: (row: MovedRow, i: number) => MovedRow = (row) => row): MovedRow[] =>
  [0, 100, 200]
    .flatMap((at) => [
      { at, src: `user ${at}`, dst: 'deposit', amount: 1000 },
      { at: at + 1, src: 'deposit', dst: 'hot wallet', amount: 1000 },
    ])
    .map(change)

type Asked = Omit<Parameters<typeof findStops>[2], 'hub' | 'labels'> & { labels?: Label[] }

const stopOf = (moved: readonly MovedRow[], { labels = [], ...asked }: Asked = { deposits: 3 }) =>
  withMoves(moved, async (engine, { addresses }) => {
    const more = { labels: [service, ...labels], hub: 1000, ...asked }
    const stops = await findStops(engine, addresses, more)
    return stops.get(addresses.indexOf('deposit')) ?? null
  })

const deposit = { kind: 'service', label: 'deposit of Exchange? inferred from 3 forwards' }

test('an address that forwards all to a service is a stop, said to be inferred from how many forwards', async () => {
  expect(await stopOf(three())).toEqual(deposit)
})

test.each<[says: string, moved: MovedRow[]]>([
  ['keeps 5 %', three((row) => (row.src === 'deposit' ? { ...row, amount: 950 } : row))],
  [
    'pays a fee out of what comes',
    three((row) => (row.src === 'deposit' ? { ...row, amount: 900 } : row)).flatMap((row) =>
      row.src === 'deposit'
        ? [row, { ...row, dst: null, amount: 60, kind: 'fee' as const }]
        : [row],
    ),
  ],
  ['sends dust elsewhere', [...three(), { at: 5, src: 'deposit', dst: 'other', amount: 30 }]],
  [
    'takes a week',
    three((row) => (row.src === 'deposit' ? { ...row, at: (row.at ?? 0) + 167 } : row)),
  ],
  [
    'has not yet forwarded what came last',
    [...three(), { at: 201, src: 'user', dst: 'deposit', amount: 9999 }],
  ],
  [
    'holds another asset that never left',
    [...three(), { at: 2, src: 'user', dst: 'deposit', amount: 5, asset: 'Y' }],
  ],
])('it may be one that %s', async (_, moved) => {
  expect(await stopOf(moved)).toEqual(deposit)
})

test.each<[says: string, moved: MovedRow[]]>([
  ['keeps 6 %', three((row) => (row.src === 'deposit' ? { ...row, amount: 940 } : row))],
  ['sends 2 % elsewhere', [...three(), { at: 5, src: 'deposit', dst: 'other', amount: 60 }]],
  [
    'sends another asset elsewhere',
    [...three(), { at: 2, src: 'deposit', dst: 'other', amount: 5, asset: 'Y' }],
  ],
  [
    'takes longer than a week',
    three((row) => (row.src === 'deposit' ? { ...row, at: (row.at ?? 0) + 168 } : row)),
  ],
  ['forwards twice', three().slice(0, 4)],
  ['sends what was never seen arriving alone', three().filter(({ src }) => src === 'deposit')],
  ['has a transfer without a time', three((row, i) => (i === 0 ? { ...row, at: null } : row))],
  [
    'forwards to two services',
    three((row, i) => (i === 5 ? { ...row, dst: 'hot wallet 2' } : row)),
  ],
])('it is none that %s', async (_, moved) => {
  const labels = [{ ...service, address: 'hot wallet 2' }]
  expect(await stopOf(moved, { deposits: 3, labels })).toBeNull()
})

test('a label is never overridden, a seed never a stop by it, and none is looked for unless asked', async () => {
  const thief = { ...service, address: 'deposit', kind: null, label: 'a thief' }
  expect(await stopOf(three(), { deposits: 3, labels: [thief] })).toBeNull()
  const bridge = { ...service, address: 'deposit', kind: 'bridge' as const, label: 'a bridge' }
  expect(await stopOf(three(), { deposits: 3, labels: [bridge] })).toMatchObject({ kind: 'bridge' })
  const seeds = await withMoves(three(), async (_, { addresses }) => [addresses.indexOf('deposit')])
  expect(await stopOf(three(), { deposits: 3, seeds })).toBeNull()
  expect(await stopOf(three(), { deposits: 0 })).toBeNull()
  expect(await stopOf(three(), {})).toBeNull()
})
