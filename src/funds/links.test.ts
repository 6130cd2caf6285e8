import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Label, LabelKind } from '../model/index.ts'
import { toLinkAnswers } from './link-answer.ts'
import { findLinks } from './links.ts'
import { type MovedRow, withMoves } from './moved.fixture.ts'
import { originOf } from './origin.ts'
import { linkKinds, linkRules, linkSources } from './rules/link-rules.ts'
import { findStops } from './stops.ts'
import { trace } from './trace.ts'

type Known = { readonly kind: LabelKind | null; readonly label?: string; readonly actor?: string }

const bank = 'DE89370400440532013000'

const known: Readonly<Record<string, Known>> = {
  pool: { kind: 'mixer' },
  door: { kind: 'mixer' },
  '0x00000000000000000000000000000000000000d1': { kind: 'service', label: 'Exchange', actor: 'c1' },
  hot: { kind: 'service', label: 'exchange' },
  [bank]: { kind: 'service', label: 'Exchange', actor: 'x' },
  payee: { kind: null, actor: 'c1' },
  'other account': { kind: 'service', label: 'Exchange', actor: 'x' },
}
const deposit = Object.keys(known)[2] as string

const labels: readonly Label[] = Object.entries(known).map(([address, { kind, label, actor }]) => ({
  ...{ address, kind, label: label ?? address, category: 'unknown', source: 'own' },
  ...{ confidence: 100, place: 'row:1', ...(actor ? { actor } : {}) },
}))

type Moved = Omit<MovedRow, 'at'> & { readonly at?: number | null }

/** A row an hour where no time is given. */
const toRows = (moved: readonly Moved[]): readonly MovedRow[] =>
  moved.map((row, i) => ({ at: i, ...row }))

type Asked = { readonly own?: readonly string[]; readonly payees?: readonly string[] }

/** Links of what `thief` sent, as `kind from > to set/others`; `own` are addresses of his. */
const linksOf = (
  moved: readonly MovedRow[],
  { own = [], payees }: Asked = {},
): Promise<readonly string[]> =>
  withMoves(moved, async (engine, flows) => {
    const stops = await findStops(engine, flows.addresses, { labels, hub: 1000 })
    const assets = trace(flows, {
      policy: 'haircut',
      backward: false,
      seeds: new Set([flows.addresses.indexOf('thief')]),
      seedMoves: new Set(),
      stops,
      continued: new Set(),
    })
    const placesOf = (names: readonly string[]): ReadonlySet<number> =>
      new Set(names.map((name) => flows.addresses.indexOf(name)))
    const origins = [originOf(assets, { flows, stops }, placesOf(own))]
    const asked = { flows, stops, labels, origins, payees: payees && placesOf(payees) }
    const [links = []] = await findLinks(engine, asked)
    return [...toLinkAnswers(links, { flows, stops, labels, sources: [] })].map(
      ({ kind, from, to, set, others }) => `${kind} ${from} > ${to} ${set}/${others}`,
    )
  })

const pay = (src: string, dst: string, amount: number, tx?: string): Moved => ({
  ...{ src, dst, amount },
  ...(tx ? { tx } : {}),
})

const gas = (src: string, tx: string): Moved => ({ src, dst: null, amount: 1, kind: 'fee', tx })

/** The thief and one other put ten in; two are paid ten. */
const deposits = [pay('a', 'pool', 10), pay('thief', 'pool', 10), pay('b', 'pool', 10)]

test('every kind of link has a rule with a source', () => {
  expect([...linkRules.keys()]).toEqual(linkKinds)
  for (const { source } of linkRules.values()) expect(linkSources[source]).toBeDefined()
})

describe('across a mixer', () => {
  const cases: readonly (readonly [string, readonly Moved[], readonly string[]])[] = [
    [
      'an address that is paid in its turn is one and the same',
      [...deposits, pay('pool', 'thief', 10), pay('pool', 'a', 10)],
      ['same-address thief > thief 3/2', 'amount-and-time thief > a 3/2'],
    ],
    [
      'who pays for the gas of a withdrawal sent it',
      [...deposits, gas('thief', 'w'), pay('pool', 'r', 10, 'w')],
      ['sent-by-depositor thief > r 3/1'],
    ],
    [
      'a relayer that keeps a cut did not',
      [...deposits, gas('thief', 'w'), pay('pool', 'r', 9, 'w'), pay('pool', 'thief', 1, 'w')],
      ['amount-and-time thief > r 3/1'],
    ],
    [
      'two that deal with each other beside the pool',
      [...deposits, pay('pool', 'r', 10), pay('r', 'thief', 3)],
      ['direct-transfer thief > r 3/1'],
    ],
    [
      'two that one address funded first, where gas is paid',
      [
        ...[pay('f', 'thief', 1), pay('f', 'r', 1), gas('a', 'z'), ...deposits],
        ...[gas('r', 'w'), pay('pool', 'r', 10, 'w')],
      ],
      ['same-funder thief > r 3/1'],
    ],
    [
      'a funder of many says nothing',
      [
        ...Array.from({ length: 11 }, (_, i) => pay('f', `user ${i}`, 1)),
        ...[pay('f', 'thief', 1), pay('f', 'r', 1), gas('a', 'z'), ...deposits],
        ...[gas('r', 'w'), pay('pool', 'r', 10, 'w')],
      ],
      ['amount-and-time thief > r 3/1'],
    ],
    [
      'as many withdrawals as deposits',
      [
        ...[...deposits, pay('thief', 'pool', 10)],
        ...[pay('pool', 'r', 10), pay('pool', 'q', 10), pay('pool', 'r', 10)],
      ],
      ['same-count thief > r 1/1', 'amount-and-time thief > q 3/2'],
    ],
    [
      'a withdrawal before the deposit, of another amount, or long after is no candidate',
      [
        ...[pay('a', 'pool', 10), pay('pool', 'early', 10), pay('thief', 'pool', 10)],
        ...[pay('a', 'pool', 5), pay('pool', 'less', 5)],
        { ...pay('pool', 'late', 10), at: 24 * 8 },
      ],
      [],
    ],
    [
      'a door that passes payments on in the same transaction is no depositor',
      [...[pay('thief', 'door', 10, 'd'), pay('door', 'pool', 10, 'd')], pay('pool', 'r', 10)],
      ['amount-and-time thief > r 1/1'],
    ],
    [
      'several withdrawals in one transaction are several',
      [...deposits, pay('pool', 'r', 10, 'w'), pay('pool', 'q', 10, 'w')],
      ['amount-and-time thief > q 3/2', 'amount-and-time thief > r 3/2'],
    ],
    [
      'those who paid in nothing that is traced are not linked',
      [pay('thief', 'x', 1), pay('a', 'pool', 10), pay('pool', 'a', 10)],
      [],
    ],
  ]
  test.each(cases)('%s', async (_, moved, links) => {
    expect(await linksOf(toRows(moved))).toEqual(links)
  })

  test('where transfers have no time, rules of time tell nothing', async () => {
    const moved = [...deposits, pay('pool', 'thief', 10), pay('pool', 'r', 10)]
    const timeless = moved.map((row) => ({ ...row, at: null }))
    expect(await linksOf(timeless)).toEqual(['same-address thief > thief 3/2'])
  })
})

describe('across a service', () => {
  const payout = (dst: string, at: number, src = bank): Moved => ({
    ...{ src, dst, amount: 5000, asset: 'EUR', at },
  })
  const paid = [
    { ...pay('thief', deposit, 10), at: 30 },
    { ...pay('honest', 'hot', 3), at: 31 },
  ]

  const cases: readonly (readonly [string, readonly Moved[], readonly string[]])[] = [
    [
      'labels name one holder, at any time after',
      [...paid, payout('payee', 24 * 40)],
      ['same-holder thief > payee 1/1'],
    ],
    [
      'else only days are near',
      [...paid, payout('payee', 48), payout('stranger', 48)],
      ['same-holder thief > payee 1/1', 'time-alone thief > stranger 2/2'],
    ],
    [
      'a payout on the same day counts, though banks book it at its first moment',
      [...paid, payout('stranger', 24)],
      ['time-alone thief > stranger 2/1'],
    ],
    [
      'a payout before, long after, by another bank or to the service itself is none',
      [
        ...[...paid, payout('payee', 23), payout('stranger', 24 * 10)],
        ...[payout('stranger', 48, 'GB29NWBK60161331926819'), payout('other account', 48)],
      ],
      [],
    ],
    [
      'what reaches a service through others counts from whoever paid it',
      [
        ...[
          { ...pay('thief', 'mine', 10), at: 30 },
          { ...pay('mine', 'hot', 10), at: 31 },
        ],
        payout('stranger', 48),
      ],
      ['time-alone mine > stranger 1/1'],
    ],
  ]
  test.each(cases)('%s', async (_, moved, links) => {
    expect(await linksOf(toRows(moved))).toEqual(links)
  })
})

describe('to addresses of those whose value it is', () => {
  const paid = [
    { ...pay('thief', deposit, 10), at: 30 },
    { ...pay('honest', 'hot', 3), at: 31 },
  ]

  test('a mixer paid one, which no weaker rule tells again', async () => {
    const moved = toRows([...deposits, pay('pool', 'mine', 10), pay('pool', 'r', 10)])
    expect(await linksOf(moved, { own: ['mine'] })).toEqual([
      'own-address thief > mine 3/2',
      'amount-and-time thief > r 3/2',
    ])
  })

  test('a service paid one later, from any account and in any asset, and not before', async () => {
    const out = (src: string, at: number): Moved => ({ src, dst: 'mine', amount: 7, at })
    const early = toRows([...paid, { ...out(bank, 23), asset: 'EUR' }])
    expect(await linksOf(early, { own: ['mine'], payees: ['mine'] })).toEqual([])
    const late = toRows([...paid, { ...out(bank, 999), asset: 'EUR' }, out('hot', 1999)])
    expect(await linksOf(late, { own: ['mine'], payees: ['mine'] })).toEqual([
      'own-address thief > mine 2/1',
      'own-address thief > mine 2/1',
    ])
  })

  test('the count of who fits is of those who paid by the last day, and were paid from the first', async () => {
    const moved = toRows([
      ...[...paid, { ...pay('late', 'hot', 1), at: 24 * 90 }],
      ...[
        { src: bank, dst: 'gone', amount: 1, asset: 'EUR', at: 2 },
        { src: bank, dst: 'mine', amount: 1, asset: 'EUR', at: 60 },
        { src: bank, dst: 'other', amount: 1, asset: 'EUR', at: 24 * 90 },
      ],
    ])
    expect(await linksOf(moved, { own: ['mine'], payees: ['mine'] })).toEqual([
      'own-address thief > mine 2/2',
    ])
  })
})

describe('where it is asked what came to some addresses', () => {
  test('only links to those are told, and of services only those that labels make', async () => {
    const across = [...deposits, pay('pool', 'r', 10), pay('pool', 'q', 10)]
    expect(await linksOf(toRows(across), { payees: ['r'] })).toEqual([
      'amount-and-time thief > r 3/2',
    ])
    const served = toRows([
      { ...pay('thief', deposit, 10), at: 30 },
      ...['payee', 'stranger'].map((dst) => ({
        ...{ src: bank, dst, amount: 5, asset: 'EUR', at: 48 },
      })),
    ])
    expect(await linksOf(served, { payees: ['payee', 'stranger'] })).toEqual([
      'same-holder thief > payee 1/1',
    ])
    expect(await linksOf(served, { payees: ['stranger'] })).toEqual([])
  })
})

test('neither the order of rows nor the names of people change what is linked', () => {
  const people = ['thief', 'a', 'b', 'r', 'q']
  const names = fc.shuffledSubarray(['u', 'v', 'w', 'y'], { minLength: 4, maxLength: 4 })
  const moves = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 400 }),
      src: fc.constantFrom('pool', ...people),
      dst: fc.constantFrom('pool', ...people),
      amount: fc.constantFrom(5, 10),
    }),
    { minLength: 4, maxLength: 24 },
  )
  return fc.assert(
    fc.asyncProperty(moves, names, async (drawn, [a = '', b = '', r = '', q = '']) => {
      // One time each: of two rows at one time the first in the file goes first.
      const moved = [...new Map(drawn.map((move) => [move.at, move])).values()].map((move) => ({
        ...move,
        tx: `t${move.at}`,
      }))
      const links = await linksOf(moved)
      expect(await linksOf([...moved].reverse())).toEqual(links)
      const renamed = new Map(Object.entries({ a, b, r, q }))
      const rename = (name: string): string => renamed.get(name) ?? name
      const told = links.map((link) => link.split(' ').map(rename).join(' '))
      const others = moved.map((move) => ({
        ...move,
        src: rename(move.src),
        dst: rename(move.dst),
      }))
      expect([...(await linksOf(others))].sort()).toEqual(told.sort())
    }),
    { numRuns: 6 },
  )
})

test('to be asked of some addresses leaves out weak links to others, and nothing else', () => {
  const people = ['thief', 'a', 'r', 'q', 'f']
  const moves = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 300 }),
      src: fc.constantFrom('pool', 'pool', ...people),
      dst: fc.constantFrom('pool', 'pool', ...people),
      amount: fc.constantFrom(10, 10, 3),
      payer: fc.option(fc.constantFrom(...people)),
    }),
    { minLength: 6, maxLength: 30 },
  )
  const weak = new Set(
    [...linkRules.values()].filter((rule) => rule.otherwise).map(({ kind }) => kind),
  )
  return fc.assert(
    fc.asyncProperty(moves, fc.subarray(people), async (drawn, payees) => {
      const moved = [...new Map(drawn.map((move) => [move.at, move])).values()].flatMap(
        ({ payer, ...move }): MovedRow[] => {
          const tx = `t${move.at}`
          const paid = payer ? [{ at: move.at, ...gas(payer, tx) }] : []
          return [...paid, { ...move, tx }]
        },
      )
      const all = await linksOf(moved)
      const asked = all.filter((link) => {
        const [kind, , , to] = link.split(' ')
        return payees.includes(to as string) || !weak.has(kind as (typeof linkKinds)[number])
      })
      expect(await linksOf(moved, { payees })).toEqual(asked)
    }),
    { numRuns: 12 },
  )
})
