import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  escapeText,
  formatBits,
  mapLegend,
  markup,
  type PairTable,
  pairTable,
  type SeriesPlot,
  seriesPlot,
  type TimelinePlot,
  timelinePlot,
  type Waterfall,
  type WorldMap,
  waterfall,
  waterfallTable,
  worldMap,
} from './index.ts'

const example: Waterfall = {
  id: 'case-1-match-1',
  title: 'Weight of the match with a made-up designation',
  prior: { label: 'Prior', millibits: -14_973 },
  steps: [
    { label: 'Name', millibits: 17_250 },
    { label: 'Kind of alias', millibits: -1_000 },
    { label: 'Birth date', millibits: 12_004 },
    { label: 'Nationality', millibits: -1_000 },
  ],
  total: 'Total',
}

const pairs: PairTable = {
  caption: 'What was compared',
  left: 'Your record',
  right: 'The list',
  rows: [
    {
      feature: 'Name',
      outcome: 'partly',
      left: { text: 'Lee Sam-ple', notes: ['staff.csv row:2/name'] },
      right: { text: '리샘플', lang: 'ko', notes: ['Hangul'] },
      millibits: 9_500,
    },
    { feature: 'Birth date', outcome: 'unknown', left: { text: '1971' }, millibits: 0 },
  ],
  prior: { label: 'Prior', millibits: -10_000 },
  total: 'Total',
}

describe('formatBits', () => {
  test.each([
    [0, '0.000'],
    [1, '+0.001'],
    [-1, '−0.001'],
    [999, '+0.999'],
    [-14_973, '−14.973'],
    [123_456, '+123.456'],
  ])('writes %i millibits as %s', (millibits, text) => {
    expect(formatBits(millibits)).toBe(text)
  })
})

describe('waterfall', () => {
  test('draws the example as before', async () => {
    await expect(waterfall(example).text).toMatchFileSnapshot('__snapshots__/waterfall.svg')
  })

  test('tells the same in its table', () => {
    expect(waterfallTable(example).text).toMatchSnapshot()
  })

  test('ends at the sum of the prior and the steps', () => {
    const total = formatBits(-14_973 + 17_250 - 1_000 + 12_004 - 1_000)
    expect(total).toBe('+12.281')
    expect(waterfall(example).text).toContain(`${total}</text></svg>`)
    expect(waterfallTable(example).text).toContain(`${total}</td></tr></tfoot>`)
  })

  test('keeps every part of a long label, over several lines', () => {
    const label = 'Organization registration number of the parent 조선민주주의인민공화국'
    const text = waterfall({ ...example, steps: [{ label, millibits: 1 }] }).text
    const lines = [...text.matchAll(/<tspan[^>]*>([^<]*)</g)].map(([, line]) => line)
    expect(lines.join('').replace(/ /g, '')).toContain(label.replace(/ /g, ''))
  })

  test('no bar and no number leaves the picture, whatever the weights', () => {
    const step = fc.record({
      label: fc.constant('x'),
      millibits: fc.integer({ min: -1e6, max: 1e6 }),
    })
    fc.assert(
      fc.property(step, fc.array(step, { maxLength: 12 }), (prior, steps) => {
        const { text } = waterfall({ ...example, prior, steps })
        const places = [...text.matchAll(/(?: x="|[MHL])(-?[\d.]+)/g)].map(([, x]) => Number(x))
        expect(places.every((x) => x >= 0 && x <= 360)).toBe(true)
        expect(text).not.toMatch(/NaN|Infinity|undefined/)
      }),
    )
  })
})

describe('pairTable', () => {
  test('draws the example as before', () => {
    expect(pairTable(pairs).text).toMatchSnapshot()
  })

  test('adds up exactly', () => {
    expect(pairTable(pairs).text).toContain('<td class="number">−0.500</td></tr></tfoot>')
  })
})

describe('markup', () => {
  test('escapes values and takes other markup as it is', () => {
    expect(markup`<p title="${'"<&\''}">${markup`<b>${1}</b>`}${undefined}</p>`.text).toBe(
      '<p title="&quot;&lt;&amp;&#39;"><b>1</b></p>',
    )
  })

  test.each([
    ['\u202Eevil', '[U+202E]evil'],
    ['a\u0000b', 'a[U+0000]b'],
    ['half \ud800', 'half [U+D800]'],
    ['\u200f' + 'שם', '\u200f' + 'שם'],
    ['리샘플\tx\n', '리샘플\tx\n'],
  ])('makes hidden marks of %j visible', (value, text) => {
    expect(escapeText(value)).toBe(text)
  })

  test('no value opens or closes anything', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'<>"\'&;/=!-[] scriptal') })
    fc.assert(
      fc.property(hostile, hostile, hostile, (feature, left, lang) => {
        const shape = (text: string): string => text.replace(/(?<=>|")[^<>"]*(?=<|")/g, '')
        const drawn = (row: { feature: string; left: { text: string; lang: string } }): string =>
          pairTable({ ...pairs, rows: [{ ...row, outcome: 'agree', millibits: 1 }] }).text
        expect(shape(drawn({ feature, left: { text: left, lang: lang || 'x' } }))).toBe(
          shape(drawn({ feature: 'x', left: { text: 'x', lang: 'x' } })),
        )
      }),
    )
  })
})

const islands: WorldMap = {
  id: 'islands',
  title: 'Two made-up lands and an islet',
  width: 100,
  height: 60,
  marks: [
    { key: 'claimed_zero', letter: 'Z', says: 'none remain', texture: 'stripes', colour: 'teal' },
    { key: 'silent', letter: '', says: 'nothing is known', texture: 'empty', colour: 'grey' },
  ],
  areas: [
    {
      name: 'East',
      path: 'M60 10l30 0 0 40-30 0z',
      at: [75, 30],
      mark: 'claimed_zero',
      href: '#e',
    },
    { name: 'West <b>', path: 'M10 10l30 0 0 40-30 0z', at: [25, 30], mark: 'silent' },
    { name: 'Islet', at: [50, 55], mark: 'claimed_zero', href: '#i' },
    { name: 'No member', path: 'M45 5l5 0 0 5z', at: [47, 7] },
  ],
}

describe('worldMap', () => {
  const { text } = worldMap(islands)

  test('names every area, and writes its mark beside the name', () => {
    for (const name of ['East: none remain', 'West &lt;b&gt;: nothing is known', 'No member'])
      expect(text).toContain(`<title>${name}</title>`)
  })

  test('sets a letter wherever a mark has one, also on a dot', () => {
    expect(text.match(/>Z<\/text>/g)).toHaveLength(2)
  })

  test('draws links after what leads nowhere, so that no outline covers a letter', () => {
    expect(text.indexOf('West')).toBeLessThan(text.indexOf('East'))
  })

  test('leaves a land without a mark unfilled', () => {
    expect(text).toContain('<path d="M45 5l5 0 0 5z" fill="none"/>')
  })

  test('counts the areas of each mark in the legend', () => {
    expect(mapLegend(islands).text).toMatch(/none remain<\/span> <b>2<\/b>/)
    expect(mapLegend(islands).text).toMatch(/nothing is known<\/span> <b>1<\/b>/)
  })
})

describe('seriesPlot', () => {
  const plot: SeriesPlot = {
    id: 'plot',
    title: 'Visas by class',
    rows: [
      { label: 'work', points: [{ from: 17532, to: 17896, lo: 30_023, hi: 30_023 }] },
      { label: 'student', points: [{ from: 17532, to: 17896, lo: 3_000, hi: 4_500 }] },
    ],
    bands: [{ from: 17600, to: 17700, letter: 'A' }],
  }

  test('has a row for each class, the largest number of it, and the letter of a band', () => {
    const { text } = seriesPlot(plot)
    for (const part of ['work', '30,023', 'student', '4,500', '>A</text>', '>2018<', '>2019<'])
      expect(text).toContain(part)
  })

  test('draws nothing where there is no number', () => {
    expect(seriesPlot({ ...plot, rows: [{ label: 'work', points: [] }] }).text).toBe('')
  })
})

describe('timelinePlot', () => {
  const plot: TimelinePlot = {
    id: 'line',
    title: 'Events',
    lanes: [
      { label: 'tests', marks: [{ from: 17000, to: 17000, weight: 3, says: 'Three <missiles>' }] },
      { label: 'deadlines', marks: [{ from: 18252, to: 18252, says: '2019-12-22: due' }] },
    ],
  }

  test('tells every event, in its lane', () => {
    const { text } = timelinePlot(plot)
    for (const part of ['tests', 'deadlines', 'Three &lt;missiles&gt;', '2019-12-22: due', '2018'])
      expect(text).toContain(part)
  })

  test('draws nothing where nothing happened', () => {
    expect(timelinePlot({ ...plot, lanes: [] }).text).toBe('')
  })
})
