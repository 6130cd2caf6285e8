import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf, hopsOf } from './flow-columns.ts'
import { toShownFlow } from './flow-nodes.ts'
import {
  type FlowKind,
  type FlowNode,
  type FlowPicture,
  type FlowTimes,
  flowTimes,
  sankey,
} from './index.ts'
import { timeAxis } from './time-axis.ts'

const node = (label: string, kind: FlowKind, note = ''): FlowNode => ({ label, note, kind })
const write = { exact: (amount: bigint) => `${amount} X`, short: (amount: bigint) => `≈ ${amount}` }

const small: FlowPicture = {
  id: 'case-1',
  title: 'Where 100 X went',
  backward: false,
  write,
  nodes: [
    node('thief <1>', 'seed', '100 X'),
    node('0x12…ab', 'between', '100 X'),
    node('Example Exchange', 'stop', 'service, 70 X'),
    node('0x34…cd', 'holder', 'holds 25 X'),
  ],
  links: [
    { from: 0, to: 1, amount: 100n },
    { from: 1, to: 2, amount: 70n },
    { from: 1, to: 3, amount: 30n },
    { from: 3, to: 0, amount: 5n },
  ],
}

const kinds: readonly FlowKind[] = ['seed', 'between', 'holder', 'stop']

/** Any flow, also with cycles, from one to itself, and apart from the seeds. */
const anyFlow = fc.integer({ min: 1, max: 60 }).chain((size) =>
  fc
    .record({
      kinds: fc.array(fc.constantFrom(...kinds), { minLength: size, maxLength: size }),
      backward: fc.boolean(),
      links: fc.array(
        fc.record({
          from: fc.integer({ min: 0, max: size - 1 }),
          to: fc.integer({ min: 0, max: size - 1 }),
          amount: fc.bigInt({ min: 0n, max: 10n ** 30n }),
        }),
        { maxLength: 120 },
      ),
    })
    .map(
      ({ kinds, backward, links }): FlowPicture => ({
        ...small,
        backward,
        nodes: kinds.map((kind, i) => node(`n${i}`, kind)),
        links,
      }),
    ),
)

/** A chain of so many addresses, each of which passes on to the next and peels a little off. */
const peel = (steps: number): FlowPicture => ({
  ...small,
  nodes: [
    node('thief', 'seed'),
    ...Array.from({ length: steps }, (_, i) => node(`p${i}`, 'between')),
    ...Array.from({ length: steps }, (_, i) => node(`shop ${i}`, 'stop')),
  ],
  links: Array.from({ length: steps }, (_, i) => [
    { from: i, to: i + 1, amount: BigInt(1000 - i) },
    { from: i + 1, to: steps + 1 + i, amount: 1n },
  ]).flat(),
})

describe('the columns of a flow', () => {
  test('go by transfers from the seeds', () => {
    expect(hopsOf(small)).toEqual([0, 1, 2, 2])
    expect(hopsOf({ ...small, backward: true })).toEqual([0, 2, 1, 1])
  })

  test('stand the other way round where value was followed back', () => {
    const back = { ...small, backward: true, links: [{ from: 1, to: 0, amount: 1n }] }
    const { nodes, links } = toShownFlow(back, 6)
    expect(nodes.map(({ label, column }) => [label, column])).toEqual([
      ['thief <1>', 1],
      ['0x12…ab', 0],
    ])
    expect(links).toEqual([expect.objectContaining({ leads: 'on' })])
  })

  test('place what only undrawn links lead to before what it leads to', () => {
    const nodes = [...small.nodes, node('apart', 'between')]
    const links = [...small.links, { from: 4, to: 2, amount: 1n }]
    expect(hopsOf({ ...small, nodes, links })[4]).toBe(1)
    const far = [...links, { from: 2, to: 5, amount: 1n }, { from: 6, to: 5, amount: 1n }]
    const more = [...nodes, node('far', 'stop'), node('also apart', 'between')]
    expect(hopsOf({ ...small, nodes: more, links: far }).slice(5)).toEqual([3, 2])
  })

  test('stand last where value ends, and before that where most of it goes back', () => {
    expect(columnsOf(small, 6)).toEqual([0, 1, 2, 2])
    const links = [...small.links, { from: 3, to: 0, amount: 20n }]
    expect(columnsOf({ ...small, links }, 6)).toEqual([0, 1, 3, 2])
  })

  test('are six at most, and a long chain stands together with its number', () => {
    const shown = toShownFlow(peel(50), 6)
    expect(shown.columns).toBe(6)
    expect(shown.nodes.find(({ stands }) => stands === 47)?.label).toBe(
      '47 others, up to 50 transfers on',
    )
    expect(shown.links.filter(({ leads }) => leads !== 'on')).toEqual([])
    expect(sankey(peel(50))[0]?.text).toContain('are drawn together in 2 bars')
  })

  test('lose and add nothing, whatever the flow', () => {
    fc.assert(
      fc.property(anyFlow, fc.constantFrom(4, 6), (picture, columns) => {
        const { nodes, links, within } = toShownFlow(picture, columns)
        const sum = (all: readonly { readonly amount: bigint }[]): bigint =>
          all.reduce((total, { amount }) => total + amount, 0n)
        expect(sum(links) + within).toBe(sum(picture.links))
        const linked = new Set(
          picture.links.filter(({ amount }) => amount > 0n).flatMap(({ from, to }) => [from, to]),
        )
        expect(nodes.reduce((total, { stands }) => total + stands, 0)).toBe(linked.size)
        for (const { from, to, leads } of links) {
          const far = (nodes[to]?.column ?? 0) - (nodes[from]?.column ?? 0)
          expect(leads).toBe(['back', 'beside', 'on'][Math.sign(far) + 1])
        }
        for (let column = 0; column < 6; column++)
          expect(nodes.filter((each) => each.column === column).length).toBeLessThanOrEqual(12)
      }),
    )
  })
})

/** Numbers of all attributes that say where something is drawn. */
const placesIn = (text: string): readonly number[] =>
  [...text.matchAll(/ (?:x|y|width|height|d)="([^"]*)"/g)].flatMap(([, value = '']) =>
    [...value.matchAll(/-?[\d.]+/g)].map(([place]) => Number(place)),
  )

describe('sankey', () => {
  test('draws a small flow as before, for both sizes', async () => {
    const [wide, narrow] = sankey(small)
    await expect(wide?.text).toMatchFileSnapshot('__snapshots__/sankey-wide.svg')
    await expect(narrow?.text).toMatchFileSnapshot('__snapshots__/sankey-narrow.svg')
  })

  test('makes ribbons as wide as their amounts', () => {
    const [wide] = sankey(small)
    const heights = [...(wide?.text ?? '').matchAll(/<rect[^>]* height="([\d.]+)"/g)]
    const [thief, first, exchange, holder] = heights.map(([, height]) => Number(height))
    expect(thief).toBe(first)
    expect((exchange as number) / (first as number)).toBeCloseTo(0.7, 2)
    expect((holder as number) / (first as number)).toBeCloseTo(0.3, 2)
  })

  test('dashes what leads back', () => {
    expect(sankey(small)[0]?.text.match(/stroke-dasharray/g)).toHaveLength(1)
  })

  test('tells the same in words, and escapes names', () => {
    const text = sankey(small)[0]?.text ?? ''
    expect(text).toContain('1 ribbon leading back')
    expect(text).toContain('thief &lt;1&gt; to 0x12…ab 100 X')
    expect(text).not.toContain('<1>')
  })

  test('draws nothing where nothing moved', () => {
    expect(sankey({ ...small, links: [] })).toEqual([])
  })

  test('draws inside the picture and no two bars of a column over one another', () => {
    fc.assert(
      fc.property(anyFlow, (picture) => {
        for (const { text } of sankey(picture)) {
          expect(text).not.toMatch(/NaN|Infinity|undefined/)
          const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(text) ?? []
          const most = Math.max(Number(width), Number(height))
          expect(placesIn(text).every((place) => place >= 0 && place <= most)).toBe(true)
          const bars = [
            ...text.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="9" height="([\d.]+)"/g),
          ].map(([, ...numbers]) => numbers.map(Number) as [number, number, number])
          for (const [i, [x, y, tall]] of bars.entries())
            for (const [otherX, otherY, otherTall] of bars.slice(i + 1))
              if (x === otherX)
                expect(y + tall <= otherY + 0.1 || otherY + otherTall <= y + 0.1).toBe(true)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('gives the same picture for the same flow', () => {
    expect(sankey(peel(20))).toEqual(sankey(peel(20)))
  })
})

describe('timeAxis', () => {
  const time = (text: string): number => Date.parse(text)
  const range = { left: 0, right: 100 }

  test.each([
    ['2026-01-05T10:00:00Z', '2026-01-05T10:00:00Z', '10:00 10:01'],
    ['2026-01-05T10:07:00Z', '2026-01-05T11:59:00Z', '10:00 11:00 12:00'],
    ['2026-01-05T22:00:00Z', '2026-01-06T03:00:00Z', '22:00 00:00 02:00 04:00'],
    [
      '2026-01-05T22:00:00Z',
      '2026-01-08T03:00:00Z',
      '2026-01-05 2026-01-06 2026-01-07 2026-01-08 2026-01-09',
    ],
    [
      '2025-11-05T00:00:00Z',
      '2026-08-08T00:00:00Z',
      '2025-10-01 2026-01-01 2026-04-01 2026-07-01 2026-10-01',
    ],
    [
      '1998-11-05T00:00:00Z',
      '2026-08-08T00:00:00Z',
      '1990-01-01 2000-01-01 2010-01-01 2020-01-01 2030-01-01',
    ],
  ])('marks %s to %s with %s', (from, to, says) => {
    expect(
      timeAxis([time(from), time(to)], range)
        .marks.map((mark) => mark.says)
        .join(' '),
    ).toBe(says)
  })

  test('has two to six marks around all times, and tells the day where it changes', () => {
    const any = fc.integer({ min: 0, max: 4e12 })
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 5 }), (times) => {
        const { marks, scale } = timeAxis(times, range)
        expect(marks.length).toBeGreaterThanOrEqual(2)
        expect(marks.length).toBeLessThanOrEqual(6)
        for (const each of times) {
          expect(scale(each)).toBeGreaterThanOrEqual(0)
          expect(scale(each)).toBeLessThanOrEqual(100)
        }
        const [first] = marks
        expect(`${first?.says}${first?.day}`).toMatch(/\d{4}-\d\d-\d\d/)
      }),
    )
  })
})

describe('flowTimes', () => {
  const at = Date.parse('2026-01-05T10:00:00Z')
  const times: FlowTimes = {
    id: 'times',
    title: 'When value moved',
    lanes: [
      {
        label: 'Left the seeds: 100 X',
        stop: false,
        marks: [{ from: at, to: at, amount: 100n, says: 'thief → <b>' }],
      },
      {
        label: 'Came to stops: 70 X',
        stop: true,
        marks: [{ from: at + 3.6e6, to: at + 7.2e6, amount: 70n, says: 'b → exchange' }],
      },
    ],
  }

  test('draws lanes as before', async () => {
    await expect(flowTimes(times).text).toMatchFileSnapshot('__snapshots__/flow-times.svg')
  })

  test('makes strokes as tall as their amounts, on one scale', () => {
    const tall = [...flowTimes(times).text.matchAll(/<rect[^>]* height="([\d.]+)"/g)]
    expect(tall.map(([, height]) => Number(height))).toEqual([30, 21])
  })

  test('draws nothing where no time is known', () => {
    expect(flowTimes({ ...times, lanes: [] }).text).toBe('')
  })
})
