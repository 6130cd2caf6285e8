import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  escapeText,
  formatBits,
  markup,
  type PairTable,
  pairTable,
  type Waterfall,
  waterfall,
  waterfallTable,
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
