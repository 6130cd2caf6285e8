import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type HandOvers, handOvers, type RingPicture, ringPicture } from './index.ts'
import { toNodes } from './ring-nodes.ts'
import { orderNodes } from './ring-order.ts'

const small: RingPicture = {
  id: 'ring-1',
  title: '4 accounts and what they share',
  accounts: ['acc-1', 'acc-2', 'acc-3', '<acc-4>'],
  values: [
    { label: '1 device 3c…e7', channel: 'endpoint', holders: [0, 3] },
    { label: '2 device 4f…85', channel: 'endpoint', holders: [1, 2] },
    { label: '3 payout pa…28', channel: 'money', holders: [0, 1, 2, 3] },
  ],
}

const channels = ['endpoint', 'money', 'contact', 'paper']

const anyRing = fc.integer({ min: 2, max: 250 }).chain((size) =>
  fc
    .array(
      fc.record({
        label: fc.string({ minLength: 1, maxLength: 30 }),
        channel: fc.constantFrom(...channels),
        holders: fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), {
          minLength: 1,
          maxLength: 40,
        }),
      }),
      { minLength: 1, maxLength: 300 },
    )
    .map(
      (values): RingPicture => ({
        id: 'r',
        title: 'any',
        accounts: Array.from({ length: size }, (_, i) => `a${i}`),
        values: [...values].sort(
          (a, b) => channels.indexOf(a.channel) - channels.indexOf(b.channel),
        ),
      }),
    ),
)

describe('ringPicture', () => {
  test('draws a small ring as before', async () => {
    await expect(ringPicture(small).text).toMatchFileSnapshot('__snapshots__/ring.svg')
  })

  test('orders both sides so that lines cross less, values within their channel', () => {
    const order = orderNodes(toNodes(small))
    expect(order.right.map((at) => small.values[at]?.channel)).toEqual([
      'endpoint',
      'endpoint',
      'money',
    ])
    const [first, second] = order.right
    const holders = [
      ...(small.values[first as number]?.holders ?? []),
      ...(small.values[second as number]?.holders ?? []),
    ]
    expect(new Set(order.left.slice(0, 2))).toEqual(new Set(holders.slice(0, 2)))
  })

  test('stays within bounds, loses no holder, and says when it draws together', () => {
    fc.assert(
      fc.property(anyRing, (ring) => {
        const { left, right, edges, grouped } = toNodes(ring)
        expect(left.length).toBeLessThanOrEqual(96)
        expect(right.length).toBeLessThanOrEqual(96)
        const pairs = ring.values.reduce((sum, { holders }) => sum + holders.length, 0)
        expect(edges.reduce((sum, { stands }) => sum + stands, 0)).toBe(pairs)
        expect(grouped === '').toBe(ring.accounts.length <= 96 && ring.values.length <= 96)
        const picture = ringPicture(ring).text
        expect(picture).not.toMatch(/NaN|undefined|Infinity/)
        expect(picture).toBe(ringPicture(ring).text)
      }),
      { numRuns: 40 },
    )
  })

  test('counts the accounts that it draws together', () => {
    const accounts = Array.from({ length: 250 }, (_, i) => `a${i}`)
    const values = [
      { label: 'one', channel: 'endpoint', holders: accounts.map((_, i) => i) },
      { label: 'two', channel: 'money', holders: accounts.map((_, i) => i).slice(0, 100) },
    ]
    const { left } = toNodes({ id: 'r', title: '', accounts, values })
    expect(left.map(({ label }) => label)).toEqual(['150 accounts', '100 accounts'])
    expect(ringPicture({ id: 'r', title: '', accounts, values }).text).toContain(
      'Too many to draw one by one: 250 accounts',
    )
  })
})

const plot: HandOvers = {
  id: 'times-1',
  title: 'When each value was seen with which account',
  values: [
    {
      label: '1 device 3c…e7',
      holdings: [
        { label: 'acc-1', from: 20_000, to: 20_040 },
        { label: 'acc-2', from: 20_045, to: 20_045 },
        { label: 'acc-3', from: undefined, to: undefined },
      ],
    },
  ],
}

describe('handOvers', () => {
  test('draws who held what and when as before', async () => {
    await expect(handOvers(plot).text).toMatchFileSnapshot('__snapshots__/hand-overs.svg')
  })

  test('loses no letter of long names', () => {
    const long = 'account-of-36-letters-as-some-ids-are'
    const values = [{ label: 'v'.repeat(80), holdings: [{ label: long, from: 1, to: 2 }] }]
    const text = handOvers({ ...plot, values }).text.replace(/<[^>]*>/g, '')
    expect(text).toContain('v'.repeat(80))
    expect(text).toContain(long)
  })

  test('says that a time is unknown, also where all are', () => {
    const unknown = [{ label: 'v', holdings: [{ label: 'a', from: undefined, to: undefined }] }]
    expect(handOvers({ ...plot, values: unknown }).text).toContain('time unknown')
  })

  test('draws whole values only, and says how many it leaves to the table', () => {
    const values = Array.from({ length: 50 }, (_, i) => ({
      label: `value ${i}`,
      holdings: [0, 1, 2].map((at) => ({ label: `a${at}`, from: 100 * i, to: 100 * i + at })),
    }))
    const text = handOvers({ ...plot, values }).text
    expect(text.match(/value \d+/g)).toHaveLength(18)
    expect(text).toContain('32 lighter values are not drawn here')
  })

  test('a value that very many held is one row from first to last', () => {
    const holdings = Array.from({ length: 200 }, (_, i) => ({ label: `a${i}`, from: i, to: i + 1 }))
    expect(handOvers({ ...plot, values: [{ label: 'v', holdings }] }).text).toContain(
      '200 accounts',
    )
  })
})
