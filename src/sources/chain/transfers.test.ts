import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Row } from '../../engine/index.ts'
import { parseAmount } from '../../model/index.ts'
import { largestAmount } from './amounts.ts'
import type { TransferOptions } from './take.ts'
import { type Files, lineOf, type TakenFiles, takeFiles } from './taking.fixture.ts'

const header = 'time,block,tx,index,src,dst,asset,amount,kind'

/** Lines of what one file holds. */
const linesOf = async (files: Files, options: TransferOptions = {}): Promise<string[]> =>
  (await takeFiles(files, options)).moved.map(lineOf)

test('a transfer has all that its row says', async () => {
  const { moved, rejected, ignored } = await takeFiles({
    'a.csv': `${header},note\n2024-01-02T03:04:05Z,7,t1,2,a,b,EUR,12345678901234567890,transfer,x\n`,
  })
  expect(moved).toEqual([
    {
      source: 'a.csv',
      row: 1,
      block: 7,
      position: 2,
      time: Date.parse('2024-01-02T03:04:05Z'),
      tx: 't1',
      src: 'a',
      dst: 'b',
      asset: 'EUR',
      amount: 12345678901234567890n,
      kind: 'transfer',
    },
  ])
  expect([rejected, ignored]).toEqual([[], ['a.csv: note']])
})

test.each([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
])('columns parted by a %s, in any order and case, are found', async (_, sign) => {
  const rows = [
    ['Amount', 'DST', 'Src', 'Block'],
    ['5', 'b', 'a', '1'],
  ]
  expect(await linesOf({ a: rows.map((row) => row.join(sign)).join('\n') })).toEqual([
    '1.- - a > b 5  transfer',
  ])
})

test('JSON lines, a list in JSON and gzip hold the same as a table', async () => {
  const rows = [
    { block: 1, index: 0, src: 'a', dst: 'b', amount: '9007199254740993', asset: 'X' },
    { block: 1, index: 1, src: 'b', dst: null, amount: '1', asset: 'X', kind: 'fee' },
  ]
  // Digits beyond 2^53 stand in JSON as a number.
  const objects = rows.map((row) => JSON.stringify(row).replace(/"(\d+)"/, '$1'))
  const csv = `block,index,src,dst,amount,asset,kind\n1,0,a,b,9007199254740993,X,\n1,1,b,,1,X,fee\n`
  const expected = await linesOf({ a: csv })
  expect(expected).toEqual(['1.0 - a > b 9007199254740993 X transfer', '1.1 - b > - 1 X fee'])
  for (const content of [objects.join('\n'), `[${objects.join(',\n')}]`])
    expect(await linesOf({ a: content })).toEqual(expected)
  expect(await linesOf({ a: gzipSync(csv) })).toEqual(expected)
})

test('columns of any name are read by a map, which goes before what the file looks like', async () => {
  const map = new Map([
    ['src', 'From'],
    ['dst', 'To'],
    ['Amount', 'Value_in_USD'],
    ['time', 'Timestamp'],
  ])
  const content =
    'Timestamp,Block,From,From_label,To,Value_in_USD\n2023-01-13 20:34:11,9,a,Name,b,1.5\n'
  const { moved, ignored } = await takeFiles({ a: content }, { map, decimals: 2 })
  expect(moved.map((row) => [lineOf(row), row.time])).toEqual([
    ['9.- - a > b 150  transfer', Date.parse('2023-01-13T20:34:11Z')],
  ])
  expect(ignored).toEqual(['a: From_label'])
})

test.each([
  ['1', {}, 1n],
  ['007', {}, 7n],
  ['199e3', {}, 199_000n],
  [`${largestAmount}`, {}, largestAmount],
  ['0', { decimals: 18 }, 0n],
  ['1', { decimals: 18 }, 10n ** 18n],
  ['12.5', { decimals: 2 }, 1_250n],
  ['12.500', { decimals: 3 }, 12_500n],
  ['0.004', { decimals: 2, round: true }, 0n],
  ['0.005', { decimals: 2, round: true }, 0n],
  ['0.00500', { decimals: 2, round: true }, 0n],
  ['0.0050001', { decimals: 2, round: true }, 1n],
  ['0.015', { decimals: 2, round: true }, 2n],
  ['0.025', { decimals: 2, round: true }, 2n],
  ['9.999', { decimals: 2, round: true }, 1_000n],
  ['2.5', { decimals: 0, round: true }, 2n],
  ['3.5', { decimals: 0, round: true }, 4n],
] as const)('the amount %s under %j is %s', async (text, options, units) => {
  const { moved } = await takeFiles({ a: `src,dst,amount\na,b,${text}\n` }, options)
  expect(moved.map(({ amount }) => BigInt(amount as number))).toEqual([units])
})

test.each([
  ['1.5', {}, '1.5 is no whole number of base units; say with --decimals how many places they are'],
  ['1.250', { decimals: 2 }, '1.250 has more than 2 places; --round rounds it'],
  ['-1', {}, '-1 is below zero'],
  ['-1.5', { decimals: 2 }, '-1.5 is below zero'],
  ['', {}, 'the amount is missing'],
  ['many', {}, 'many is no amount'],
  ['1.5e3', { decimals: 2 }, '1.5e3 is no amount'],
  ['0x10', {}, '0x10 is no amount'],
  ['1_000', {}, '1_000 is no amount'],
  [`${largestAmount + 1n}`, {}, `${largestAmount + 1n} passes 2^127`],
  [`${largestAmount}`, { decimals: 1 }, `${largestAmount} passes 2^127`],
] as const)('the amount "%s" under %j is rejected', async (text, options, reason) => {
  const { moved, rejected } = await takeFiles({ a: `src,dst,amount\na,b,${text}\n` }, options)
  expect([moved, rejected]).toEqual([[], [`a row:1 ${reason}`]])
})

test('amounts are exact whatever their size and places', async () => {
  const amount = fc.record({
    whole: fc.bigInt({ min: 0n, max: 10n ** 20n }),
    places: fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 18 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(amount, { minLength: 1, maxLength: 40 }), async (amounts) => {
      const texts = amounts.map(({ whole, places }) => `${whole}${places && `.${places}`}`)
      const { moved } = await takeFiles(
        { a: `src,dst,amount\n${texts.map((text) => `a,b,${text}\n`).join('')}` },
        { decimals: 18 },
      )
      const read = moved.map(({ amount }) => BigInt(amount as number))
      expect(read).toEqual(texts.map((text) => parseAmount(text, 18)))
    }),
    { numRuns: 10 },
  )
})

test.each([
  ['2024-01-02', '2024-01-02T00:00:00Z'],
  ['2024-01-02 03:04:05', '2024-01-02T03:04:05Z'],
  ['2024-01-02T03:04:05.678Z', '2024-01-02T03:04:05.678Z'],
  ['2024-01-02T03:04:05+09:00', '2024-01-01T18:04:05Z'],
  ['2024-01-02 03:04:05 UTC', '2024-01-02T03:04:05Z'],
  ['1704164645', '2024-01-02T03:04:05Z'],
  ['1704164645678', '2024-01-02T03:04:05.678Z'],
])('the time %s is read', async (text, instant) => {
  const { moved } = await takeFiles({ a: `src,dst,amount,time\na,b,1,${text}\n` })
  expect(moved.map(({ time }) => time)).toEqual([Date.parse(instant)])
})

test('who makes, burns or takes a fee may be nobody, and only there', async () => {
  const zero = `0x${'0'.repeat(40)}`
  const rows = [
    ['', 'b', 'mint'],
    [zero, 'b', 'MINT'],
    ['m', 'b', 'mint'],
    ['a', '', 'fee'],
    ['a', 'miner', 'fee'],
    ['a', zero, 'burn'],
    ['a', zero, ''],
    ['', 'b', ''],
    ['a', '', 'transfer'],
    ['a', 'b', 'gift'],
  ]
  const { moved, rejected } = await takeFiles({
    a: `src,dst,kind,amount\n${rows.map((row) => `${row.join(',')},1\n`).join('')}`,
  })
  expect(moved.map(({ src, dst, kind }) => [src, dst, kind])).toEqual([
    [null, 'b', 'mint'],
    [null, 'b', 'mint'],
    ['m', 'b', 'mint'],
    ['a', null, 'fee'],
    ['a', 'miner', 'fee'],
    ['a', null, 'burn'],
    ['a', zero, 'transfer'],
  ])
  expect(rejected).toEqual([
    'a row:8 the src is missing, and only a mint comes from nobody',
    'a row:9 the dst is missing, and only a fee or burn goes to nobody',
    'a row:10 there is no kind of transfer gift',
  ])
})

test('what cannot be read is told by row, and the rest is kept', async () => {
  const { moved, rejected } = await takeFiles({
    'a.csv': `${header}
2024-01-02,1,t,0,a,b,X,1,
yesterday,1,t,0,a,b,X,1,
2024-01-02,one,t,0,a,b,X,1,
2024-01-02,1,t,first,a,b,X,1,
short,row
2024-01-02, 2 ,t, 0 , a , b ,X, 3 ,
2024-01-02,2,t,1,a,b,X,"4,
`,
    'b.jsonl':
      '{"src":"a","dst":"b","amount":{"value":1}}\nno json\n{"src":"a","dst":"b","amount":1.0}\n',
  })
  expect(moved.map(lineOf)).toEqual(['1.0 t a > b 1 X transfer', '2.0 t a > b 3 X transfer'])
  expect([...rejected].sort()).toEqual(
    [
      'a.csv row:2 yesterday is no time',
      'a.csv row:3 one is no block number',
      'a.csv row:4 first is no index',
      'a.csv row:5 2 cells where the table has 9',
      'a.csv row:7 a quote is opened and never closed',
      'b.jsonl line:1 amount is no text and no number; put it in quotes',
      'b.jsonl line:1 the amount is missing',
      'b.jsonl line:2 the line is no JSON object',
      'b.jsonl line:3 1.0 is no whole number of base units; say with --decimals how many places they are',
    ].sort(),
  )
})

test('a contract is one asset in either case of its letters', async () => {
  const contract = `0x${'aB'.repeat(20)}`
  const { moved } = await takeFiles({
    a: `src,dst,amount,asset\na,b,1,${contract}\na,b,1,${contract.toUpperCase().replace('X', 'x')}\na,b,1,Eur\n`,
  })
  expect(moved.map(({ asset }) => asset)).toEqual([
    contract.toLowerCase(),
    contract.toLowerCase(),
    'Eur',
  ])
})

describe('a file that is no known kind', () => {
  test.each([
    ['is refused', 'x,y\n1,2\n', new Map(), 'kind-unknown'],
    [
      'is refused where the map names a column that it lacks',
      'x,y\n1,2\n',
      new Map([['src', 'z']]),
      'kind-unknown',
    ],
    [
      'and a field that transfers lack',
      'src,dst,amount\na,b,1\n',
      new Map([['sender', 'src']]),
      'column-unknown',
    ],
    [
      'and a transfer file that lacks a column of the map',
      'src,dst,amount\na,b,1\n',
      new Map([['time', 'when']]),
      'column-unknown',
    ],
  ])('%s', async (_, content, map, code) => {
    await expect(takeFiles({ a: content }, { map })).rejects.toMatchObject({ code })
  })
})

const row = fc.record({
  block: fc.nat({ max: 3 }),
  index: fc.nat({ max: 3 }),
  src: fc.constantFrom('a', 'b', 'c'),
  dst: fc.constantFrom('a', 'b', 'c'),
  amount: fc.nat({ max: 9 }),
})
const file = fc
  .array(row, { minLength: 1, maxLength: 5 })
  .map((rows) =>
    [
      'block,index,src,dst,amount',
      ...rows.map(({ block, index, src, dst, amount }) => [block, index, src, dst, amount].join()),
    ].join('\n'),
  )

/** All that is the same whatever the order of the files, which bear the names of their contents. */
const settled = ({ moved, rejected, left }: TakenFiles): unknown => [moved, rejected, left]

test('any order of files, and a file given twice, gives the same table', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(file, { minLength: 2, maxLength: 4 }),
      fc.nat(),
      async (files, turn) => {
        const named = files.map((content, i) => [`f${i}`, content] as const)
        const at = turn % named.length
        const turned = [...named.slice(at), ...named.slice(0, at)].reverse()
        const once = await takeFiles(Object.fromEntries(named))
        expect(settled(await takeFiles(Object.fromEntries(turned)))).toEqual(settled(once))
        const twice = await takeFiles({ ...Object.fromEntries(named), g0: files[0] as string })
        expect(settled(twice)).toEqual(settled(once))
      },
    ),
    { numRuns: 12 },
  )
})

test('a sound file, taken at once, gives the rows that one with a fault gives', async () => {
  await fc.assert(
    fc.asyncProperty(file, file, async (one, other) => {
      const { moved } = await takeFiles({ one, other })
      const faulty = await takeFiles({ one: `${one}\n0,0,a,b,-1`, other: `${other}\n0,0,a,b,x` })
      expect(faulty.rejected).toHaveLength(2)
      const place = ({ source, row, block, position, src, dst, amount }: Row): string =>
        [source, row, block, position, src, dst, amount].join(' ')
      expect(faulty.moved.map(place).sort()).toEqual(moved.map(place).sort())
      // Each row proves itself: it stands where it is said to stand.
      for (const row of moved) {
        const line = (row.source === 'one' ? one : other).split('\n')[Number(row.row)]
        expect([row.block, row.position, row.src, row.dst, row.amount].join(',')).toBe(line)
      }
    }),
    { numRuns: 8 },
  )
})
