import { describe, expect, test } from 'vitest'
import { MusterError } from '../../model/index.ts'
import { writerOf } from './amounts.ts'
import { backTrail, fundsReport, trail } from './funds.fixture.ts'
import type { FundsReport } from './funds-report.ts'
import { renderFunds } from './index.ts'
import { namesOf } from './names.ts'
import { placesOf } from './places.ts'
import { toTold } from './telling.ts'

const render = (report: FundsReport): string => [...renderFunds(report)].join('')

const page = render(fundsReport)
const [forward = '', backward = ''] = [1, 2].map(
  (i) => new RegExp(`<article id="asset-${i}".*?</article>`, 's').exec(page)?.[0] ?? '',
)

/** Text of a piece of the page, without its tags. */
const textOf = (html: string): string => html.replace(/<[^>]*>/g, '')

const told = toTold(trail, {
  anchor: 'x',
  policy: 'haircut',
  nameOf: fundsReport.nameOf,
  alike: new Map(),
  fileOf: (source) => source,
})

describe('a page on money', () => {
  test('is drawn as before', async () => {
    await expect(page).toMatchFileSnapshot('__snapshots__/funds.html.txt')
  })

  test('says in one sentence what became of the value', () => {
    expect(textOf(/<p class="became">.*?<\/p>/s.exec(forward)?.[0] ?? '')).toBe(
      'Of 12,345.60 USDX that 2 seeds sent, ' +
        '9,000.00 USDX came to Example Exchange 3 (a service, 2 addresses, between 8,000.00 and 9,500.00 under other policies), ' +
        '1,499.50 USDX to Made-up &lt;Bridge&gt; (a bridge, between 1,000.00 and 1,499.50 under other policies); ' +
        '1,845.00 USDX is still held by 0xe1e1…e1e1 (the same under every policy), ' +
        '0.60 USDX by 0xe1e0…e1e1 (the same under every policy); ' +
        '0.50 USDX went in fees. ' +
        'Of all this, 1,499.50 USDX went into bridges or swaps, and the data does not tell how it went on. ' +
        'Parted by shares (haircut).',
    )
  })

  test('says where value came from, and what is left out with its amount', () => {
    const text = textOf(backward)
    for (const said of [
      'that came to 0xe1e1…e1e1, 1,000,000,000,000,000,000,000 MADE-UP came from Example Exchange 3',
      '234,567,890,123,456,789,012 MADE-UP began, as far as the data reaches, at others',
      'how many decimals MADE-UP has is not known here',
      '2 smaller ends are counted in the sums and not shown; together 234,567,890,123,456,789,012 MADE-UP',
      '2 smaller ways are not drawn; together they moved 234,567,890,123,456,789,012 MADE-UP',
      'the transfers have no times',
    ])
      expect(text).toContain(said)
  })

  test('cites source and row for every step of a path', () => {
    const steps = trail.ends.flatMap(({ path }) => path)
    const table = /<table class="ends".*?<\/table>/s.exec(forward)?.[0] ?? ''
    const cited = [...table.matchAll(/transfers\.csv row:(\d+)/g)].map(([, row]) => Number(row))
    expect(cited).toEqual(steps.map(({ row }) => row))
  })

  test('tells single transfers of a way with time, amount and row, and counts the rest', () => {
    const table = textOf(/<table class="ways".*?<\/table>/s.exec(forward)?.[0] ?? '')
    expect(table).toContain('10,000.00 USDX12026-03-05 10:00:00 transfers.csv row:100')
    expect(table).toContain(
      '499.50 USDX6unknowntime unknown 494.50 USDX transfers.csv row:100' +
        'time unknown 1.00 USDX of 2.00 USDX transfers.csv row:101',
    )
    expect(table).toContain('1 smaller transfer, together 1.00 USDX')
    const strokes = [...forward.matchAll(/<rect[^>]*><title>([^<]*)<\/title>/g)].map(
      ([, says]) => says,
    )
    expect(strokes).toContain(
      'wallet of account a-17 → 0xb1b1…b1b1: 10,000.00 USDX, 2026-03-05 10:00:00',
    )
  })

  test('shows every address with all of its letters, and flags one that was made to look like another', () => {
    const all = [trail.seeds, trail.ends.map(({ address }) => address)].flat()
    for (const address of all) expect(forward).toContain(`<code class="whole-address">${address}<`)
    expect(textOf(forward)).toContain(`! made to look like ${trail.ends[1]?.address}`)
    expect(textOf(page)).toContain('1 more address of the files looks like another one')
  })

  test('says what the numbers cannot say, what was asked and of which files', () => {
    const text = textOf(page)
    for (const said of [
      'a range and not a certainty',
      '77.00 USDX unfunded. So much was sent anywhere in the data',
      'Value is not followed beyond a stop',
      'Think of an innocent explanation',
      'not who moved it or why',
      'deals with more than 1,000 others',
      '3 rows could not be read and do not count',
      ...fundsReport.files.map(({ sha256 }) => sha256),
    ])
      expect(text).toContain(said)
  })

  test('runs nothing, fetches nothing, and lets no value open a tag', () => {
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/<script|<Bridge>| src=|url\(http/)
  })

  test('has each id once', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.filter((id, i) => ids.indexOf(id) < i)).toEqual([])
  })

  test('refuses sums that do not add up, save as upper bounds', () => {
    const wrong = { ...trail, summary: { ...trail.summary, held: '1' } }
    const asked = (policy: 'fifo' | 'poison'): FundsReport => ({
      ...fundsReport,
      asked: { ...fundsReport.asked, policy },
      trails: [wrong],
    })
    expect(() => render(asked('fifo'))).toThrow(MusterError)
    expect(textOf(render(asked('poison')))).toContain('upper bounds, which do not add up')
  })

  test('tells a seed that is a transaction from one that is an address', () => {
    const says = (seed: string): string =>
      textOf(render({ ...fundsReport, trails: [{ ...trail, seeds: [seed] }] }))
    expect(says(`0x${'ab'.repeat(32)}`)).toContain('that transaction 0xabab…abab sent, 9,000.00')
    expect(says(trail.seeds[1] ?? '')).toContain('that 0xa2a2…a2a2 sent, 9,000.00')
  })

  test('says that nothing was sent, where nothing was', () => {
    const none = { seeded: '0', held: '0', stopped: '0', fees: '0', gaps: '0', unfunded: '0' }
    const empty = { ...trail, summary: none, ends: [], ways: [] }
    expect(textOf(render({ ...fundsReport, trails: [empty] }))).toContain(
      'No USDX was sent by 2 seeds.',
    )
  })
})

describe('amounts', () => {
  test.each([
    ['12345600000', 6, '12,345.60 X', '12,345.60 X'],
    ['1234567891', 6, '1,234.567891 X', '≈ 1,234 X'],
    ['1', 18, '0.000000000000000001 X', '0.000000000000000001 X'],
    ['1234', 8, '0.00001234 X', '≈ 0.0000123 X'],
    ['100', 0, '100 X', '100 X'],
    ['5', 1, '0.5 X', '0.5 X'],
    ['25703983436', null, '25,703,983,436 X', '≈ 25,703 million X'],
    ['999999999', null, '999,999,999 X', '999,999,999 X'],
    ['12'.repeat(15), null, '121,212,121,212,121,212,121,212,121,212 X', '≈ 1.212 × 10²⁹ X'],
  ])('%s base units of %s decimals are %s', (units, decimals, exact, short) => {
    const write = writerOf({
      ...trail,
      symbol: decimals === null ? null : 'X',
      asset: 'X',
      decimals,
    })
    expect(write.exact(BigInt(units))).toBe(exact)
    expect(write.short(BigInt(units))).toBe(short)
  })

  test('have a unit also where the asset has no name', () => {
    expect(writerOf({ ...backTrail, asset: '' }).exact(1n)).toBe('1 units')
  })
})

describe('names of addresses', () => {
  const short = (seeds: readonly string[]): readonly string[] => {
    const names = namesOf({ ...trail, seeds, ends: [], ways: [] }, told.telling)
    return seeds.map(names.shorten)
  }

  test('are as short as tells all of a trail apart, whatever the case of letters', () => {
    const [one, two] = [`0xabcd1${'0'.repeat(30)}1abcd`, `0xabcd2${'0'.repeat(30)}2abcd`]
    expect(short([one])).toEqual(['0xabcd…abcd'])
    expect(short([one, two])).toEqual(['0xabcd1000…0001abcd', '0xabcd2000…0002abcd'])
    expect(short([one, one.toUpperCase().replace('X', 'x')])[0]).toMatch(/^0xabcd…abcd$/i)
    expect(short(['thief', 'DE02120300000000202051'])).toEqual(['thief', 'DE0212…2051'])
  })

  test('join the addresses of one service in one place, with bounds of the whole', () => {
    expect(
      placesOf(told).map(({ name, ends, low, high }) => [name, ends.length, low, high]),
    ).toEqual([
      ['Example Exchange 3', 2, 8_000_000_000n, 9_500_000_000n],
      ['0xe1e1…e1e1', 1, 1_845_000_000n, 1_845_000_000n],
      ['Made-up <Bridge>', 1, 1_000_000_000n, 1_499_500_000n],
      ['0xe1e0…e1e1', 1, 600_000n, 600_000n],
    ])
  })
})
